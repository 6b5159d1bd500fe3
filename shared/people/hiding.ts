/** Muting and blocking somebody, and taking either back, in the name of a session (DESIGN.md §6.16). */
import type { Database, Write } from '../database.ts';
import { type ConditionFailed, NodError } from '../errors.ts';
import type { UserId } from '../ids.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { secondsAfter, toSeconds } from '../seconds.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import type { Session } from '../sessions/session.ts';
import { undoLogStore } from '../undo/undo-log-store.ts';
import type { Follow } from './follow.ts';
import { type HideKind, type Hides, MOST_HIDDEN } from './hides.ts';
import { hidesStore } from './hides-store.ts';
import { followingsBetween, partingWrites } from './parting.ts';

/** Others may begin to follow, or block back, at that very moment. */
const ATTEMPTS = 5;

/** Where the write of the other side stands in a transaction of a block: behind the session's and one's own. */
const THEIRS = 2;

/** All are done if they are done already. @throws {NodError} `not_signed_in`, `too_many_hidden` */
export function hiding(db: Database) {
  const [hides, live, log] = [hidesStore(db), liveSessionStore(db), undoLogStore(db)];

  return {
    mute: (session: Session, other: UserId, now: Date): Promise<void> =>
      changed(session, now, (mine) =>
        mine.muted.has(other)
          ? undefined
          : [
              ...withRoom('muted', mine, hides.mute(session.userId, other)),
              log.note(session, now, { kind: 'mute', other }),
            ],
      ),

    unmute: (session: Session, other: UserId, now: Date): Promise<void> =>
      changed(session, now, (mine) =>
        mine.muted.has(other)
          ? [hides.unmute(session.userId, other), log.note(session, now, { kind: 'unmute', other })]
          : undefined,
      ),

    /** Neither of the two sees the other from now on, and neither follows the other any more. */
    async block(session: Session, other: UserId, now: Date): Promise<void> {
      const { userId } = session;
      let hasRoom = true;
      await changed(
        session,
        now,
        async (mine) => {
          if (mine.blocked.has(other)) return undefined;
          const found = await followingsBetween(db, userId, other);
          const ended = (kind: 'unfollow' | 'lost-follower', follow: Follow | undefined) => {
            if (follow === undefined) return [];
            const { follower: _, followed: __, at, ...by } = follow;
            // A moment before, so that it is undone after the block, which would not have it.
            const before = secondsAfter(now, -0.001);
            return [log.note(session, before, { kind, other, since: toSeconds(at), by })];
          };
          return [
            ...withRoom('blocked', mine, hides.block(userId, other)),
            ...(hasRoom ? [hides.blockedBy(other, userId)] : []),
            ...partingWrites(db, userId, other, found),
            log.note(session, now, { kind: 'block', other }),
            ...ended('unfollow', found.there),
            ...ended('lost-follower', found.back),
          ];
        },
        ({ failed }) => {
          if (failed[THEIRS]) hasRoom = false;
        },
      );
    },

    /** They see each other again, and nothing else comes back. */
    unblock: (session: Session, other: UserId, now: Date): Promise<void> =>
      changed(session, now, (mine) =>
        mine.blocked.has(other)
          ? [...hides.unblock(session.userId, other), log.note(session, now, { kind: 'unblock', other })]
          : undefined,
      ),
  };

  /** One transaction, in the name of a session that lives then; none where there is nothing to do. */
  async function changed(
    session: Session,
    now: Date,
    decide: (mine: Hides) => Write[] | undefined | Promise<Write[] | undefined>,
    learn: (refusal: ConditionFailed) => void = () => {},
  ): Promise<void> {
    await optimisticRetry(
      ATTEMPTS,
      async () => {
        const writes = await decide(await hides.get(session.userId));
        if (writes !== undefined) await db.write(live.stillActive(session, now), ...writes);
      },
      (refusal) => {
        if (refusal.failed[0]) throw new NodError('not_signed_in', 'Sign in first.', { cause: refusal });
        learn(refusal);
      },
    );
  }
}

function withRoom(kind: HideKind, hides: Hides, write: Write): Write[] {
  if (hides[kind].size < MOST_HIDDEN) return [write];
  throw new NodError('too_many_hidden', `No more than ${MOST_HIDDEN} people: take one back first.`, {
    params: { most: MOST_HIDDEN },
  });
}
