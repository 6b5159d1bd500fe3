import { beforeAll, describe, expect, it } from 'vitest';
import { newSessionId, newUserId, type UserId } from '../../../shared/ids.ts';
import { hidesKey } from '../../../shared/people/hides-store.ts';
import { profileKey } from '../../../shared/people/profile-store.ts';
import { markKey } from '../../../shared/posts/mark-store.ts';
import { newPostId, type Post } from '../../../shared/posts/post.ts';
import { postStore } from '../../../shared/posts/post-store.ts';
import { assembledPosts, blockedOnly } from '../../../shared/timelines/assembled-posts.ts';
import { entryOf, type TimelineEntry } from '../../../shared/timelines/timeline-entry.ts';
import { tables } from '../../support/tables.ts';

const { db } = tables();
const posts = postStore(db);

const NOW = new Date('2027-03-10T12:00:00.000Z');
const [susan, tom, miguel] = [newUserId(), newUserId(), newUserId()];
const named = (userId: UserId, username: string) => ({ userId, username, displayName: username });

const postOf = (userId: UserId, username: string, body: string): Post => ({
  ...named(userId, username),
  id: newPostId(NOW),
  body,
  createdAt: NOW,
  sessionId: newSessionId(),
});
const [one, two, three, four] = [
  postOf(susan, 'susan', 'One'),
  postOf(tom, 'tom', 'Two'),
  { ...postOf(susan, 'susan', 'Three'), likes: 3, replies: 1 },
  postOf(tom, 'tom', 'Four'),
];
const idOnly = ({ userId, id }: Post): TimelineEntry => ({ author: userId, id });

async function put(table: 'Users' | 'Posts', item: object): Promise<void> {
  await db.put({ Put: { TableName: db.tableName(table), Item: { ...item } } });
}

beforeAll(async () => {
  await db.write(...[one, two, three, four].map(posts.create));
  await put('Users', { ...profileKey(susan), displayName: 'Susan the Second', avatar: '/media/s.webp' });
  await put('Posts', { ...markKey(miguel, two.id), liked: true, reposted: newPostId(NOW) });
  await put('Posts', { ...markKey(susan, one.id), saved: true });
});

describe('posts of a list', () => {
  it('are as they stand, by the names that people have now, in the order of the list', async () => {
    const found = await assembledPosts(db, undefined, [three, one, two].map(idOnly));
    expect(found.map(({ body }) => body)).toEqual(['Three', 'One', 'Two']);
    expect(found.map(({ author }) => author)).toEqual([
      { username: 'susan', displayName: 'Susan the Second', avatar: '/media/s.webp' },
      { username: 'susan', displayName: 'Susan the Second', avatar: '/media/s.webp' },
      { username: 'tom', displayName: 'tom' },
    ]);
    expect(found.map(({ counts }) => counts)).toEqual([
      { likes: 3, reposts: 0, replies: 1 },
      { likes: 0, reposts: 0, replies: 0 },
      { likes: 0, reposts: 0, replies: 0 },
    ]);
    expect(found.some((post) => 'mine' in post || 'by' in post)).toBe(false);
  });

  it('are the same where the list has brought them', async () => {
    const ids = [three, one, two];
    expect(await assembledPosts(db, miguel, ids.map(entryOf))).toEqual(
      await assembledPosts(db, miguel, ids.map(idOnly)),
    );
  });

  it('say what their reader has done with them, and nobody else', async () => {
    const mine = async (reader: UserId) =>
      (await assembledPosts(db, reader, [one, two].map(entryOf))).map(({ mine }) => mine);
    const none = { liked: false, saved: false, reposted: false };
    expect(await mine(miguel)).toEqual([none, { liked: true, saved: false, reposted: true }]);
    expect(await mine(susan)).toEqual([{ ...none, saved: true }, none]);
    expect(await mine(tom)).toEqual([none, none]);
  });

  it('that are gone leave no gap, and one that stands there twice is shown once, where it stands first', async () => {
    const gone = postOf(tom, 'tom', 'Never written');
    const entries = [idOnly(one), idOnly(gone), { ...idOnly(one), by: named(susan, 'susan') }];
    const found = await assembledPosts(db, miguel, entries);
    expect(found.map(({ id, by }) => [id, by])).toEqual([[one.id, undefined]]);
    const [reposted] = await assembledPosts(db, miguel, entries.toReversed());
    expect([reposted?.id, reposted?.by?.displayName]).toEqual([one.id, 'Susan the Second']);
  });

  it('of a list without any cost nothing', async () => {
    expect(await assembledPosts({ ...db, getTogether: () => Promise.reject('asked') }, susan, [])).toEqual(
      [],
    );
  });
});

describe('whom the reader does not see', () => {
  const entries = [idOnly(one), idOnly(two), { ...idOnly(four), by: named(susan, 'susan') }];
  const all = ['One', 'Two', 'Four by susan'];
  const seenBy = async (hides: object, ...rule: [typeof blockedOnly?]) => {
    const reader = newUserId();
    await put('Posts', { ...hidesKey(reader), ...hides });
    const found = await assembledPosts(db, reader, entries, ...rule);
    return found.map(({ body, by }) => (by === undefined ? body : `${body} by ${by.username}`));
  };

  it.each(['muted', 'blocked', 'blockedBy'])('%s is left out, with what they repost', async (kind) => {
    expect(await seenBy({ [kind]: new Set([susan]) })).toEqual(['Two']);
    expect(await seenBy({ [kind]: new Set([tom]) })).toEqual(['One']);
  });

  it('muted is on a page of their own, blocked is not', async () => {
    expect(await seenBy({ muted: new Set([susan, tom]) }, blockedOnly)).toEqual(all);
    for (const kind of ['blocked', 'blockedBy'])
      expect(await seenBy({ [kind]: new Set([susan]) }, blockedOnly)).toEqual(['Two']);
  });

  it('unfollowed is seen wherever that does not matter', async () => {
    expect(await seenBy({ unfollowed: new Set([susan, tom]) })).toEqual(all);
  });
});
