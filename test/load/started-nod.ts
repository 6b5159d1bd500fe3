/** `npm start` as a process of its own, with a database of its own that is gone afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** No limit is in the way: it is about how much there can be, not about how much there may be. */
const NO_LIMITS = '1000000';

export type StartedNod = {
  origin: string;
  databaseEndpoint: string;
  pid: number;
  /** What it has printed until it was ready. */
  said: string;
  stop(): Promise<void>;
};

/** @throws {Error} with what it said, if it does not start */
export async function startNod(): Promise<StartedNod> {
  const folder = await mkdtemp(join(tmpdir(), 'nod-load-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../infra/local/start.ts')], {
    env: { ...process.env, PORT: '0', NOD_DATA_DIR: folder, NOD_LIMITS_SCALE: NO_LIMITS },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  let said = '';
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`;
    const [, origin] = /^\s*Blog\s+(http\S+)/m.exec(said) ?? [];
    const [, databaseEndpoint] = /^\s*Database\s+(http\S+)/m.exec(said) ?? [];
    if (origin === undefined || databaseEndpoint === undefined) continue;
    child.stdout.resume();
    return { origin, databaseEndpoint, pid: child.pid ?? 0, said, stop };
  }
  await stop();
  throw new Error(`Nod did not start. ${said}`);
}
