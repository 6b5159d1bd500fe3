/**
 * What everybody's acts cost at the store, when there is little and when there is much:
 * `npm run bench:growth [-- --posts 1000,10000,100000 --sessions 10,2000 --flood 990]`.
 *
 * The bundles run against DynamoDB Local, which counts read units as AWS does; but a row that a BatchGetItem asks for and
 * that is not there is 0 units to it, and half a one to AWS. Write units are computed, and what is written by the clock is
 * left out (`store-costs.ts`). Columns are situations, one after the other, and each cell says calls, read units and write
 * units of one act. People whom one follows will be one more kind of situation, once there are any.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import {
  BatchWriteItemCommand,
  type BatchWriteItemCommandOutput,
  type DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { bundleFunctions, siteFolder } from '../../infra/bundles.ts';
import { createTables, databaseClient, localTableName, startDatabase } from '../../infra/local/database.ts';
import { localFunctions } from '../../infra/local/functions.ts';
import { listen } from '../../infra/local/server.ts';
import { connect, type Database, type Item } from '../../shared/database.ts';
import type { UserId } from '../../shared/ids.ts';
import { newPostId } from '../../shared/posts/post.ts';
import { IN_FEED, postKey } from '../../shared/posts/post-store.ts';
import { toSeconds } from '../../shared/seconds.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { dailyActs } from '../support/daily-acts.ts';
import { pendingFlood } from '../support/pending-flood.ts';
import { newPerson } from '../support/people.ts';
import { startRecordingProxy } from '../support/recording-proxy.ts';
import { putActiveSessions } from '../support/sessions.ts';
import { type StoreCost, storeCosts } from '../support/store-costs.ts';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000,10000,100000' },
    sessions: { type: 'string', default: '10,2000' },
    flood: { type: 'string', default: '990' },
  },
});
const sizesOf = (name: keyof typeof values): number[] => String(values[name]).split(',').map(Number);

const PREFIX = 'growth-';
const tableName = (table: Parameters<Database['tableName']>[0]) => localTableName(PREFIX, table);
/** As many as DynamoDB takes in one BatchWriteItem, and as many of those at a time. */
const [IN_A_BATCH, BATCHES] = [25, 8];

const found: { name: string; costs: Record<string, StoreCost> }[] = [];

async function main(): Promise<void> {
  await bundleFunctions();
  const database = await startDatabase();
  const client = databaseClient(database.endpoint, { attempts: 5 });
  // The database makes all of this machine's work, and may take its time.
  process.env.STORE_TIMEOUT_MS = '60000';
  const db = connect(client, tableName);
  await createTables(database.endpoint, PREFIX, { streams: false });
  const proxy = await startRecordingProxy(database.endpoint);
  const server = await listen(0);
  const functions = localFunctions({
    siteOrigin: server.origin,
    relyingPartyId: 'localhost',
    databaseEndpoint: proxy.endpoint,
    tablePrefix: PREFIX,
    decoySecret: randomUUID(),
    keySecret: randomUUID(),
    originSecret: server.originSecret,
    variables: { NOD_LIMITS_SCALE: '1000' },
  });
  server.serve({ functions, siteFolder: siteFolder({ local: true }) });

  /** Measures the acts of somebody for whom something has been prepared. */
  async function situation(name: string, prepare: (userId: UserId) => Promise<unknown>): Promise<void> {
    const [person, other] = [await newPerson(server), await newPerson(server)];
    const userId = (await userStore(db).idByName(person.username)) as UserId;
    await prepare(userId);
    const { id } = await person.browser.succeed('post-create', { body: { body: 'The newest of all.' } });
    found.push({ name, costs: await storeCosts(proxy, dailyActs(server, person, id, other.username)) });
    console.error(`${name}: done`);
  }

  try {
    let posts = 0;
    for (const size of sizesOf('posts')) {
      await situation(`${size} posts`, async (userId) => {
        await putPosts(client, userId, size - posts);
        posts = size;
      });
    }
    for (const size of sizesOf('sessions')) {
      await situation(`${size} sessions`, (userId) =>
        putActiveSessions(sessionStore(db), (writes) => db.write(...writes), userId, size),
      );
    }
    for (const size of sizesOf('flood')) {
      await situation(`${size} strangers ask`, (userId) => pendingFlood(db, userId, size));
    }
    report();
  } finally {
    await server.close();
    await functions.stop();
    await proxy.close();
    client.destroy();
    await database.stop();
  }
}

/** Writes so many posts of one author, a second apart, up to now. */
async function putPosts(client: DynamoDBClient, userId: UserId, count: number): Promise<void> {
  const begin = Date.now() - count * 1000;
  let next = 0;
  const writeBatches = async () => {
    while (next < count) {
      const batch = Array.from({ length: Math.min(IN_A_BATCH, count - next) }, () =>
        postRow(userId, new Date(begin + 1000 * next++)),
      );
      let left: WriteRequest[] | undefined = batch.map((row) => ({ PutRequest: { Item: marshall(row) } }));
      while (left !== undefined && left.length > 0) {
        const command: BatchWriteItemCommand = new BatchWriteItemCommand({
          RequestItems: { [tableName('Posts')]: left },
        });
        const answer: BatchWriteItemCommandOutput = await client.send(command);
        left = answer.UnprocessedItems?.[tableName('Posts')];
      }
    }
  };
  await Promise.all(Array.from({ length: BATCHES }, writeBatches));
}

function postRow(userId: UserId, createdAt: Date): Item {
  const id = newPostId(createdAt);
  const text = {
    body: 'One of very many posts, and as long as most of them are.',
    username: 'many',
    displayName: 'Many',
  };
  const made = { sessionId: 'ses_0000000000000000000000', approvedBy: 'dev_0000000000000000000000' };
  return {
    ...postKey(userId, id),
    ...text,
    ...made,
    postId: id,
    ...IN_FEED,
    createdAt: toSeconds(createdAt),
  };
}

function report(): void {
  const line = (cells: string[]) => console.log(`| ${cells.join(' | ')} |`);
  console.log('Calls, read units and write units of one act:\n');
  line(['', ...found.map(({ name }) => name)]);
  line(['---', ...found.map(() => '---')]);
  for (const act of Object.keys(found[0]?.costs ?? {})) {
    line([
      act,
      ...found.map(({ costs }) => {
        const { calls, reads, writes } = costs[act] ?? { calls: 0, reads: 0, writes: 0 };
        return `${calls}: ${reads} + ${writes}`;
      }),
    ]);
  }
}

await main();
