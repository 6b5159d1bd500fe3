import { deviceEnrolCall } from '../shared/api/devices.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { challengeNamedBy } from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import type { Device } from '../shared/devices/device.ts';
import { deviceChangesStore } from '../shared/devices/device-changes-store.ts';
import { deviceResponse } from '../shared/devices/device-response.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import { enrolment } from '../shared/devices/enrolment.ts';
import { assertUsable, isSpentBy } from '../shared/devices/ticket.ts';
import { ticketStore } from '../shared/devices/ticket-store.ts';
import { verifyAttestation } from '../shared/devices/webauthn.ts';
import { NodError } from '../shared/errors.ts';
import { deviceCookie } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { digest, newSecret } from '../shared/secrets.ts';

/**
 * Makes the phone the user's, and what else its ticket is for. A phone that lost the answer and repeats with the same
 * `Idempotency-Key` gets a new cookie; one that has lost more than that resumes (`device-resume`).
 */
export const deviceEnrol = (
  db: Database,
  devices = deviceStore(db),
  changes = deviceChangesStore(db),
  tickets = ticketStore(db),
  challenges = challengeStore(db),
  enrol = enrolment(db),
) =>
  endpoint(deviceEnrolCall, async ({ body, idempotencyKey, viewer, now }) => {
    const ticket = await tickets.find(body.ticket);
    const secret = newSecret();
    const keyHash = idempotencyKey && digest(idempotencyKey);
    const isRepeat = isSpentBy(ticket, { credentialId: body.credential.id, keyHash }, now);
    let device: Device | undefined;
    if (isRepeat) {
      device = await devices.get(ticket.userId, body.credential.id);
      if (device === undefined)
        throw new NodError('ticket_used', 'This phone has been removed meanwhile.', {
          params: { what: 'phone' },
        });
      await db.write(changes.renewSecret(device, digest(secret)));
    } else {
      assertUsable(ticket, now);
      const challenge = await challenges.spend(ticket.userId, challengeNamedBy(body.credential), now);
      if (challenge.purpose !== 'enrol' || challenge.ticketId !== ticket.id) throw misused();
      device = {
        ...(await verifyAttestation(body.credential, challenge.value)),
        userId: ticket.userId,
        sessionId: ticket.sessionId,
        ...(ticket.approvedBy === undefined ? {} : { approvedBy: ticket.approvedBy }),
        name: body.name,
        secretHash: digest(secret),
        createdAt: now,
        lastUsedAt: now,
        wrongNumbers: 0,
      };
      await enrol(ticket, device, { keyHash, viewer }, now);
    }
    return {
      status: 201,
      body: { device: deviceResponse(device, device) },
      cookies: [deviceCookie(device, secret)],
    };
  });

function misused(): NodError {
  return new NodError('challenge_used', 'This confirmation belongs to another link. Open the link again.');
}

await prime('Sessions');

export const handler = serve(deviceEnrol(database()));
