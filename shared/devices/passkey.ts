/** Identifies a person by a passkey alone: no username was given, and only the assertion says whose it is. */
import type { Database } from '../database.ts';
import { NodError } from '../errors.ts';
import type { User } from '../users/user.ts';
import { userStore } from '../users/user-store.ts';
import { challengeNamedBy, type OpenChallenge } from './challenge.ts';
import { challengeStore } from './challenge-store.ts';
import type { Device } from './device.ts';
import type { Assertion } from './device-schemas.ts';
import { deviceStore } from './device-store.ts';
import { userNamedBy, verifyAssertion } from './webauthn.ts';

type For<P extends OpenChallenge['purpose']> = Extract<OpenChallenge, { purpose: P }>;

export function passkey(
  db: Database,
  users = userStore(db),
  devices = deviceStore(db),
  challenges = challengeStore(db),
) {
  /**
   * Spends the challenge that the assertion names, and verifies it as signed by the phone that it names, of the user
   * that it names. The counter is for the caller to note, with what it writes.
   * @throws {NodError} `challenge_used`, `assertion_refused`, `user_disabled`
   */
  return async function identify<P extends OpenChallenge['purpose']>(
    assertion: Assertion,
    purpose: P,
    now: Date,
  ): Promise<{ user: User; device: Device; counter: number; challenge: For<P> }> {
    const challenge = await challenges.spendOpen(challengeNamedBy(assertion), now);
    if (challenge.purpose !== purpose) throw unknown();
    const userId = userNamedBy(assertion);
    const [user, device] =
      userId === undefined ? [] : await Promise.all([users.get(userId), devices.get(userId, assertion.id)]);
    if (user === undefined || device === undefined) throw unknown();
    const { counter } = await verifyAssertion(assertion, challenge.value, device);
    if (user.disabled) throw new NodError('user_disabled', 'This account is disabled.');
    return { user, device, counter, challenge: challenge as For<P> };
  };
}

function unknown(): NodError {
  return new NodError(
    'assertion_refused',
    'This passkey belongs to no phone here: it may have been removed.',
    {
      params: { what: 'passkey' },
      field: 'assertion',
    },
  );
}
