import * as v from 'valibot';
import { type Database, database, prime } from '../shared/database.ts';
import { approvalChallenge, type Challenge, challengeNamedBy } from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import { type Device, deviceIdOf } from '../shared/devices/device.ts';
import { deviceChangesStore } from '../shared/devices/device-changes-store.ts';
import { assertionSchema } from '../shared/devices/device-schemas.ts';
import { verifyAssertion } from '../shared/devices/webauthn.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { isSessionId } from '../shared/ids.ts';
import { count } from '../shared/metrics.ts';
import { approve, deny, LIFETIMES, type Lifetime, type Session } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

const body = v.variant(
  'decision',
  [
    v.object({
      decision: v.literal('approve'),
      lifetime: v.picklist(Object.keys(LIFETIMES) as Lifetime[], 'Choose 10m, 24h or 30d.'),
      presence: v.optional(v.boolean('presence is true or false.'), false),
      assertion: assertionSchema,
    }),
    v.object({
      decision: v.literal('deny'),
      report: v.optional(v.boolean('report is true or false.'), false),
    }),
  ],
  'The decision is approve or deny.',
);

/** The phone's yes or no to one waiting sign-in of its user. A yes is signed; a no needs only the phone. */
export const approvalAnswer = (
  db: Database,
  devices = deviceChangesStore(db),
  sessions = sessionStore(db),
  challenges = challengeStore(db),
) =>
  endpoint('approval-answer', body, async ({ body, params, caller: { user, device }, now }) => {
    const { sessionId = '' } = params;
    const session = isSessionId(sessionId) ? await sessions.get(user.id, sessionId) : undefined;
    if (session === undefined || session.decoy || session.purpose !== 'signin') {
      throw new NodError('not_found', 'There is no such sign-in.');
    }
    try {
      if (body.decision === 'deny') {
        await db.write(...sessions.answer(deny(session, body.report, now), now));
        count('Denials');
        return { status: 200, body: { status: 'denied' } };
      }
      const { lifetime, presence, assertion } = body;
      const answer = { lifetime, presence, device: { id: deviceIdOf(device), name: device.name } };
      const approved = approve(session, answer, now);
      const challenge = await challenges.spend(user.id, challengeNamedBy(assertion), now);
      assertSaysYesTo(session, device, challenge);
      const { counter } = await verifyAssertion(assertion, challenge.value, device);
      await db.write(...sessions.answer(approved, now), devices.noteAssertion(device, counter, now));
      count('Approvals');
      return { status: 200, body: { status: 'approved' } };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new NodError('already_answered', 'This sign-in has just been answered.', { cause: error });
    }
  });

/** Holds a challenge to what it was made for: this sign-in, by its number, on this phone. */
function assertSaysYesTo(session: Session, device: Device, challenge: Challenge): void {
  const saysYes =
    challenge.purpose === 'approve' &&
    challenge.sessionId === session.id &&
    challenge.number === session.number &&
    challenge.deviceId === deviceIdOf(device) &&
    challenge.value === approvalChallenge(challenge);
  if (!saysYes) throw new NodError('assertion_refused', 'This confirmation is for another sign-in.');
}

await prime('Sessions');

export const handler = serve(approvalAnswer(database()));
