/**
 * "It wasn't me": ends a session that its user reports as somebody else’s, and takes back all that came of it
 * (DESIGN.md §5.4, §6.15).
 */
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Write } from '../database.ts';
import { deviceChangesStore } from '../devices/device-changes-store.ts';
import { deviceStore } from '../devices/device-store.ts';
import { NodError } from '../errors.ts';
import type { SessionId, UserId } from '../ids.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { hidePosts } from '../posts/hide-posts.ts';
import { newsStore } from '../push/news-store.ts';
import { recoveryStore } from '../recovery/recovery-store.ts';
import { socialLinkStore } from '../social/social-link-store.ts';
import { actsToUndo, undoActs } from '../undo/undo-acts.ts';
import type { UndoneActs } from '../undo/undoable.ts';
import { credentialCountStore } from '../users/credential-count-store.ts';
import type { User } from '../users/user.ts';
import { userStore } from '../users/user-store.ts';
import {
  type Consequences,
  consequencesOf,
  type Reporter,
  type TakenBack,
  type Trust,
} from './consequences.ts';
import { endSessions, endSessionsWith } from './ending.ts';
import { knownBrowserStore } from './known-browser-store.ts';
import { liveSessionStore } from './live-session-store.ts';
import { removedMethodStore } from './removed-method-store.ts';
import { close, deny, isGranted, isLive, type Session } from './session.ts';
import { sessionListStore } from './session-list-store.ts';
import { sessionStore } from './session-store.ts';

/** Whoever is being put out may go on signing in meanwhile, and each time what was read has changed. */
const ATTEMPTS = 20;

/** So long acts are undone in one call, before the rest is left for the next one. */
const UNDO_MS = 5000;

export function compromise(db: Database) {
  const [sessions, lists, activities] = [sessionStore(db), sessionListStore(db), activityStore(db)];
  const [users, devices, links, recovery] = [
    userStore(db),
    deviceStore(db),
    socialLinkStore(db),
    recoveryStore(db),
  ];
  const [deviceChanges, credentialCounts] = [deviceChangesStore(db), credentialCountStore(db)];
  const browsers = knownBrowserStore(db);
  const live = liveSessionStore(db);
  const [removed, news] = [removedMethodStore(db), newsStore(db)];

  return {
    /** What reporting the session would take back and undo now. */
    async preview(
      session: Session,
      reporter: Reporter,
      now: Date,
    ): Promise<Consequences & { acts: UndoneActs }> {
      const consequences = consequencesOf(session, await trustOf(session.userId, now), reporter);
      return { ...consequences, acts: await actsToUndo(db, session, consequences.includes, now) };
    },

    /**
     * Ends the session if it still lives, takes back what came of it, forgets its browser, denies every sign-in that
     * waits, since whoever sent that one may have sent those, hides what was written, and undoes what was done. Each step
     * holds by itself, and a repeat goes on where a call before has stopped.
     * @returns what was taken back and undone by this call, and how many posts are hidden now
     */
    async report(
      reported: Session,
      reporter: Reporter,
      now: Date,
    ): Promise<{ takenBack: TakenBack; hidden: number; acts: UndoneActs }> {
      const begun = performance.now();
      const isTimeLeft = () => performance.now() - begun < UNDO_MS;
      const takenBack: TakenBack = { devices: [], links: [], codes: [], sessions: [] };
      for (let session = reported; ; ) {
        const step = await takeBack(session, reporter, now);
        session = step.session;
        takenBack.devices.push(...step.consequences.devices);
        takenBack.links.push(...step.consequences.links);
        takenBack.codes.push(...step.consequences.codes);
        takenBack.sessions.push(...step.consequences.sessions);
        // Until it ended, the session could make more than was seen of it: that is looked for once more.
        if (!step.wrote) {
          await forgetBrowsers(session, step.consequences.includes);
          await denyWaiting(session.userId, now);
          const { includes } = step.consequences;
          const hidden = await hidePosts(db, session, includes, now);
          return { takenBack, hidden, acts: await undoActs(db, session, includes, now, isTimeLeft) };
        }
      }
    },
  };

  /** The sign-in methods are read before the sessions that they let in, see {@link takeBack}. */
  async function trustOf(userId: UserId, now: Date): Promise<Trust> {
    const [ofDevices, ofLinks, code, ofRemoved] = await Promise.all([
      devices.ofUser(userId),
      links.ofUser(userId),
      recovery.get(userId),
      removed.ofUser(userId),
    ]);
    return {
      devices: ofDevices,
      links: ofLinks,
      removed: ofRemoved,
      codes: code === undefined ? [] : [code],
      sessions: await lists.granted(userId, now),
    };
  }

  /**
   * One transaction: the session ends, and with it all that is seen to have come of it. The rows of phones and links
   * must then still be as they were before the sessions were looked for: each letting in is noted there, and so nobody
   * slips in between.
   */
  async function takeBack(reported: Session, reporter: Reporter, now: Date) {
    let before = reported;
    return optimisticRetry(
      ATTEMPTS,
      async () => {
        const user = await users.get(before.userId);
        const consequences = consequencesOf(before, await trustOf(before.userId, now), reporter);
        const session = ended(before, now);
        const writes = [
          ...(isLive(before, now) ? ending(session, now) : []),
          ...(user === undefined ? [] : revocation(user, consequences, now)),
        ];
        const wrote = writes.length > 0;
        const held = isHeld(reporter, before)
          ? [live.stillActive({ userId: before.userId, id: reporter.sessionId }, now)]
          : [];
        if (wrote)
          await endSessionsWith([...held, ...writes], db, sessions, consequences.sessions, 'not_me', now);
        return { session, consequences, wrote };
      },
      async ({ failed: [isOver] }) => {
        if (isOver && isHeld(reporter, before)) throw new NodError('not_signed_in', 'Sign in first.');
        before = (await sessions.get(before.userId, before.id)) ?? before;
      },
    );
  }

  function ending(next: Session, now: Date): Write[] {
    const transition = next.status === 'denied' ? sessions.answer(next, now) : sessions.close(next, now);
    return [...transition, activities.ended(next, 'not_me', now)];
  }

  function revocation(
    user: User,
    { devices, links: ties, codes, sessions }: Consequences,
    now: Date,
  ): Write[] {
    const entry = { userId: user.id, at: now, by: 'not_me' } as const;
    const given = ties.flatMap(({ roles }) => roles);
    const roles = user.roles.filter((role) => !given.includes(role));
    const counts = { phones: devices.length, links: ties.length, roles };
    const partings = devices.map((device) => ({
      activity: { ...entry, kind: 'phone_removed', device: device.name } as const,
      removed: [device],
    }));
    return [
      ...(devices.length + ties.length === 0 ? [] : [credentialCounts.revoke(user, counts)]),
      ...devices.flatMap((device) => deviceChanges.remove(device, now)),
      ...partings.map(({ activity }) => activities.record(activity)),
      ...news.farewell(...partings),
      ...ties.flatMap((link) => [
        ...links.remove(link, now),
        activities.record({ ...entry, kind: 'link_removed', provider: link.provider }),
      ]),
      ...codes.flatMap(({ codeHash }) => [
        recovery.spend(user.id, codeHash),
        activities.record({ ...entry, kind: 'recovery_revoked' }),
      ]),
      ...(sessions.length === 0
        ? []
        : [activities.record({ ...entry, kind: 'ended_all', count: sessions.length })]),
    ];
  }

  /** Nothing starts any more by a mark that is void: what waits by it is denied next. */
  async function forgetBrowsers(
    { userId, knownBrowserId }: Session,
    includes: Consequences['includes'],
  ): Promise<void> {
    const known = await browsers.ofUser(userId);
    const theirs = known.filter((browser) => browser.id === knownBrowserId || includes(browser));
    if (theirs.length > 0) await db.write(...theirs.map(browsers.forget));
  }

  async function denyWaiting(userId: UserId, now: Date): Promise<void> {
    const waiting = await lists.pending(userId, now);
    await endSessions(db, sessions, waiting, 'not_me', now, ({ length }) => [
      activities.record({ userId, at: now, kind: 'denied', by: 'not_me', count: length }),
    ]);
  }
}

/**
 * Whether the report is held to its session's being there still, which somebody may be reporting at that very moment; one
 * that reports itself is held to that by its end.
 */
const isHeld = (reporter: Reporter, reported: Session): reporter is Reporter & { sessionId: SessionId } =>
  reporter.sessionId !== undefined && reporter.sessionId !== reported.id;

/** The session as it is over: by this report, or as it has ended before. */
function ended(session: Session, now: Date): Session {
  if (!isLive(session, now)) return session;
  return isGranted(session, now) ? close(session, 'not_me', now) : deny(session, true, now, 'not_me');
}
