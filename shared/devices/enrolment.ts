/**
 * What an enrolment makes of a phone, by the purpose of its ticket. Each is one transaction that also spends the
 * ticket, so that of two phones exactly one enrols.
 */
import { browserOf, whereOf } from '../activity/activity.ts';
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Write } from '../database.ts';
import { env } from '../env.ts';
import { ConditionFailed, NodError } from '../errors.ts';
import type { Viewer } from '../http/request.ts';
import { count } from '../metrics.ts';
import { recovering } from '../recovery/recovering.ts';
import { peopleIndexStore } from '../search/people-index-store.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import { approve, isSignedIn, type Session, sessionEnded } from '../sessions/session.ts';
import { sessionListStore } from '../sessions/session-list-store.ts';
import { sessionStore } from '../sessions/session-store.ts';
import { credentialCountStore } from '../users/credential-count-store.ts';
import { MOST_PHONES, type User } from '../users/user.ts';
import { userStore } from '../users/user-store.ts';
import { type Device, deviceIdOf } from './device.ts';
import { deviceChangesStore } from './device-changes-store.ts';
import type { Ticket } from './ticket.ts';
import { ticketStore } from './ticket-store.ts';

type Of<P extends Ticket['purpose']> = Extract<Ticket, { purpose: P }>;

export function enrolment(
  db: Database,
  users = userStore(db),
  credentialCounts = credentialCountStore(db),
  devices = deviceChangesStore(db),
  tickets = ticketStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  live = liveSessionStore(db),
  activity = activityStore(db),
  recover = recovering(db),
  people = peopleIndexStore(db),
) {
  /**
   * Enrols the phone, which is where `viewer` is. `keyHash`: digest of the call's `Idempotency-Key`, by which a repeat is known.
   * @throws {NodError} `ticket_used`, `ticket_expired`, `session_ended`, `user_disabled`, `too_many_phones`
   */
  return async (
    ticket: Ticket,
    device: Device,
    { keyHash, viewer }: { keyHash: string | undefined; viewer: Viewer },
    now: Date,
  ): Promise<void> => {
    const { credentialId } = device;
    const enrolled = [tickets.spend(ticket, now, { credentialId, keyHash }), devices.enrol(device)];
    const added = activity.record({
      userId: ticket.userId,
      at: now,
      kind: 'phone_added',
      device: device.name,
      ...whereOf(viewer),
    });
    try {
      switch (ticket.purpose) {
        case 'registration':
          return await registration(ticket, device, enrolled, now);
        case 'invite':
          return await invite(ticket, enrolled, added, now);
        case 'recovery':
          return await recover(ticket, device, enrolled, await approvedBy(ticket, device, now), now);
      }
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new NodError('ticket_used', 'Another phone was faster, or the browser stopped waiting.', {
        params: { what: 'link' },
        cause: error,
      });
    }
  };

  /**
   * The session of the browser that waits for this phone, approved by it. @throws {NodError} `session_ended`,
   * `already_answered`
   */
  async function approvedBy({ userId, sessionId }: Ticket, device: Device, now: Date): Promise<Session> {
    const waiting = await sessions.get(userId, sessionId);
    if (waiting === undefined) throw sessionEnded(undefined);
    const by = { id: deviceIdOf(device), name: device.name };
    return approve(waiting, { lifetime: '24h', presence: false, device: by }, now);
  }

  /** Creates the user, and approves the waiting browser's session. */
  async function registration(
    ticket: Of<'registration'>,
    device: Device,
    enrolled: Write[],
    now: Date,
  ): Promise<void> {
    const { userId, username, displayName, language } = ticket;
    const user: User = {
      id: userId,
      username,
      displayName,
      // The operator's name, given at the deployment. Names are unique, so nobody else can enrol with it.
      roles: username === env.adminUsername ? ['admin'] : [],
      createdAt: now,
      ...(language === undefined ? {} : { language }),
      credentialCount: 1,
      phones: 1,
    };
    const approved = await approvedBy(ticket, device, now);
    await db.write(
      ...enrolled,
      ...users.claimName(user, now),
      users.create(user),
      ...people.add({ userId, username, displayName }),
      ...sessions.answer({ ...approved, roles: user.roles }, now),
      activity.record({ userId, at: now, kind: 'registered', ...browserOf(approved), device: device.name }),
    );
    count('Registrations');
  }

  /** One more phone of a user's, for as long as the browser that invited it is signed in, stepped up since or not. */
  async function invite(ticket: Of<'invite'>, enrolled: Write[], added: Write, now: Date): Promise<void> {
    const { userId, sessionId } = ticket;
    const goingOn = await lists.goingOn(userId, [sessionId], now);
    const inviting = goingOn.find((session) => isSignedIn(session, now));
    if (inviting === undefined) {
      throw new NodError(
        'ticket_expired',
        'The browser that invited this phone is signed out. Invite it again.',
        { params: { what: 'session' } },
      );
    }
    try {
      await db.write(credentialCounts.addPhone(userId), ...enrolled, live.stillActive(inviting, now), added);
    } catch (error) {
      throw error instanceof ConditionFailed && error.failed[0]
        ? noMorePhones(await users.get(userId))
        : error;
    }
  }
}

/** Why a user gets no further phone. */
export function noMorePhones(user: User | undefined): NodError {
  return user?.disabled === true
    ? new NodError('user_disabled', 'This account is disabled.')
    : new NodError(
        'too_many_phones',
        `You have ${MOST_PHONES} phones already. Remove one before you add another.`,
        { params: { most: MOST_PHONES } },
      );
}
