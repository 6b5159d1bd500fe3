/**
 * Gives notices, and takes them back (DESIGN.md §5.14). Each is one transaction with what it changes of how much is unread,
 * and asked for again it writes nothing: so whoever follows a stream may be told of something twice.
 */
import type { Database } from '../database.ts';
import type { NoticeId, PostId, UserId } from '../ids.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { jitter } from '../store-errors.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import {
  type About,
  type Group,
  type Grouped,
  isUnread,
  newNoticeId,
  type Told,
  withOneLess,
  withOneMore,
} from './notice.ts';
import { noticeStore } from './notice-store.ts';
import { unreadStore } from './unread-store.ts';

/** Others are told of at the same moment, by other instances of the function. */
const ATTEMPTS = 20;

/** How a notice is to stand. */
type Next = {
  /** Absent where it goes away. */
  told?: Told;
  /** Whether it stands on top, unread; else it stays where it is. */
  isNews?: true;
  member?: { who: UserId; isIn: boolean };
};

/** What is to become of a notice; `undefined` is that nothing changes. */
type Decide = (told: Told | undefined, isMember: boolean) => Next | undefined;

/** Tells somebody something, once. @returns whether it was new */
export const giveNotice = (db: Database, userId: UserId, about: About, told: Told, now: Date) =>
  inTurn(userId, () =>
    changeNotice(db, { userId, about, now }, (before) =>
      before === undefined ? { told, isNews: true } : undefined,
    ),
  );

/** Takes a notice away, whoever is in it. */
export const takeNoticeBack = (db: Database, userId: UserId, about: About, now: Date): Promise<boolean> =>
  inTurn(userId, async () => {
    const isGone = await changeNotice(db, { userId, about, now }, (before) => before && {});
    if (isGone) await noticeStore(db).forgetMembers(userId, about);
    return isGone;
  });

/** Somebody more has done something with a post: the notice of it is on top again. */
export const giveNoticeOfOneMore = (
  db: Database,
  userId: UserId,
  kind: Grouped,
  post: PostId,
  who: Named,
  now: Date,
): Promise<boolean> =>
  inTurn(userId, () =>
    changeNotice(db, { userId, about: `${kind}#${post}`, who: who.userId, now }, (before, isMember) => {
      if (before !== undefined && isMember) return undefined;
      return {
        told: withOneMore(before as Group | undefined, kind, post, who),
        isNews: true,
        member: { who: who.userId, isIn: true },
      };
    }),
  );

/** Somebody has taken it back; with the last one the notice goes. */
export const takeNoticeOfOneBack = (
  db: Database,
  userId: UserId,
  kind: Grouped,
  post: PostId,
  who: UserId,
  now: Date,
): Promise<boolean> =>
  inTurn(userId, () =>
    changeNotice(db, { userId, about: `${kind}#${post}`, who, now }, (before, isMember) => {
      if (before === undefined || !isMember) return undefined;
      const told = withOneLess(before as Group, who);
      return { ...(told === undefined ? {} : { told }), member: { who, isIn: false } };
    }),
  );

async function changeNotice(
  db: Database,
  { userId, about, who, now }: { userId: UserId; about: About; who?: UserId; now: Date },
  decide: Decide,
): Promise<boolean> {
  const [notices, unreads] = [noticeStore(db), unreadStore(db)];
  return optimisticRetry(
    ATTEMPTS,
    async () => {
      // First: whatever changes after this look refuses what is decided by it.
      const seen = await unreads.get(userId);
      const { id: before, isMember } = await notices.noted(userId, about, who);
      const notice = before && (await notices.get(userId, before));
      const next = decide(notice, isMember);
      if (next === undefined) return false;
      const { told, isNews, member } = next;
      const id = told && (isNews ? newNoticeId(now, seen.readTo) : before);
      const after = told && id && { ...told, id };
      const more = unreadMore(before, after?.id);
      await db.write(
        unreads.change(userId, seen, { notices: seen.notices + more }),
        ...notices.change(userId, about, { before: notice?.id, after }, member),
      );
      if (more !== 0) await db.put(unreads.rung(userId, now));
      return true;

      function unreadMore(from: NoticeId | undefined, to: NoticeId | undefined): number {
        return Number(isUnread(to, seen)) - Number(isUnread(notice && from, seen));
      }
    },
    () => jitter(),
  );
}

const turns = new Map<UserId, Promise<unknown>>();

/** One after the other for one person, and not against each other, where many do something at the same moment. */
async function inTurn<T>(userId: UserId, work: () => Promise<T>): Promise<T> {
  const before = turns.get(userId);
  const mine = (before ?? Promise.resolve()).then(work, work);
  turns.set(userId, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(userId) === mine) turns.delete(userId);
  }
}
