import { approvalFindCall } from '../shared/api/approvals.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { approvalChallenge, CHALLENGE_SECONDS, newNonce } from '../shared/devices/challenge.ts';
import { challengeStore } from '../shared/devices/challenge-store.ts';
import { type Device, deviceIdOf } from '../shared/devices/device.ts';
import { type DeviceStore, deviceStore } from '../shared/devices/device-store.ts';
import { requestOptions } from '../shared/devices/webauthn-options.ts';
import { wrongNumberStore } from '../shared/devices/wrong-number-store.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS, WRONG_NUMBERS } from '../shared/limits/limits.ts';
import { secondsAfter, secondsBetween } from '../shared/seconds.ts';
import { isAnswerable, isLive, type Session } from '../shared/sessions/session.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { approvalResponse } from '../shared/sessions/session-responses.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/**
 * Number → who asks, and what the phone signs to say yes. Ten wrong numbers in a row lock the phone for the numbers of
 * unknown browsers. What rings is answered all the same, by its number among those that ring: a locked phone is told
 * nothing of any other, not even by how long it takes.
 */
export const approvalFind = (
  db: Database,
  devices = deviceStore(db),
  wrongNumbers = wrongNumberStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  challenges = challengeStore(db),
  limits = limitStore(db),
) =>
  endpoint(approvalFindCall, async ({ body: { number }, caller: { user, device }, now }) => {
    const lock = await countGuess(db, { devices, wrongNumbers }, device, now);
    const session = await (lock === undefined ? byNumber() : amongRinging(lock));
    const nonce = newNonce();
    const { id: sessionId, act } = session;
    const statement = { nonce, userId: user.id, sessionId, number, ...(act === undefined ? {} : { act }) };
    const value = approvalChallenge(statement);
    const challenge = challenges.issue({
      purpose: 'approve',
      value,
      ...statement,
      deviceId: deviceIdOf(device),
      endsAt: secondsAfter(now, CHALLENGE_SECONDS),
    });
    try {
      await db.write(
        sessions.found(session, now),
        challenge,
        ...(lock === undefined ? [wrongNumbers.clear(device)] : []),
      );
    } catch (error) {
      // It was answered or given up at this very moment.
      throw error instanceof ConditionFailed && error.failed[0] ? unknown() : error;
    }
    return {
      status: 200,
      body: { approval: approvalResponse(session), publicKey: requestOptions(device, value) },
    };

    async function byNumber(): Promise<Session> {
      const sessionId = await sessions.idByNumber(user.id, number, now);
      const session = sessionId && (await sessions.get(user.id, sessionId));
      if (session === undefined) throw unknown();
      if (isAnswerable(session, now)) return session;
      if (!session.decoy || !isLive(session, now)) throw unknown();
      // It does stand on a screen, so it was no guess. Only this user's own phones hear of it.
      await db.write(wrongNumbers.clear(device));
      throw new NodError(
        'number_crowded_out',
        'Too many ask under your name. Start again on the other screen.',
        {
          field: 'number',
        },
      );
    }

    async function amongRinging(lock: NodError): Promise<Session> {
      await limits.count(LIMITS.numbersWhileLocked, deviceIdOf(device), now);
      const ringing = await lists.ringing(user.id, now);
      const session = ringing.find((one) => one.number === number);
      if (session === undefined) throw lock;
      return session;
    }
  });

function unknown(): NodError {
  return new NodError('number_unknown', 'No sign-in shows this number now. Look at the screen again.', {
    field: 'number',
  });
}

type Stores = { devices: DeviceStore; wrongNumbers: ReturnType<typeof wrongNumberStore> };

/** Counts this number before it is looked up; the refusal, while the phone is locked. */
async function countGuess(
  db: Database,
  stores: Stores,
  seen: Device,
  now: Date,
): Promise<NodError | undefined> {
  const { devices, wrongNumbers } = stores;
  try {
    await db.update(wrongNumbers.count(seen, now));
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const current = await devices.get(seen.userId, seen.credentialId);
    // Another call of this phone was faster: it may have been the first after a lock, or the last before one.
    const hasMoved =
      current !== undefined && current.wrongNumberAt?.getTime() !== seen.wrongNumberAt?.getTime();
    return hasMoved ? countGuess(db, stores, current, now) : locked(seen, now);
  }
}

function locked({ wrongNumberAt = new Date() }: Device, now: Date): NodError {
  const unlocksAt = secondsAfter(wrongNumberAt, WRONG_NUMBERS.lockedSeconds);
  return new NodError(
    'too_many_numbers',
    'Too many numbers were wrong. Wait a quarter of an hour and try again.',
    {
      retryAfter: Math.max(1, Math.ceil(secondsBetween(now, unlocksAt))),
    },
  );
}

await prime('Sessions');

export const handler = serve(approvalFind(database()));
