import type { Change, Copier } from '../copies/change.ts';
import { isUserId, type UserId } from '../ids.ts';
import { followedIn, followStore } from '../people/follow-store.ts';
import { secondsBetween } from '../seconds.ts';
import { NEWS_WITHIN_SECONDS } from './notice.ts';
import { giveNotice, takeNoticeBack } from './noticing.ts';
import { hears, namedBy } from './whom-to-tell.ts';

/** Tells people who has begun to follow them, for as long as they do. */
export const noticeFollows: Copier = async (db, { key }: Change, now) => {
  const [follower, followed] = [key.pk as UserId, followedIn(key)];
  if (followed === undefined || !isUserId(followed)) return;
  const about = `followed#${follower}` as const;
  const follow = await followStore(db).get(follower, followed);
  if (follow === undefined) {
    await takeNoticeBack(db, followed, about, now);
    return;
  }
  if (secondsBetween(follow.at, now) > NEWS_WITHIN_SECONDS) return;
  const who = (await hears(db, followed, follower)) && (await namedBy(db, follower));
  if (!who || !(await giveNotice(db, followed, about, { kind: 'followed', who }, now))) return;
  // Whoever was muted meanwhile was looked for before this came.
  if (!(await hears(db, followed, follower))) await takeNoticeBack(db, followed, about, now);
};
