/** What is hidden and shown again is what it was, whatever stood in it and whatever was counted. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../shared/database.ts';
import { newSessionId, newUserId, type PostId, type UserId } from '../../../shared/ids.ts';
import { hiddenPostStore } from '../../../shared/posts/hidden-post-store.ts';
import { newPostId } from '../../../shared/posts/post.ts';
import { postFrom, postKey, postStore } from '../../../shared/posts/post-store.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt } = tables();
const [posts, hiding] = [postStore(db), hiddenPostStore(db)];
const NOW = new Date('2027-03-10T12:00:00.000Z');
const reported = newSessionId();

/** A row beside which nothing else of its author's stands. */
async function put(more: Item): Promise<Item & { pk: string; sk: string }> {
  const [userId, id] = [newUserId(), newPostId(NOW)];
  const item = { ...postKey(userId, id), postId: id, createdAt: 1, sessionId: reported, ...more };
  await db.put({ Put: { TableName: db.tableName('Posts'), Item: item } });
  return item;
}

const rowsOf = ({ pk }: Item) =>
  db.queryAll({
    TableName: db.tableName('Posts'),
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
  });

const POST = { body: 'Hello', feed: 'all' };
const THREAD = { id: newPostId(NOW), author: newUserId() };
const REPLY = {
  body: 'Well',
  feed: 'replies',
  thread: THREAD,
  above: [],
  replyTo: { ...THREAD, username: 'tom' },
};
const NOTHING = { replies: 0, places: 0 };

const addressOf = ({ pk, postId }: Item) => ({ author: pk as UserId, id: postId as PostId });

const hide = (row: Item, below = NOTHING) => hiding.hide(reported, postFrom(row), below);

describe('a row', () => {
  it.each<[string, Item]>([
    ['a post', POST],
    ['a post that is counted', { ...POST, likes: 3, reposts: 1 }],
    ['a post that was liked and is not any more', { ...POST, likes: 0 }],
    ['a post that was edited', { ...POST, edits: 2, editedAt: 7.25 }],
  ])('%s is nowhere while it is hidden, and shown as it was', async (_, more) => {
    const row = await put(more);
    await db.write(...hide(row));
    const [hidden, ...others] = await rowsOf(row);
    expect(others).toEqual([]);
    expect(hidden).not.toHaveProperty('feed');
    await db.write(...hiding.show(hidden as Item, undefined, NOTHING));
    expect(await rowsOf(row)).toEqual([row]);
  });

  it.each<[string, Item]>([
    ['a post that was answered', { ...POST, likes: 3, reposts: 1, replies: 2 }],
    ['a reply, which its thread lists', { ...REPLY, root: THREAD.id, likes: 2, places: 1 }],
    ['a reply that was taken out of its thread', { ...REPLY, removedBy: THREAD.author }],
  ])('%s leaves a place without its words, and is shown as it was', async (_, more) => {
    const row = await put(more);
    await db.write(...hide(row));
    const [hidden, place] = await rowsOf(row);
    for (const words of ['body', 'feed', 'likes', 'reposts']) expect(place).not.toHaveProperty(words);
    for (const index of ['feed', 'root']) expect(hidden).not.toHaveProperty(index);
    expect(place).toMatchObject({ sk: row.sk, gone: 'hidden' });
    // What was answered below it meanwhile is counted there.
    await db.update(posts.countBelow(addressOf(row), { replies: 1, places: 0 }));
    const [there] = await hiding.rowsAt([addressOf(row)]);
    await db.write(...hiding.show(hidden as Item, there, NOTHING));
    expect(await rowsOf(row)).toEqual([
      { ...row, replies: Number(row.replies ?? 0) + 1, places: row.places ?? 0 },
    ]);
  });

  it('that was liked, or edited, since it was read is not hidden as it was', async () => {
    const row = await put(POST);
    await db.update(posts.count(row.pk as never, row.postId as never, 'likes', 1));
    expect(await attempt(...hide(row))).toBe('refused');
    const [liked] = await rowsOf(row);
    await put({ ...liked, body: 'Written anew', edits: 1, editedAt: 7 });
    expect(await attempt(...hide(liked as Item))).toBe('refused');
    const [anew] = await rowsOf(row);
    expect(await attempt(...hide(anew as Item))).toBe('written');
    expect((await rowsOf(row))[0]).toMatchObject({ likes: 1, body: 'Written anew' });
  });

  it('that was taken out of its thread since it was read is not hidden as it was', async () => {
    const row = await put({ ...REPLY, root: THREAD.id });
    await db.write(posts.takeOut(postFrom(row), THREAD.author));
    expect(await attempt(...hide(row))).toBe('refused');
  });

  it.each([
    ['is hidden', POST],
    ['has left its place', { ...POST, replies: 1 }],
  ])('that %s is liked no more', async (_, more) => {
    const row = await put(more);
    await db.write(...hide(row));
    expect(await attempt(posts.count(row.pk as never, row.postId as never, 'likes', 1))).toBe('refused');
    expect(await attempt(posts.isThere(row.pk as never, row.postId as never))).toBe('refused');
  });

  it('that is a repost is no word of the session, and is left to the undo log', async () => {
    const userId = newUserId();
    const [own, repost] = [newPostId(NOW), newPostId(NOW)];
    const TableName = db.tableName('Posts');
    const of = { sessionId: reported, createdAt: 1 };
    await db.put({ Put: { TableName, Item: { ...postKey(userId, own), postId: own, ...POST, ...of } } });
    const repostOf = { author: newUserId(), id: newPostId(NOW), username: 'tom' };
    await db.put({
      Put: { TableName, Item: { ...postKey(userId, repost), postId: repost, repostOf, ...of } },
    });
    const session = { userId, startedAt: NOW, id: reported } as never;
    const { items } = await hiding.writtenSince(session, () => true, undefined, NOW);
    expect(items.map(({ postId }) => postId)).toEqual([own]);
  });
});
