import { giveAlert } from '../alerts/give-alert.ts';
import type { Change, Copier } from '../copies/change.ts';
import type { Database, Item } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import type { Post } from '../posts/post.ts';
import { postIdIn, postIn, postStore } from '../posts/post-store.ts';
import { secondsAfter, secondsBetween } from '../seconds.ts';
import { GROUPED, NEWS_WITHIN_SECONDS, NOTICE_SECONDS } from './notice.ts';
import { noticeStore } from './notice-store.ts';
import { giveNotice, takeNoticeBack } from './noticing.ts';
import { aboutPost, isToldOf, meantBy } from './whom-to-tell.ts';

/**
 * Tells whom a new post answers or mentions, and takes that back when it is gone, with what was told of it to its author. A
 * repost tells nobody: that somebody has reposted is told by their mark (`notice-marks.ts`).
 */
export const noticePosts: Copier = async (db, { key, before, after }: Change, now) => {
  const id = postIdIn(key);
  if (id === undefined || (after ?? before)?.repostOf !== undefined) return;
  const author = key.pk as UserId;
  const row = await postStore(db).rowOf(author, id);
  if (row?.repostOf !== undefined) return;
  const post = postIn(row);
  if (post === undefined) return forget(db, author, id, now);
  if (secondsBetween(post.createdAt, now) > NEWS_WITHIN_SECONDS) return;
  await tell(db, post, bodyIn(after) ?? post.body, now);
};

async function tell(db: Database, post: Post, body: string, now: Date): Promise<void> {
  const notices = noticeStore(db);
  let people = await notices.meantBy(post.id);
  if (people === undefined) {
    people = await meantBy(db, post, body);
    if (people.length > 0) await notices.keepMeant(post.id, people, secondsAfter(now, NOTICE_SECONDS));
  }
  const { id, userId, username, displayName, thread } = post;
  const who = { userId, username, displayName };
  await Promise.all(
    people.map(async (told) => {
      if (!(await isToldOf(db, told, post))) return;
      const kind = told === post.replyTo?.author ? 'replied' : 'mentioned';
      const isNew = await giveNotice(db, told, aboutPost(id), { kind, who, post: id }, now);
      // Whoever was muted meanwhile was looked for before this came.
      if (isNew && !(await isToldOf(db, told, post))) return takeNoticeBack(db, told, aboutPost(id), now);
      const alert = kind === 'replied' ? 'replies' : 'mentions';
      await giveAlert(db, { userId: told, kind: alert, id, who: userId, group: thread?.id ?? id }, now);
    }),
  );
}

async function forget(db: Database, author: UserId, id: PostId, now: Date): Promise<void> {
  const notices = noticeStore(db);
  const people = (await notices.meantBy(id)) ?? [];
  await Promise.all([
    ...people.map((told) => takeNoticeBack(db, told, aboutPost(id), now)),
    ...GROUPED.map((kind) => takeNoticeBack(db, author, `${kind}#${id}`, now)),
  ]);
  if (people.length > 0) await notices.forgetMeant(id);
}

const bodyIn = (image: Item | undefined): string | undefined => image?.body as string | undefined;
