/**
 * `npm run rebuild`: makes the table Copies anew from the others. On this machine, while `npm start` is not running; or
 * with `-- --stage prod` of that deployment, with the credentials and the region of the AWS CLI. Tables that were restored
 * from a backup are named: `--posts <name> --copies <name>`.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { ROOT } from '../infra/bundles.ts';
import {
  createTables,
  databaseClient,
  LOCAL_PREFIX,
  localTableName,
  startDatabase,
} from '../infra/local/database.ts';
import { rebuild } from '../infra/rebuilding.ts';
import type { TableName } from '../shared/tables.ts';

const { values: options } = parseArgs({
  options: { stage: { type: 'string' }, posts: { type: 'string' }, copies: { type: 'string' } },
});

if (options.stage === undefined) await rebuildLocally();
else await rebuildDeployment(options.stage);

async function rebuildLocally(): Promise<void> {
  const folder = resolve(process.env.NOD_DATA_DIR ?? resolve(ROOT, '.nod'), 'dynamodb');
  const database = await startDatabase({ folder });
  try {
    await createTables(database.endpoint, LOCAL_PREFIX);
    const client = databaseClient(database.endpoint, { attempts: 3 });
    say(await rebuild(client, (table) => localTableName(LOCAL_PREFIX, table), new Date()));
    client.destroy();
  } finally {
    await database.stop();
  }
}

async function rebuildDeployment(stage: string): Promise<void> {
  const client = new DynamoDBClient({});
  const names: string[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) names.push(...TableNames);
  const named: Partial<Record<TableName, string | undefined>> = {
    Posts: options.posts,
    Copies: options.copies,
  };
  say(await rebuild(client, (table) => named[table] ?? deployedName(names, stage, table), new Date()));
}

function say(done: Awaited<ReturnType<typeof rebuild>>): void {
  for (const [name, { put, removed }] of Object.entries(done)) {
    console.log(`${name}: ${put} rows put, ${removed} taken away.`);
  }
}

/** As CloudFormation names it: by the stack and the table's logical id. */
function deployedName(names: readonly string[], stage: string, table: TableName): string {
  const found = names.filter((name) => new RegExp(`^Nod-${stage}-Tables${table}[0-9A-F]{8}-`).test(name));
  const [name] = found;
  if (name !== undefined && found.length === 1) return name;
  throw new Error(
    `There are ${found.length} tables ${table} of Nod-${stage} in this account and region: name it by --${table.toLowerCase()}.`,
  );
}
