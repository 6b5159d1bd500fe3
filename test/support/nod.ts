/** The whole of Nod for the tests of a file: empty tables, the bundles and the local server. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { documentsFile, siteFolder } from '../../infra/bundles.ts';
import { type LocalFunctions, localFunctions } from '../../infra/local/functions.ts';
import { startMedia } from '../../infra/local/media.ts';
import { listen } from '../../infra/local/server.ts';
import { followStreams } from '../../infra/local/triggers.ts';
import type { Database, Item } from '../../shared/database.ts';
import type { TableName } from '../../shared/tables.ts';
import { checked } from './answers.ts';
import { ungranted } from './grants.ts';
import { unattributed } from './provenance.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { freshTables, streamedTables } from './tables.ts';

export type Nod = {
  origin: string;
  /** What CloudFront shows. */
  originSecret: string;
  /** The same tables, for looking into them and for putting them into a state. */
  db: Database;
  /** Every row of every table. */
  rows(): Promise<Record<TableName, Item[]>>;
  recordingProxy: RecordingProxy;
  /** Where S3 is. */
  mediaEndpoint: string;
  /** Takes S3 away, for good. */
  loseMedia(): Promise<void>;
  /** Calls a function that no call over HTTP is for. */
  trigger: LocalFunctions['trigger'];
  /** Breaks every connection to the bell, as a network does. */
  hangUp(): void;
  /** With `triggers`: waits until the functions have been called for all that the streams have been read for. */
  idle(): Promise<void>;
};

/** What stands beside Nod, such as a provider, and what the functions are told of it. */
type Beside = { variables: Record<string, string>; stop?(): Promise<void> };

type Started = {
  nod: Nod;
  /** Answers that were other than the document of the API says. */
  wrongAnswers: string[];
  /** Takes away what the tests of a file have left. */
  forget(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Nod for the tests of a file; no function may have left its grants, kept quiet about who made a row, or answered other
 * than the document of the API says. A file that asks for nothing of its own uses the one that all such files of a process share, and begins with
 * empty tables. One that does has a Nod of its own: with `variables` for the functions, with what stands `beside` it
 * and must know its address, with a `bell`, which rings if there are triggers, or with `triggers`, so that the functions that follow a table are called for what is
 * written (those of a schedule only by {@link Nod.trigger}), on a database of its own, because streams would make the
 * shared one slow.
 */
export function nod({
  variables,
  beside,
  triggers = false,
  bell = false,
}: {
  variables?: Record<string, string>;
  beside?: (origin: string) => Promise<Beside>;
  triggers?: boolean;
  bell?: boolean;
} = {}): Nod {
  const nod = {} as Nod;
  const isShared = variables === undefined && beside === undefined && !triggers && !bell;
  let started: Started;
  beforeAll(async () => {
    started = isShared ? await sharedNod() : await startNod({ variables, beside, triggers, bell });
    Object.assign(nod, started.nod);
  });
  afterAll(async () => {
    if (isShared) await started?.forget();
    else await started?.stop();
    const calls = nod.recordingProxy?.calls.splice(0) ?? [];
    expect(ungranted(calls)).toEqual([]);
    expect(unattributed(calls)).toEqual([]);
    expect(started?.wrongAnswers.splice(0) ?? []).toEqual([]);
  });
  return nod;
}

/** Of this process, which takes it along when it ends. */
const shared = globalThis as { sharedNod?: Promise<Started> };

function sharedNod(): Promise<Started> {
  shared.sharedNod ??= startNod({ triggers: false, bell: false });
  return shared.sharedNod;
}

async function startNod({
  variables,
  beside,
  triggers,
  bell,
}: {
  variables?: Record<string, string> | undefined;
  beside?: ((origin: string) => Promise<Beside>) | undefined;
  triggers: boolean;
  bell: boolean;
}): Promise<Started> {
  const tables = await (triggers ? streamedTables() : freshTables());
  const { endpoint, prefix, db, rows } = tables;
  const recordingProxy = await startRecordingProxy(endpoint);
  const media = await startMedia();
  const server = await listen(0);
  const neighbour = await beside?.(server.origin);
  const functions = localFunctions({
    siteOrigin: server.origin,
    relyingPartyId: 'localhost',
    databaseEndpoint: recordingProxy.endpoint,
    mediaEndpoint: media.endpoint,
    tablePrefix: prefix,
    decoySecret: randomUUID(),
    keySecret: randomUUID(),
    originSecret: server.originSecret,
    bellEndpoint: bell ? server.bellEndpoint : undefined,
    variables: {
      DOCUMENTS: documentsFile({ local: true }),
      STORE_TIMEOUT_MS: process.env.STORE_TIMEOUT_MS ?? '',
      ...variables,
      ...neighbour?.variables,
    },
  });
  const wrongAnswers: string[] = [];
  server.serve({
    functions: checked(functions, wrongAnswers),
    siteFolder: siteFolder({ local: true }),
    mediaEndpoint: media.endpoint,
  });
  const hasBell = bell || neighbour?.variables.BELL_ENDPOINT !== undefined;
  const streams = triggers
    ? await followStreams({ functions, databaseEndpoint: endpoint, tablePrefix: prefix, hasBell })
    : undefined;

  return {
    nod: {
      origin: server.origin,
      originSecret: server.originSecret,
      recordingProxy,
      db,
      rows,
      mediaEndpoint: media.endpoint,
      loseMedia: media.stop,
      trigger: functions.trigger,
      hangUp: server.hangUp,
      idle: async () => streams?.idle(),
    },
    wrongAnswers,
    async forget() {
      recordingProxy.mend();
      recordingProxy.leadTo(endpoint);
      await tables.empty();
    },
    async stop() {
      await streams?.stop();
      await server.close();
      await functions.stop();
      await media.stop();
      await neighbour?.stop?.();
      await recordingProxy.close();
      await tables.close();
    },
  };
}
