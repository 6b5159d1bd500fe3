import * as v from 'valibot';
import { type Database, database } from '../shared/database.ts';
import { CHALLENGE_SECONDS, newNonce } from '../shared/devices/challenge.ts';
import { type ChallengeStore, challengeStore } from '../shared/devices/challenge-store.ts';
import { ticketSchema } from '../shared/devices/device-schemas.ts';
import { type TicketStore, ticketStore } from '../shared/devices/ticket-store.ts';
import { creationOptions } from '../shared/devices/webauthn-options.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { secondsAfter } from '../shared/seconds.ts';

const body = v.object({ ticket: ticketSchema });

/** Tells the phone whose it is about to become, and what to make its passkey with. Leaves the ticket unspent. */
export const deviceOptions = ({ db, tickets, challenges }: Dependencies) =>
  endpoint('device-options', body, async ({ body, now }) => {
    const ticket = await tickets.find(body.ticket, now);
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
    const publicKey = creationOptions({ id: userId, username, displayName }, value);
    return { status: 200, body: { publicKey, username } };
  });

type Dependencies = { db: Database; tickets: TicketStore; challenges: ChallengeStore };

export const handler = serve(
  deviceOptions({
    db: database(),
    tickets: ticketStore(database()),
    challenges: challengeStore(database()),
  }),
);
