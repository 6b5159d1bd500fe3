import { browserOf } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import { deviceInviteCall } from '../shared/api/devices.ts';
import { type Database, database } from '../shared/database.ts';
import { noMorePhones } from '../shared/devices/enrolment.ts';
import { newTicket } from '../shared/devices/ticket.ts';
import { ticketStore } from '../shared/devices/ticket-store.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';
import { mayAddPhone } from '../shared/users/user.ts';
import { userStore } from '../shared/users/user-store.ts';

/** A ticket for one more phone. It lets no browser in, and is good only while this one is signed in. */
export const deviceInvite = (
  db: Database,
  users = userStore(db),
  tickets = ticketStore(db),
  limits = limitStore(db),
  live = liveSessionStore(db),
  activity = activityStore(db),
) =>
  endpoint(deviceInviteCall, async ({ caller: { session }, now }) => {
    const { userId, username, displayName } = session;
    await limits.count(LIMITS.invitesPerUser, userId, now);
    const user = await users.get(userId);
    if (user === undefined || !mayAddPhone(user)) throw noMorePhones(user);
    const { ticket, enrolUrl } = newTicket(
      { userId, username, displayName },
      { purpose: 'invite', ...provenanceOf(session) },
      now,
    );
    await db.write(
      tickets.issue(ticket),
      live.stillActive(session, now),
      activity.record({ userId, at: now, kind: 'phone_invited', ...browserOf(session) }),
    );
    return { status: 201, body: { enrolUrl, expiresAt: ticket.endsAt.toISOString() } };
  });

export const handler = serve(deviceInvite(database()));
