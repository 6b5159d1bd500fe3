import { deviceOptionsCall } from '../shared/api/devices.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { CHALLENGE_SECONDS, newNonce } from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import { assertUsable } from '../shared/devices/ticket.ts';
import { ticketStore } from '../shared/devices/ticket-store.ts';
import { creationOptions } from '../shared/devices/webauthn-options.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { secondsAfter } from '../shared/seconds.ts';

/** Tells the phone whose it is about to become, and what to make its passkey with. Leaves the ticket unspent. */
export const deviceOptions = (
  db: Database,
  devices = deviceStore(db),
  tickets = ticketStore(db),
  challenges = challengeStore(db),
) =>
  endpoint(deviceOptionsCall, async ({ body, now }) => {
    const ticket = await tickets.find(body.ticket);
    assertUsable(ticket, now);
    const { userId, username, displayName } = ticket;
    const value = newNonce();
    await db.write(
      challenges.issue({
        purpose: 'enrol',
        value,
        userId,
        ticketId: ticket.id,
        endsAt: secondsAfter(now, CHALLENGE_SECONDS),
      }),
    );
    // A phone keeps one passkey for a user: a second one replaces the first. In a recovery that is as it should be.
    const others = ticket.purpose === 'invite' ? await devices.ofUser(userId) : [];
    const publicKey = creationOptions({ id: userId, username, displayName }, value, others);
    return { status: 200, body: { publicKey, username, purpose: ticket.purpose } };
  });

await prime('Sessions');

export const handler = serve(deviceOptions(database()));
