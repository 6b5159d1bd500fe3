/**
 * What everybody's acts cost at the store, when there is little and when there is much:
 * `npm run bench:growth [-- --posts 1000,10000,100000 --people 10000 --follows 10,1000 --followers 10000 --sessions 10,2000
 * --flood 990]`.
 *
 * The bundles run against DynamoDB Local, which counts read units as AWS does; but a row that a BatchGetItem asks for and
 * that is not there is 0 units to it, and half a one to AWS. Write units are computed, and what is written by the clock is
 * left out (`store-costs.ts`). Columns are situations, one after the other, and each cell says calls, read units and write
 * units of one act. What follows from the posts is there as the stream's functions leave it; how long they take to bring
 * one post to all who follow its author is said at the end.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { bundleFunctions, siteFolder } from '../../infra/bundles.ts';
import { createTables, databaseClient, localTableName, startDatabase } from '../../infra/local/database.ts';
import { type LocalFunctions, localFunctions } from '../../infra/local/functions.ts';
import { listen } from '../../infra/local/server.ts';
import { REBUILDERS } from '../../infra/rebuilding.ts';
import { allRows } from '../../shared/copies/all-rows-store.ts';
import { copyingKey, copyingStore } from '../../shared/copies/copying-store.ts';
import { connect, type Database, type Item, type Write } from '../../shared/database.ts';
import { newUserId, type UserId } from '../../shared/ids.ts';
import { followStore } from '../../shared/people/follow-store.ts';
import { counting } from '../../shared/people/profile-store.ts';
import { newPostId, type Post } from '../../shared/posts/post.ts';
import { postKey, postStore } from '../../shared/posts/post-store.ts';
import { indexRowsOf } from '../../shared/search/people-index-store.ts';
import { postingsOf } from '../../shared/search/posting-store.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { TABLE_NAMES, type TableName } from '../../shared/tables.ts';
import type { Named } from '../../shared/timelines/timeline-entry.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { dailyActs } from '../support/daily-acts.ts';
import { pendingFlood } from '../support/pending-flood.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { startRecordingProxy } from '../support/recording-proxy.ts';
import { putActiveSessions } from '../support/sessions.ts';
import { type StoreCost, storeCosts } from '../support/store-costs.ts';
import { changeOf, recordOf } from '../support/stream-records.ts';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000,10000,100000' },
    people: { type: 'string', default: '10000' },
    follows: { type: 'string', default: '10,1000' },
    followers: { type: 'string', default: '10000' },
    sessions: { type: 'string', default: '10,2000' },
    flood: { type: 'string', default: '990' },
  },
});
const sizesOf = (name: keyof typeof values): number[] => String(values[name]).split(',').map(Number);

const PREFIX = 'growth-';
const tableName = (table: Parameters<Database['tableName']>[0]) => localTableName(PREFIX, table);
/** Who and what there is much of, and how it was let in. */
const PROVENANCE = {
  sessionId: 'ses_0000000000000000000000',
  approvedBy: 'dev_0000000000000000000000',
} as const;

/** What everybody writes there. */
const BODY = 'One of very many posts, and as long as most of them are.';

/** As many posts as are put together at once. */
const IN_A_PIECE = 5000;

/** So many writers at the database at once, which keeps it busy. */
const AT_ONCE = 8;

/** What was said of bringing a post to many. */
const spread: string[] = [];
const found: { name: string; costs: Record<string, StoreCost> }[] = [];

/** Timelines are made of posts and follows alone. */
async function* none(): AsyncGenerator<Item> {}

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
        await putPosts(db, { userId, username: 'many', displayName: 'Many' }, size - posts);
        posts = size;
      });
    }
    for (const size of sizesOf('people')) {
      await situation(`${size} people`, () => putPeople(db, size));
    }
    for (const size of sizesOf('follows')) {
      await situation(`${size} followed`, async (userId) => {
        const people = await putPeople(db, size);
        for (const person of people) await putPosts(db, person, 3);
        const reader = { userId, username: 'reader', displayName: 'Reader' };
        await putFollows(
          db,
          people.map((followed) => ({ follower: reader, followed })),
        );
        await db.update(counting(db, userId, 'following', size));
        await REBUILDERS.homes?.({
          db,
          rows: () => allRows(client, tableName('Posts')),
          users: none,
          now: new Date(),
        });
      });
    }
    for (const size of sizesOf('followers')) {
      let author: UserId | undefined;
      await situation(`${size} followers`, async (userId) => {
        const people = await putPeople(db, size);
        const followed = { userId, username: 'author', displayName: 'Author' };
        await putFollows(
          db,
          people.map((follower) => ({ follower, followed })),
        );
        await db.update(counting(db, userId, 'followers', size));
        author = userId;
      });
      if (author !== undefined) spread.push(await spreadTo(size, db, functions, author));
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

/** Puts what a store would write, without its conditions and by many rows at once. */
async function putOf(db: Database, writes: Write[]): Promise<void> {
  const rows = new Map<TableName, Item[]>();
  for (const { Put } of writes) {
    const table = TABLE_NAMES.find((name) => Put?.TableName === tableName(name));
    if (Put !== undefined && table !== undefined)
      rows.set(table, [...(rows.get(table) ?? []), Put.Item as Item]);
  }
  for (const [table, items] of rows) await putRows(db, table, items);
}

async function putRows(db: Database, table: TableName, items: Item[]): Promise<void> {
  const share = Math.ceil(items.length / AT_ONCE);
  await Promise.all(
    Array.from({ length: AT_ONCE }, (_, at) =>
      db.putAll(table, { put: items.slice(at * share, (at + 1) * share) }),
    ),
  );
}

/** Writes so many posts of one author, a second apart, up to now, and what they are found by. */
async function putPosts(db: Database, author: Named, count: number): Promise<void> {
  const begin = Date.now() - count * 1000;
  for (let next = 0; next < count; next += IN_A_PIECE) {
    const posts = Array.from({ length: Math.min(IN_A_PIECE, count - next) }, (_, at): Post => {
      const createdAt = new Date(begin + 1000 * (next + at));
      return { id: newPostId(createdAt), ...author, ...PROVENANCE, createdAt, body: BODY };
    });
    await putOf(
      db,
      posts.map((post) => postStore(db).create(post)),
    );
    await putRows(
      db,
      'Copies',
      posts.flatMap((post) => postingsOf(post)),
    );
  }
}

/** Writes so many people, and by what they are found. */
async function putPeople(db: Database, count: number): Promise<Named[]> {
  const createdAt = new Date();
  const people = Array.from({ length: count }, (): Named => {
    const userId = newUserId();
    return {
      userId,
      username: newUsername(),
      displayName: 'One of many',
    };
  });
  const users = userStore(db);
  await putOf(
    db,
    people.flatMap(({ userId: id, ...names }) => {
      const user = { id, ...names, roles: [], createdAt, credentialCount: 1, phones: 1 };
      return [...users.takeName(user, createdAt), users.create(user)];
    }),
  );
  await putRows(db, 'Copies', people.flatMap(indexRowsOf));
  return people;
}

/** Writes who follows whom, without the counts; each a second after the one before. */
async function putFollows(db: Database, follows: { follower: Named; followed: Named }[]): Promise<void> {
  const begin = Date.now() - follows.length * 1000;
  await putOf(
    db,
    follows.flatMap(({ follower, followed }, at) =>
      followStore(db).follow(
        {
          follower: follower.userId,
          followed: followed.userId,
          at: new Date(begin + 1000 * at),
          ...PROVENANCE,
        },
        { follower, followed },
      ),
    ),
  );
}

/** Has the stream's function bring a new post to all of its author's followers, step by step, and says how that went. */
async function spreadTo(
  followers: number,
  db: Database,
  functions: LocalFunctions,
  author: UserId,
): Promise<string> {
  const createdAt = new Date();
  const post: Post = {
    id: newPostId(createdAt),
    userId: author,
    username: 'author',
    displayName: 'Author',
    ...PROVENANCE,
    createdAt,
    body: BODY,
  };
  await db.write(postStore(db).create(post));
  const begun = performance.now();
  let steps = 1;
  await functions.trigger('posts-copied', { Records: [recordOf(postKey(author, post.id))] });
  for (; ; steps++) {
    const progress = await copyingStore(db).get(author, post.id);
    if (progress === undefined) break;
    const step = changeOf(copyingKey(author, post.id), progress.step === 1 ? 'INSERT' : 'MODIFY');
    await functions.trigger('posts-copied', { Records: [step] });
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  return `A post is with all ${followers} followers after ${steps} calls of posts-copied, one after the other: ${seconds} s here.`;
}

function report(): void {
  for (const sentence of spread) console.log(`${sentence}\n`);
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
