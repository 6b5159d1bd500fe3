import { expect, it } from 'vitest';
import { newUserId } from '../../../shared/ids.ts';
import { idempotencyStore } from '../../../shared/posts/idempotency-store.ts';
import { newPostId } from '../../../shared/posts/post.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt } = tables();
const postings = idempotencyStore(db);
const T0 = new Date('2036-11-22T10:00:00.000Z');

it('ties an author’s key to one post', async () => {
  const [userId, postId] = [newUserId(), newPostId(T0)];
  expect(await postings.find(userId, 'key')).toBeUndefined();
  await db.write(postings.note(userId, 'key', postId, T0));
  expect(await attempt(postings.note(userId, 'key', newPostId(T0), T0))).toBe('refused');
  expect(await postings.find(userId, 'key')).toBe(postId);
  expect(await postings.find(userId, 'another key')).toBeUndefined();
  expect(await postings.find(newUserId(), 'key')).toBeUndefined();
});
