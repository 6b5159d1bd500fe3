/** The whole of Nod for one test file: fresh tables, the bundles and the local server. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { siteFolder } from '../../infra/bundles.ts';
import { startDatabase } from '../../infra/local/database.ts';
import { type LocalFunctions, localFunctions } from '../../infra/local/functions.ts';
import { listen } from '../../infra/local/server.ts';
import { followStreams } from '../../infra/local/triggers.ts';
import type { Database, Item } from '../../shared/database.ts';
import type { TableName } from '../../shared/tables.ts';
import { checked } from './answers.ts';
import { ungranted } from './grants.ts';
import { freshTables } from './tables.ts';
import { startWiretap, type Wiretap } from './wiretap.ts';

export type Nod = {
  origin: string;
  /** The same tables, for looking into them and for putting them into a state. */
  db: Database;
  /** Every row of every table. */
  rows(): Promise<Record<TableName, Item[]>>;
  wiretap: Wiretap;
  /** Calls a function that no call over HTTP is for. */
  trigger: LocalFunctions['trigger'];
};

/** What stands beside Nod, such as a provider, and what the functions are told of it. */
type Beside = { variables: Record<string, string>; stop?(): Promise<void> };

/**
 * Starts Nod before the tests of a file and stops it after them; no function may have left its grants, or
 * answered other than the document of the API says. What
 * stands beside it and must know its address is started by `beside`. With `triggers`, the functions that follow a
 * table are called for what is written; those of a schedule only by {@link Nod.trigger}. With `ownDatabase` nothing
 * is in the way that other files have left in the one that they share, which gets slow with it.
 */
export function nod(
  beside: Record<string, string> | ((origin: string) => Promise<Beside>) = {},
  { triggers = false, ownDatabase = false } = {},
): Nod {
  const nod = {} as Nod;
  let stop = async () => {};
  let wrongAnswers: string[] = [];
  beforeAll(async () => {
    const started = await startNod(
      typeof beside === 'function' ? beside : async () => ({ variables: beside }),
      triggers,
      ownDatabase,
    );
    Object.assign(nod, started.nod);
    stop = started.stop;
    wrongAnswers = started.wrongAnswers;
  });
  afterAll(async () => {
    await stop();
    expect(ungranted(nod.wiretap?.calls ?? [])).toEqual([]);
    expect(wrongAnswers).toEqual([]);
  });
  return nod;
}

async function startNod(
  beside: (origin: string) => Promise<Beside>,
  triggers: boolean,
  ownDatabase: boolean,
): Promise<{ nod: Nod; wrongAnswers: string[]; stop(): Promise<void> }> {
  const database = ownDatabase ? await startDatabase() : undefined;
  const { endpoint, prefix, db, rows, close } = await freshTables(database?.endpoint);
  const wiretap = await startWiretap(endpoint);
  const server = await listen(0);
  const { variables, stop: stopBeside } = await beside(server.origin);
  const functions = localFunctions({
    siteOrigin: server.origin,
    relyingPartyId: 'localhost',
    databaseEndpoint: wiretap.endpoint,
    tablePrefix: prefix,
    decoySecret: randomUUID(),
    keySecret: randomUUID(),
    originSecret: server.originSecret,
    variables,
  });
  const wrongAnswers: string[] = [];
  server.serve({ functions: checked(functions, wrongAnswers), siteFolder: siteFolder({ local: true }) });
  const streams = triggers
    ? await followStreams({ functions, databaseEndpoint: endpoint, tablePrefix: prefix })
    : undefined;

  return {
    nod: { origin: server.origin, wiretap, db, rows, trigger: functions.trigger },
    wrongAnswers,
    async stop() {
      await streams?.stop();
      await server.close();
      await functions.stop();
      await stopBeside?.();
      await wiretap.close();
      await close();
      await database?.stop();
    },
  };
}
