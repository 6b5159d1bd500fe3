/** What is hidden and shown again is what it was, whatever stood in it and whatever was counted. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../shared/database.ts';
import { newSessionId, newUserId } from '../../../shared/ids.ts';
import { hiddenPostStore } from '../../../shared/posts/hidden-post-store.ts';
import { newPostId } from '../../../shared/posts/post.ts';
import { postKey, postStore } from '../../../shared/posts/post-store.ts';
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

describe('a row', () => {
  it.each<[string, Item]>([
    ['a post', POST],
    ['a post that is counted', { ...POST, likes: 3, reposts: 1, replies: 2 }],
    ['a post that was liked and is not any more', { ...POST, likes: 0 }],
    ['a reply, which stands in two indexes', { body: 'Well', feed: 'replies', root: newPostId(NOW) }],
    ['one that stands in none', { body: 'Somewhere' }],
  ])('%s is in no index while it is hidden, and shown as it was', async (_, more) => {
    const row = await put(more);
    await db.write(...hiding.hide(reported, row));
    const [hidden, ...others] = await rowsOf(row);
    expect(others).toEqual([]);
    expect(hidden).not.toHaveProperty('feed');
    expect(hidden).not.toHaveProperty('root');
    await db.write(...hiding.show(hidden as Item));
    expect(await rowsOf(row)).toEqual([row]);
  });

  it('that was liked, or written anew, since it was read is not hidden as it was', async () => {
    const row = await put(POST);
    await db.update(posts.count(row.pk as never, row.postId as never, 'likes', 1));
    expect(await attempt(...hiding.hide(reported, row))).toBe('refused');
    const [liked] = await rowsOf(row);
    await put({ ...liked, body: 'Written anew' });
    expect(await attempt(...hiding.hide(reported, liked as Item))).toBe('refused');
    const [anew] = await rowsOf(row);
    expect(await attempt(...hiding.hide(reported, anew as Item))).toBe('written');
    expect((await rowsOf(row))[0]).toMatchObject({ likes: 1, body: 'Written anew' });
  });

  it('that is hidden is counted no more', async () => {
    const row = await put(POST);
    await db.write(...hiding.hide(reported, row));
    expect(await attempt(posts.count(row.pk as never, row.postId as never, 'likes', 1))).toBe('refused');
    expect(await rowsOf(row)).toHaveLength(1);
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
