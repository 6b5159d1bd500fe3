/**
 * `npm start -- --demo`: Ottersand, a small harbour town, so that whoever looks at Nod for the first time sees a place where
 * people live. Only on this machine: no deployment contains anything of this folder.
 */
import { Worker } from 'node:worker_threads';
import { REGION } from '../database.ts';
import { MEDIA_BUCKET } from '../media.ts';
import { FIRST } from './people.ts';
import type { Planted } from './planting.ts';
import type { PlantingInput } from './thread.ts';

export type DemoPlanting = {
  /** @throws {Error} if it could not be planted, or was stopped */
  planted: Promise<Planted>;
  stop(): Promise<unknown>;
};

/** A database that has to serve the start of everything else at the same time is slow, and not away. */
const PATIENCE = { STORE_TIMEOUT_MS: '30000', STORE_CONNECT_MS: '10000' };

export function startPlanting({
  mediaEndpoint,
  ...input
}: PlantingInput & { mediaEndpoint: string }): DemoPlanting {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    name: 'demo',
    workerData: input satisfies PlantingInput,
    env: {
      ...PATIENCE,
      MEDIA_BUCKET,
      AWS_ENDPOINT_URL_S3: mediaEndpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
  });
  const planted = new Promise<Planted>((resolve, reject) => {
    worker.on('message', (planted: Planted) => {
      resolve(planted);
      void worker.terminate();
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The village was not planted.')));
  });
  return { planted, stop: () => worker.terminate() };
}

/** What `npm start` says of it. */
export function plantedSentences({ outcome, people, posts, code }: Planted, origin: string): string[] {
  if (outcome === 'peopled') {
    return [
      'There are people in this database already, so nothing was planted: ' +
        'NOD_DATA_DIR=.nod/demo npm start -- --demo gives the village one of its own.',
    ];
  }
  const { username, displayName } = FIRST;
  const is = { planted: 'is there', finished: 'is whole now', there: 'has been there before' }[outcome];
  return [
    `Ottersand ${is}: ${people} people, ${posts} posts. ` +
      `Look at ${displayName} first, who runs the ferry: ${origin}/@${username}`,
    ...(code === undefined
      ? []
      : [`To be her, give ${username} and ${code} at ${origin}/recover, and open the practice phone.`]),
  ];
}
