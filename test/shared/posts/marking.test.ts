/**
 * A post that very many like at once. DynamoDB Local lets transactions on the same item go one after the other; AWS refuses
 * all but one of those that overlap (`TransactionConflict`), so here the client does.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { databaseClient, localTableName } from '../../../infra/local/database.ts';
import { connect, type Database, type Write } from '../../../shared/database.ts';
import { newUserId } from '../../../shared/ids.ts';
import { marking } from '../../../shared/posts/marking.ts';
import { newPostId, type Post } from '../../../shared/posts/post.ts';
import { postStore } from '../../../shared/posts/post-store.ts';
import { sessionStore } from '../../../shared/sessions/session-store.ts';
import { active, standing } from '../../support/sessions.ts';
import { tables } from '../../support/tables.ts';

const fresh = tables();

/** How long AWS holds the items of a transaction, between preparing it and having committed it. */
const HELD_MS = 15;

/** The same tables behind a client that refuses whatever overlaps. */
function contended(): { db: Database; refused(): number } {
  const client = databaseClient(fresh.endpoint);
  const held = new Set<string>();
  let refused = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
      const items = (args.input as { TransactItems: Write[] }).TransactItems;
      const keys = items.map((item) => {
        const { Key, Item } = Object.values(item)[0] as { Key?: object; Item?: { pk: unknown; sk: unknown } };
        return JSON.stringify(Key ?? { pk: Item?.pk, sk: Item?.sk });
      });
      if (keys.some((key) => held.has(key))) {
        refused++;
        throw Object.assign(new Error('contended'), {
          name: 'TransactionCanceledException',
          CancellationReasons: keys.map((key) => ({ Code: held.has(key) ? 'TransactionConflict' : 'None' })),
        });
      }
      for (const key of keys) held.add(key);
      // For so long and no longer, however busy this machine's database is.
      await sleep(HELD_MS);
      for (const key of keys) held.delete(key);
      return next(args);
    },
    { step: 'initialize', name: 'contended' },
  );
  return {
    db: connect(client, (table) => localTableName(fresh.prefix, table)),
    refused: () => refused,
  };
}

async function putPost(now: Date): Promise<Post> {
  const post: Post = {
    id: newPostId(now),
    userId: newUserId(),
    username: 'susan',
    displayName: 'Susan',
    body: 'Loved',
    createdAt: now,
    sessionId: active(now).id,
  };
  await fresh.db.write(postStore(fresh.db).create(post));
  return post;
}

async function people(howMany: number, now: Date) {
  const sessions = Array.from({ length: howMany }, () => active(now));
  for (const session of sessions) await fresh.db.write(...standing(sessionStore(fresh.db), session));
  return sessions;
}

describe('a post that many like at once', () => {
  it('is liked by all of them, and each counts', { timeout: 120_000 }, async () => {
    const now = new Date();
    const [post, sessions] = [await putPost(now), await people(40, now)];
    const { db, refused } = contended();
    const likes = await Promise.all(
      sessions.map(async (session) => {
        // Within one second.
        await sleep(Math.random() * 1000);
        return marking(db, session, post.id, 'like', now);
      }),
    );
    expect(likes.every(({ mark }) => mark.liked)).toBe(true);
    expect((await postStore(db).ofAuthorById(post.userId, post.id))?.likes).toBe(40);
    // Or nothing was contended, and the test has shown nothing.
    expect(refused()).toBeGreaterThan(0);
    console.log(`40 likes within a second, each held ${HELD_MS} ms: ${refused()} transactions were refused`);
  });

  it('and one that is contended for as long as anybody waits is refused with 503, and nothing is written', {
    timeout: 60_000,
  }, async () => {
    const now = new Date();
    const [post, [session]] = [await putPost(now), await people(1, now)];
    let sent = 0;
    const client = databaseClient(fresh.endpoint);
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
        sent++;
        throw Object.assign(new Error('contended'), {
          name: 'TransactionCanceledException',
          CancellationReasons: [{ Code: 'TransactionConflict' }],
        });
      },
      { step: 'initialize', name: 'contended' },
    );
    const db = connect(client, (table) => localTableName(fresh.prefix, table));
    if (session === undefined) throw new Error('nobody is there');
    const began = performance.now();
    await expect(marking(db, session, post.id, 'like', now)).rejects.toMatchObject({
      code: 'store_unavailable',
    });
    // Of the ten seconds that a function has.
    expect(performance.now() - began).toBeLessThan(8000);
    expect(sent).toBe(20);
    expect((await postStore(fresh.db).ofAuthorById(post.userId, post.id))?.likes).toBeUndefined();
  });
});
