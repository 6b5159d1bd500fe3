/** What follows the stream of posts, called as Lambda calls it: killed in the middle, twice, out of order, and with poison. */
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleCopied } from '../../functions/people-copied.ts';
import { postsCopied as allOfPostsCopied } from '../../functions/posts-copied.ts';
import type { Copier } from '../../shared/copies/change.ts';
import type { Database } from '../../shared/database.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import { followKey, followStore } from '../../shared/people/follow-store.ts';
import { hidesStore } from '../../shared/people/hides-store.ts';
import { profileStore } from '../../shared/people/profile-store.ts';
import { unfollowedStore } from '../../shared/people/unfollowed-store.ts';
import { newPostId, type Post } from '../../shared/posts/post.ts';
import { postKey, postStore } from '../../shared/posts/post-store.ts';
import { repostStore } from '../../shared/posts/repost-store.ts';
import { copyPosts } from '../../shared/timelines/copy-posts.ts';
import { homePage } from '../../shared/timelines/home.ts';
import { changeOf, recordOf } from '../support/stream-records.ts';
import { tables } from '../support/tables.ts';

/** What follows posts, as far as it is about timelines. */
const postsCopied = (by: Database, copiers: readonly Copier[] = [copyPosts]) => allOfPostsCopied(by, copiers);

const { db, rows, empty } = tables();

beforeEach(empty);

const userId = (at: number): UserId => `usr_${String(at).padStart(22, '0')}`;
const AUTHOR = userId(99_999);
const nameOf = (id: UserId) => ({ userId: id, username: `u${Number(id.slice(4))}`, displayName: 'Somebody' });
const follow = (follower: UserId, at = new Date()) =>
  followStore(db).follow(
    { follower, followed: AUTHOR, at, sessionId: 'ses_test' },
    { follower: nameOf(follower), followed: nameOf(AUTHOR) },
  );

async function putFollowers(count: number): Promise<UserId[]> {
  const ids = Array.from({ length: count }, (_, at) => userId(at));
  await Promise.all(
    Array.from({ length: 10 }, async (_, lane) => {
      for (let at = lane; at < count; at += 10) {
        await db.write(...follow(userId(at), new Date(Date.UTC(2026, 0, 1) + at * 1000)));
      }
    }),
  );
  return ids;
}

async function putPost(body = 'Hello', createdAt = new Date()): Promise<PostId> {
  const post: Post = { id: newPostId(createdAt), ...nameOf(AUTHOR), body, createdAt, sessionId: 'ses_test' };
  await db.write(postStore(db).create(post));
  return post.id;
}

/** Whose home has a post. */
const having = async (id: PostId) =>
  (await rows()).Copies.filter(({ sk }) => sk === id)
    .map(({ pk }) => String(pk).slice('home#'.length))
    .sort();

const copyings = async () => (await rows()).Posts.filter(({ sk }) => String(sk).startsWith('copying#'));

/** Calls for all that is on its way, as the stream does, until nothing is. @returns how many steps that took */
async function goOn(handle: (event: { Records: DynamoDBRecord[] }) => Promise<unknown>): Promise<number> {
  for (let steps = 0; ; steps++) {
    const [row] = await copyings();
    if (row === undefined) return steps;
    await handle({ Records: [changeOf(row, row.step === 1 ? 'INSERT' : 'MODIFY')] });
  }
}

/** A database that is gone after so many batches were written. */
const dyingAfter = (batches: number): Database => ({
  ...db,
  putAll: async (...parameters) => {
    if (batches-- <= 0) throw new Error('killed');
    await db.putAll(...parameters);
  },
});

describe('a post', () => {
  it('reaches its author and everybody who follows them, step by step', { timeout: 120_000 }, async () => {
    const followers = await putFollowers(1100);
    const id = await putPost();
    const { handle } = postsCopied(db);
    expect(await handle({ Records: [recordOf(postKey(AUTHOR, id))] })).toEqual({ batchItemFailures: [] });
    expect(await having(id)).toHaveLength(501);
    expect(await copyings()).toMatchObject([{ step: 1 }]);
    expect(await goOn(handle)).toBe(2);
    expect(await having(id)).toEqual([...followers, AUTHOR].sort());
  });

  it('loses nobody and meets nobody twice where a step is killed in the middle', {
    timeout: 120_000,
  }, async () => {
    const followers = await putFollowers(600);
    const id = await putPost();
    const record = recordOf(postKey(AUTHOR, id));
    // In each place where it may be killed: the author, the first followers, before the first step is noted, in the second.
    for (const batches of [0, 3, 6]) {
      const { batchItemFailures } = await postsCopied(dyingAfter(batches)).handle({ Records: [record] });
      expect(batchItemFailures).toHaveLength(1);
      expect(await copyings()).toEqual([]);
    }
    await postsCopied(db).handle({ Records: [record] });
    const [row = {}] = await copyings();
    const again = recordOf(row);
    expect((await postsCopied(dyingAfter(2)).handle({ Records: [again] })).batchItemFailures).toHaveLength(1);
    expect(await copyings()).toEqual([row]);
    await postsCopied(db).handle({ Records: [again] });
    expect(await copyings()).toEqual([]);
    expect(await having(id)).toEqual([...followers, AUTHOR].sort());
    const before = await rows();
    // What comes late, or once more, changes nothing.
    await postsCopied(db).handle({ Records: [again, again] });
    expect(await rows()).toEqual(before);
  });

  it('is done once by two that do the same step at once', { timeout: 120_000 }, async () => {
    const followers = await putFollowers(1100);
    const id = await putPost();
    const { handle } = postsCopied(db);
    await Promise.all([1, 2].map(() => handle({ Records: [recordOf(postKey(AUTHOR, id))] })));
    const [row = {}] = await copyings();
    expect(row.step).toBe(1);
    await Promise.all([1, 2].map(() => handle({ Records: [recordOf(row)] })));
    expect(await copyings()).toMatchObject([{ step: 2 }]);
    await goOn(handle);
    expect(await having(id)).toEqual([...followers, AUTHOR].sort());
  });

  it('that is gone, a reply, or a year old is put nowhere', async () => {
    await putFollowers(2);
    const { handle } = postsCopied(db);
    const gone = await putPost();
    await db.remove({ Delete: { TableName: db.tableName('Posts'), Key: postKey(AUTHOR, gone) } });
    const old = await putPost('Old', new Date(Date.now() - 366 * 86_400_000));
    const reply = await putPost('A reply');
    await db.write({
      Update: {
        TableName: db.tableName('Posts'),
        Key: postKey(AUTHOR, reply),
        UpdateExpression: 'SET feed = :replies',
        ExpressionAttributeValues: { ':replies': 'replies' },
      },
    });
    await handle({ Records: [gone, old, reply].map((id) => recordOf(postKey(AUTHOR, id))) });
    expect((await rows()).Copies).toEqual([]);
  });

  it('that is a repost stands at its own place, and only while it stands', async () => {
    const [follower = AUTHOR] = await putFollowers(1);
    const [original, repost] = [newPostId(new Date(0)), newPostId(new Date())];
    const writer = userId(77);
    const createdAt = new Date();
    await db.write(
      postStore(db).create({
        id: original,
        ...nameOf(writer),
        body: 'Old',
        createdAt,
        sessionId: 'ses_test',
      }),
      {
        Put: {
          TableName: db.tableName('Posts'),
          Item: {
            ...postKey(AUTHOR, repost),
            ...nameOf(AUTHOR),
            postId: repost,
            repostOf: { author: writer, id: original },
            createdAt: createdAt.getTime() / 1000,
            sessionId: 'ses_test',
          },
        },
      },
      profileStore(db).count(follower, 'following', 1),
    );
    await postsCopied(db).handle({ Records: [recordOf(postKey(AUTHOR, repost))] });
    expect(await having(repost)).toEqual([follower, AUTHOR].sort());
    const [shown] = (await homePage(db, follower, {})).items;
    expect(shown).toMatchObject({ id: original, body: 'Old', by: { username: nameOf(AUTHOR).username } });
    await db.write(repostStore(db).delete(AUTHOR, repost));
    expect((await homePage(db, follower, {})).items).toEqual([]);
  });

  it('with poison in it costs nobody else theirs', async () => {
    const followers = await putFollowers(3);
    const [good, bad] = [await putPost('Good'), await putPost('Bad')];
    const poisoned: Copier = async (_, { key }) => {
      if (key.sk.endsWith(bad)) throw new Error('poison');
    };
    const [first, second] = [good, bad].map((id) => recordOf(postKey(AUTHOR, id)));
    if (first === undefined || second === undefined) return expect.unreachable();
    const answer = await postsCopied(db, [poisoned, copyPosts]).handle({ Records: [second, first] });
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: second.dynamodb?.SequenceNumber }]);
    // Nor what else is done about the same record.
    for (const id of [good, bad]) expect(await having(id)).toEqual([...followers, AUTHOR].sort());
  });

  it('is given to nobody who unfollows while it is on its way', async () => {
    const [first = AUTHOR] = await putFollowers(3);
    const id = await putPost();
    let isCleaned = false;
    const racing: Database = {
      ...db,
      putAll: async (...parameters) => {
        if (!isCleaned) {
          isCleaned = true;
          const found = await followStore(db).get(first, AUTHOR);
          if (found !== undefined) await db.write(...followStore(db).unfollow(found));
          await peopleCopied(db).handle({ Records: [changeOf(followKey(first, AUTHOR), 'REMOVE')] });
        }
        await db.putAll(...parameters);
      },
    };
    await postsCopied(racing).handle({ Records: [recordOf(postKey(AUTHOR, id))] });
    expect(await having(id)).toEqual([userId(1), userId(2), AUTHOR].sort());
  });
});

describe('a follow', () => {
  const reader = userId(1);
  const record = () => recordOf(followKey(reader, AUTHOR));

  async function unfollow(): Promise<void> {
    const found = await followStore(db).get(reader, AUTHOR);
    if (found !== undefined) await db.write(...followStore(db).unfollow(found));
    await db.write(unfollowedStore(db).add(reader, AUTHOR));
  }

  it('brings in the last fifty posts, however often it is told', async () => {
    const ids: PostId[] = [];
    for (let at = 0; at < 55; at++) ids.push(await putPost(`Post ${at}`, new Date(Date.now() + at)));
    await db.write(...follow(reader));
    const { handle } = peopleCopied(db);
    await handle({ Records: [record(), record()] });
    const copies = (await rows()).Copies;
    expect(copies.map(({ sk }) => sk).sort()).toEqual(ids.slice(-50));
    await handle({ Records: [record()] });
    expect((await rows()).Copies).toEqual(copies);
  });

  it('that has ended takes them out again, in whichever order that is told', async () => {
    await putPost();
    await db.write(...follow(reader));
    const { handle } = peopleCopied(db);
    await handle({ Records: [record()] });
    await unfollow();
    const ended = changeOf(followKey(reader, AUTHOR), 'REMOVE');
    await handle({ Records: [ended, record()] });
    expect((await rows()).Copies).toEqual([]);
    expect((await hidesStore(db).get(reader)).unfollowed).toEqual(new Set());
    // Followed again, a late word of the end takes nothing away.
    await db.write(...follow(reader));
    await handle({ Records: [record(), ended] });
    expect((await rows()).Copies).toHaveLength(1);
  });

  it('goes out of a long timeline in steps that survive a kill', { timeout: 120_000 }, async () => {
    await db.write(...follow(reader));
    // More than one page of a query, which ends at a megabyte.
    const filler = 'x'.repeat(2000);
    await db.putAll('Copies', {
      put: Array.from({ length: 1200 }, (_, at) => ({
        pk: `home#${reader}`,
        sk: newPostId(new Date(at)),
        author: at % 2 === 0 ? AUTHOR : userId(7),
        filler,
      })),
    });
    await unfollow();
    const ended = changeOf(followKey(reader, AUTHOR), 'REMOVE');
    expect((await peopleCopied(dyingAfter(1)).handle({ Records: [ended] })).batchItemFailures).toHaveLength(
      1,
    );
    expect((await hidesStore(db).get(reader)).unfollowed).toEqual(new Set([AUTHOR]));
    await peopleCopied(db).handle({ Records: [ended] });
    const left = (await rows()).Copies;
    expect(left).toHaveLength(600);
    expect(new Set(left.map(({ author }) => author))).toEqual(new Set([userId(7)]));
    expect((await hidesStore(db).get(reader)).unfollowed).toEqual(new Set());
  });
});

describe('a store that takes only some of a batch', () => {
  let client: ReturnType<typeof mockClient>;
  afterEach(() => client.restore());

  it('is sent the rest again', async () => {
    client = mockClient(DynamoDBDocumentClient);
    const sent: number[] = [];
    client.on(BatchWriteCommand).callsFake(({ RequestItems }) => {
      const [[name, requests]] = Object.entries(RequestItems) as [[string, unknown[]]];
      sent.push(requests.length);
      return sent.length < 3 ? { UnprocessedItems: { [name]: requests.slice(10) } } : {};
    });
    await db.putAll('Copies', { put: Array.from({ length: 25 }, (_, at) => ({ pk: 'a', sk: String(at) })) });
    expect(sent).toEqual([25, 15, 5]);
  });
});

it('a post with 200 followers costs at most 225 write units', { timeout: 60_000 }, async () => {
  await putFollowers(200);
  const id = await putPost();
  let copies = 0;
  let others = 0;
  const counting: Database = {
    ...db,
    putAll: async (table, { put = [], remove = [] }) => {
      copies += put.length + remove.length;
      await db.putAll(table, { put, remove });
    },
    put: async (write) => {
      others++;
      await db.put(write);
    },
    write: async (...writes) => {
      others += 2 * writes.length;
      await db.write(...writes);
    },
  };
  await allOfPostsCopied(counting).handle({ Records: [recordOf(postKey(AUTHOR, id))] });
  // Two hundred followers, the author, and the one word that it is found by.
  expect(copies).toBe(202);
  // Besides: the post and its row in the index, its author's count, a check of the session, a key, the limit.
  expect(copies + others + 2 + 1 + 2 + 2 + 2 + 1).toBeLessThanOrEqual(225);
});
