import { describe, expect, it } from 'vitest';
import { type Challenge, newNonce } from '../../../shared/devices/challenge.ts';
import { challengeStore } from '../../../shared/devices/challenge-store.ts';
import { newSessionId, newTicketId, newUserId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt, rows } = tables();
const challenges = challengeStore(db);

const T0 = new Date('2036-11-22T10:00:00.123Z');
const at = (seconds: number) => secondsAfter(T0, seconds);

const approval = (): Challenge => ({
  value: newNonce(),
  userId: newUserId(),
  endsAt: at(300),
  purpose: 'approve',
  sessionId: newSessionId(),
  number: '012345',
  deviceId: 'dev_phone',
  nonce: newNonce(),
});
const enrolment = (): Challenge => ({
  value: newNonce(),
  userId: newUserId(),
  endsAt: at(300),
  purpose: 'enrol',
  ticketId: newTicketId(),
});

async function issued(challenge = approval()): Promise<Challenge> {
  await db.write(challenges.issue(challenge));
  return challenge;
}

const SPENT = expect.objectContaining({ code: 'challenge_used' });

describe('a challenge', () => {
  it.each([
    ['an approval', approval()],
    ['an enrolment', enrolment()],
  ])('for %s comes back as it went in, and leaves no row', async (_, challenge) => {
    await issued(challenge);
    expect(await challenges.spend(challenge.userId, challenge.value, at(299.999))).toEqual(challenge);
    expect((await rows()).Sessions.some(({ pk }) => pk === challenge.userId)).toBe(false);
  });

  it('asked of anybody comes back as well, and is no user’s', async () => {
    const asked = { value: newNonce(), endsAt: at(300), purpose: 'resume' } as const;
    await db.write(challenges.issue(asked));
    await expect(challenges.spend(newUserId(), asked.value, T0)).rejects.toEqual(SPENT);
    await expect(challenges.spendOpen(asked.value, at(300))).rejects.toEqual(SPENT);
    expect(await challenges.spendOpen(asked.value, at(1))).toEqual(asked);
    await expect(challenges.spendOpen(asked.value, at(1))).rejects.toEqual(SPENT);
  });

  it('of a user is none that was asked of anybody', async () => {
    const { value } = await issued();
    await expect(challenges.spendOpen(value, T0)).rejects.toEqual(SPENT);
  });

  it('is spent once, by one of many at once', async () => {
    const { userId, value } = await issued();
    const spent = await Promise.allSettled(
      Array.from({ length: 10 }, () => challenges.spend(userId, value, at(1))),
    );
    const refused = spent.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const { reason } of refused) expect(reason).toEqual(SPENT);
  });

  it('is worth nothing from its end on, though its row is still there', async () => {
    const { userId, value } = await issued();
    await expect(challenges.spend(userId, value, at(300))).rejects.toEqual(SPENT);
    expect((await rows()).Sessions.some(({ pk }) => pk === userId)).toBe(true);
  });

  it('is nobody else’s, and nothing where there is none', async () => {
    const { userId, value } = await issued();
    await expect(challenges.spend(newUserId(), value, T0)).rejects.toEqual(SPENT);
    await expect(challenges.spend(userId, newNonce(), T0)).rejects.toEqual(SPENT);
    await expect(challenges.spend(userId, undefined, T0)).rejects.toEqual(SPENT);
    expect((await challenges.spend(userId, value, T0)).value).toBe(value);
  });

  it('is issued once', async () => {
    const challenge = await issued();
    expect(await attempt(challenges.issue({ ...challenge, endsAt: at(10 ** 6) }))).toBe('refused');
  });
});
