import * as v from 'valibot';
import { type Database, database } from '../shared/database.ts';
import { challengeNamedBy } from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import { type Device, deviceIdOf } from '../shared/devices/device.ts';
import { attestationSchema, deviceNameSchema, ticketSchema } from '../shared/devices/device-schemas.ts';
import { deviceShape } from '../shared/devices/device-shape.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import { ticketStore } from '../shared/devices/ticket-store.ts';
import { verifyAttestation } from '../shared/devices/webauthn.ts';
import { env } from '../shared/env.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { DEVICE_COOKIE, deviceToken, LONGEST_COOKIE_SECONDS, setCookie } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { count } from '../shared/metrics.ts';
import { digest, newSecret } from '../shared/secrets.ts';
import { approve, over } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import type { User } from '../shared/users/user.ts';
import { userStore } from '../shared/users/user-store.ts';

const body = v.object({ ticket: ticketSchema, credential: attestationSchema, name: deviceNameSchema });

/**
 * Makes the phone the user's, the user a user, and lets the waiting browser in: one transaction that also
 * spends the ticket, so that of two phones exactly one enrols.
 */
export const deviceEnrol = (
  db: Database,
  users = userStore(db),
  devices = deviceStore(db),
  sessions = sessionStore(db),
  tickets = ticketStore(db),
  challenges = challengeStore(db),
) =>
  endpoint('device-enrol', body, async ({ body, now }) => {
    const ticket = await tickets.find(body.ticket, now);
    const { userId, username, displayName } = ticket;
    const challenge = await challenges.spend(userId, challengeNamedBy(body.credential), now);
    if (challenge.purpose !== 'enrol' || challenge.ticketId !== ticket.id) throw misused();
    const credential = await verifyAttestation(body.credential, challenge.value);

    const secret = newSecret();
    const device: Device = {
      ...credential,
      userId,
      name: body.name,
      secretHash: digest(secret),
      createdAt: now,
      lastUsedAt: now,
      wrongNumbers: 0,
    };
    const user: User = {
      id: userId,
      username,
      displayName,
      // The operator's name, given at the deployment. Names are unique, so nobody else can enrol with it.
      roles: username === env.adminUsername ? ['admin'] : [],
      createdAt: now,
      waysIn: 1,
      phones: 1,
    };
    const waiting = await sessions.get(userId, ticket.sessionId);
    if (waiting === undefined) throw over(undefined);
    const approval = {
      lifetime: '24h',
      presence: false,
      device: { id: deviceIdOf(device), name: device.name },
    } as const;
    const approved = approve(waiting, approval, now);
    try {
      await db.write(
        tickets.spend(ticket, now),
        users.claimName(user, now),
        users.create(user),
        devices.enrol(device),
        ...sessions.answer({ ...approved, roles: user.roles }, now),
      );
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new NodError('ticket_spent', 'Another phone was faster, or the browser stopped waiting.', {
        cause: error,
      });
    }
    count('Registrations');
    return {
      status: 201,
      body: { device: deviceShape(device, device.credentialId) },
      cookies: [
        setCookie(
          DEVICE_COOKIE,
          deviceToken({ userId, credentialId: device.credentialId, secret }),
          LONGEST_COOKIE_SECONDS,
        ),
      ],
    };
  });

function misused(): NodError {
  return new NodError('challenge_spent', 'This confirmation belongs to another link. Open the link again.');
}

export const handler = serve(deviceEnrol(database()));
