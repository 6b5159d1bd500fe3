import { browserOf } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import type { Receipt } from '../shared/activity/receipt.ts';
import { receiptStore } from '../shared/activity/receipt-store.ts';
import { approvalAnswerCall } from '../shared/api/approvals.ts';
import { type Database, database, prime } from '../shared/database.ts';
import {
  type ApprovalStatement,
  approvalChallenge,
  type Challenge,
  challengeNamedBy,
  statementText,
} from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import { type Device, deviceIdOf } from '../shared/devices/device.ts';
import { deviceChangesStore } from '../shared/devices/device-changes-store.ts';
import type { Assertion } from '../shared/devices/device-schemas.ts';
import { jwkOf } from '../shared/devices/jwk.ts';
import { verifyAssertion } from '../shared/devices/webauthn.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { count } from '../shared/metrics.ts';
import { endSessions } from '../shared/sessions/ending.ts';
import { forgetting } from '../shared/sessions/forgetting.ts';
import { approve, deny, type Session } from '../shared/sessions/session.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/** The phone's yes or no to one waiting sign-in of its user. A yes is signed; a no needs only the phone. */
export const approvalAnswer = (
  db: Database,
  devices = deviceChangesStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  challenges = challengeStore(db),
  activities = activityStore(db),
  receipts = receiptStore(db),
  forget = forgetting(db),
) =>
  endpoint(approvalAnswerCall, async ({ body, params, caller: { user, device }, now }) => {
    const session = await sessions.get(user.id, params.sessionId);
    if (session === undefined || session.decoy || session.purpose !== 'signin') {
      throw new NodError('not_found', 'There is no such sign-in.', { params: { what: 'signin' } });
    }
    const entry = {
      userId: user.id,
      at: now,
      ...browserOf(session),
      device: device.name,
      ...(session.act === undefined ? {} : { act: session.act }),
    };
    try {
      if (body.decision === 'deny') {
        const browser = body.report && session.knownBrowserId;
        const denial = [
          ...sessions.answer(deny(session, body.report, now), now),
          activities.record({ ...entry, kind: 'denied', ...(body.report ? { reported: true } : {}) }),
        ];
        // Whoever sent the one that is reported may have sent the others that wait. First, so that a repeat does both where
        // this call is cut off; and apart, so that nobody stops the denial by taking one of the others away.
        const waiting = body.report ? await lists.pending(user.id, now) : [];
        const others = waiting.filter(({ id }) => id !== session.id);
        await endSessions(db, sessions, others, 'not_me', now);
        // Whoever asks with the mark of a browser that its owner denies has it from somewhere else.
        await (browser ? forget({ userId: user.id, id: browser }, denial, now) : db.write(...denial));
        count('Denials');
        return { status: 200, body: { status: 'denied' } };
      }
      const { presence, assertion } = body;
      const lifetime = session.lifetime ?? body.lifetime;
      if (lifetime === undefined) {
        throw new NodError('invalid_input', 'Choose 10m, 24h or 30d.', { field: 'lifetime' });
      }
      const answer = { lifetime, presence, device: { id: deviceIdOf(device), name: device.name } };
      const approved = approve(session, answer, now);
      const challenge = await challenges.spend(user.id, challengeNamedBy(assertion), now);
      const statement = yesTo(session, device, challenge);
      const { counter } = await verifyAssertion(assertion, challenge.value, device);
      await db.write(
        ...sessions.answer(approved, now),
        devices.noteAssertion(device, counter, now),
        activities.record({ ...entry, kind: 'approved', hasReceipt: true }),
        receipts.keep(receiptOf(statement, device, assertion, now)),
      );
      count('Approvals');
      return { status: 200, body: { status: 'approved' } };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new NodError('already_answered', 'This sign-in has just been answered.', { cause: error });
    }
  });

/**
 * The statement behind the challenge, if it approves this sign-in, with its number, on this phone. @throws {NodError}
 * `assertion_refused` if not
 */
function yesTo(session: Session, device: Device, challenge: Challenge): ApprovalStatement {
  const saysYes =
    challenge.purpose === 'approve' &&
    challenge.sessionId === session.id &&
    challenge.number === session.number &&
    challenge.act === session.act &&
    challenge.deviceId === deviceIdOf(device) &&
    challenge.value === approvalChallenge(challenge);
  if (!saysYes)
    throw new NodError('assertion_refused', 'This confirmation is for another sign-in.', {
      params: { what: 'signature' },
    });
  return challenge;
}

function receiptOf(
  statement: ApprovalStatement,
  { name, credentialId, publicKey }: Device,
  { response: { clientDataJSON, authenticatorData, signature } }: Assertion,
  approvedAt: Date,
): Receipt {
  const { userId, sessionId } = statement;
  return {
    userId,
    sessionId,
    approvedAt,
    statement: statementText(statement),
    challenge: approvalChallenge(statement),
    device: { name, credentialId },
    publicKey: jwkOf(publicKey),
    assertion: { clientDataJSON, authenticatorData, signature },
  };
}

await prime('Sessions');

export const handler = serve(approvalAnswer(database()));
