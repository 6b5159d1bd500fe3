import { describe, expect, it } from 'vitest';
import type { Item, Write } from '../../../shared/database.ts';
import { newUserId, type UserId } from '../../../shared/ids.ts';
import { secondsAfter, toSeconds, ttlAt } from '../../../shared/seconds.ts';
import { digest } from '../../../shared/secrets.ts';
import { canApprove, type User } from '../../../shared/users/user.ts';
import { userStore } from '../../../shared/users/user-store.ts';
import { newUsername } from '../../support/people.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt, rows } = tables();
const users = userStore(db);

const T0 = new Date('2036-11-22T10:00:00.123Z');
const at = (seconds: number) => secondsAfter(T0, seconds);
const KEY = digest('the key of the registration');

function newUser(username: string, id: UserId = newUserId()): User {
  return { id, username, displayName: 'Susan', roles: [], createdAt: T0, credentialCount: 1, phones: 1 };
}

/** Reserves for ten minutes from `now`. */
function reserve(username: string, userId: UserId, now: Date, keyHash?: string): Write[] {
  return users.reserveName(username, { userId, until: secondsAfter(now, 600), keyHash }, now);
}

/** Every row of a name, in both tables. */
async function rowsOf(username: string): Promise<Record<'Users' | 'Sessions', Item[]>> {
  const { Users, Sessions } = await rows();
  const ofName = ({ pk }: Item) => pk === `name#${username}`;
  return { Users: Users.filter(ofName), Sessions: Sessions.filter(ofName) };
}

/** Whom a name is reserved for. */
const holderOf = async (username: string): Promise<unknown> => (await rowsOf(username)).Sessions[0]?.userId;

describe('a name', () => {
  it('that is only reserved belongs to nobody yet', async () => {
    const [username, userId] = [newUsername(), newUserId()];
    expect(await users.idByName(username)).toBeUndefined();
    expect(await attempt(...reserve(username, userId, T0))).toBe('written');
    expect(await users.idByName(username)).toBeUndefined();
    expect(await users.get(userId)).toBeUndefined();
  });

  it.each([
    ['another registration while it is reserved', 599.999, undefined, KEY, 'refused'],
    ['another registration, both without a key', 1, undefined, undefined, 'refused'],
    ['one without a key, of one that had a key', 1, KEY, undefined, 'refused'],
    ['one with another key', 1, KEY, digest('another key'), 'refused'],
    ['the same registration once more', 1, KEY, KEY, 'written'],
    ['anybody once the reservation is over', 600, undefined, undefined, 'written'],
  ])('asked for by %s', async (_, seconds, firstKey, secondKey, expected) => {
    const [username, first, second] = [newUsername(), newUserId(), newUserId()];
    await db.write(...reserve(username, first, T0, firstKey));
    expect(await attempt(...reserve(username, second, at(seconds), secondKey))).toBe(expected);
    expect(await holderOf(username)).toBe(expected === 'written' ? second : first);
  });

  it('is reserved by one of many at once', async () => {
    const username = newUsername();
    const ids = Array.from({ length: 12 }, newUserId);
    const outcomes = await Promise.all(ids.map((id) => attempt(...reserve(username, id, T0))));
    expect(outcomes.filter((one) => one === 'written')).toHaveLength(1);
    expect(await holderOf(username)).toBe(ids[outcomes.indexOf('written')]);
  });

  it('once claimed stays with its user: for no time, no key and no freeing', async () => {
    const [username, userId] = [newUsername(), newUserId()];
    await db.write(...reserve(username, userId, T0, KEY));
    await db.write(...users.claimName(newUser(username, userId), at(599.999)));
    expect(await attempt(...reserve(username, newUserId(), at(10 ** 9)))).toBe('refused');
    expect(await attempt(...reserve(username, newUserId(), at(1), KEY))).toBe('refused');
    expect(await attempt(users.freeName(username, userId))).toBe('refused');
    expect(await users.idByName(username)).toBe(userId);
  });

  it.each([
    ['whose reservation is over', 600, true],
    ['that is reserved for somebody else', 1, false],
  ])('%s cannot be claimed', async (_, seconds, own) => {
    const [username, userId] = [newUsername(), newUserId()];
    await db.write(...reserve(username, userId, T0));
    const claimant = newUser(username, own ? userId : newUserId());
    expect(await attempt(...users.claimName(claimant, at(seconds)))).toBe('refused');
  });

  it('that nobody reserved cannot be claimed', async () => {
    const user = newUser(newUsername());
    expect(await attempt(...users.claimName(user, T0))).toBe('refused');
    expect(await users.idByName(user.username)).toBeUndefined();
  });

  it('taken over after its time is lost to the first, who can neither claim nor free it', async () => {
    const [username, first, second] = [newUsername(), newUserId(), newUserId()];
    await db.write(...reserve(username, first, T0));
    await db.write(...reserve(username, second, at(600)));
    expect(await attempt(...users.claimName(newUser(username, first), at(601)))).toBe('refused');
    expect(await attempt(users.freeName(username, first))).toBe('refused');
    expect(await attempt(...users.claimName(newUser(username, second), at(601)))).toBe('written');
  });

  it('freed by whom it is reserved for is anybody’s at once', async () => {
    const [username, userId] = [newUsername(), newUserId()];
    await db.write(...reserve(username, userId, T0));
    expect(await attempt(users.freeName(username, newUserId()))).toBe('refused');
    expect(await attempt(users.freeName(username, userId))).toBe('written');
    expect(await users.idByName(username)).toBeUndefined();
    expect(await attempt(...reserve(username, newUserId(), at(1)))).toBe('written');
    expect(await attempt(users.freeName(newUsername(), userId))).toBe('refused');
  });

  it('keeps no trace of its reservation once it is claimed', async () => {
    const [username, userId] = [newUsername(), newUserId()];
    await db.write(...reserve(username, userId, T0, KEY));
    await db.write(...users.claimName(newUser(username, userId), at(1)));
    expect(await rowsOf(username)).toEqual({
      Users: [{ pk: `name#${username}`, sk: 'name', userId }],
      Sessions: [],
    });
  });

  it('that is reserved and abandoned leaves nothing in Users, and in Sessions what TTL sweeps', async () => {
    const [username, userId] = [newUsername(), newUserId()];
    await db.write(...reserve(username, userId, T0));
    const { Users, Sessions } = await rowsOf(username);
    expect(Users).toEqual([]);
    expect(Sessions).toHaveLength(1);
    expect(Sessions[0]?.expiresAt).toBe(ttlAt(at(600)));
  });

  it('is free to take where its reservation was swept, or is over and still there', async () => {
    const [swept, over] = [newUser(newUsername()), newUser(newUsername())];
    expect(await users.isTaken(swept.username, T0)).toBe(false);
    expect(await attempt(...users.takeName(swept, T0))).toBe('written');
    await db.write(...reserve(over.username, newUserId(), T0));
    expect(await users.isTaken(over.username, at(599.999))).toBe(true);
    expect(await attempt(...users.takeName(over, at(599.999)))).toBe('refused');
    expect(await users.isTaken(over.username, at(600))).toBe(false);
    expect(await attempt(...users.takeName(over, at(600)))).toBe('written');
    expect([await users.idByName(swept.username), await users.idByName(over.username)]).toEqual([
      swept.id,
      over.id,
    ]);
    // Whoever had reserved it has lost it, however their clock goes.
    expect(await attempt(...reserve(over.username, newUserId(), at(601)))).toBe('refused');
    expect(await attempt(...users.takeName(newUser(over.username), at(601)))).toBe('refused');
  });

  it('that is being claimed, taken, reserved and freed at once is one’s in the end, and whole', async () => {
    for (let round = 0; round < 8; round++) {
      const [username, userId] = [newUsername(), newUserId()];
      await db.write(...reserve(username, userId, T0, KEY));
      const [claimant, taker] = [newUser(username, userId), newUser(username)];
      // Each by a clock of its own: for the taker the reservation is over, for the claimant it is not.
      const outcomes = await Promise.all([
        attempt(...users.claimName(claimant, at(599))),
        attempt(...users.takeName(taker, at(601))),
        attempt(...reserve(username, newUserId(), at(601))),
        attempt(users.freeName(username, userId)),
      ]);
      const owner = await users.idByName(username);
      const [claimed, taken] = outcomes;
      expect(claimed === 'written' && taken === 'written').toBe(false);
      expect(owner).toBe(claimed === 'written' ? claimant.id : taken === 'written' ? taker.id : undefined);
      if (owner === undefined) continue;
      expect(await attempt(...reserve(username, newUserId(), at(10 ** 6)))).toBe('refused');
    }
  });

  it('that an older Nod reserved in Users and nobody enrolled with is free', async () => {
    const username = newUsername();
    await db.write({
      Put: {
        TableName: db.tableName('Users'),
        Item: { pk: `name#${username}`, sk: 'name', userId: newUserId(), reservedUntil: toSeconds(T0) },
      },
    });
    expect(await users.idByName(username)).toBeUndefined();
    expect(await users.isTaken(username, at(1))).toBe(false);
    const user = newUser(username);
    expect(await attempt(...reserve(username, user.id, at(1)))).toBe('written');
    expect(await attempt(...users.claimName(user, at(2)))).toBe('written');
    expect(await users.idByName(username)).toBe(user.id);
  });
});

describe('a user', () => {
  it.each<[string, Partial<User>]>([
    ['as enrolled', {}],
    ['disabled, with a role and a mark', { disabled: true, roles: ['admin'], notBefore: at(5) }],
  ])('comes back as it went in: %s', async (_, more) => {
    const user = { ...newUser(newUsername()), ...more };
    await db.write(users.create(user));
    expect(await users.get(user.id)).toEqual(user);
  });

  it('is created once', async () => {
    const user = newUser(newUsername());
    await db.write(users.create(user));
    expect(await attempt(users.create({ ...user, username: 'eve' }))).toBe('refused');
    expect(await users.get(user.id)).toEqual(user);
  });

  it.each<[Partial<User>, boolean]>([
    [{}, true],
    [{ phones: 0 }, false],
    [{ disabled: true }, false],
  ])('with %o can approve: %s', (more, expected) => {
    expect(canApprove({ ...newUser('susan'), ...more })).toBe(expected);
  });
});

describe('completing a sign-in', () => {
  // A check stands in a transaction only; reserving a name of its own is the other write in it.
  const completes = (userId: UserId, approvedAt: Date) =>
    attempt(users.mayComplete(userId, approvedAt), ...reserve(newUsername(), userId, T0));

  it.each<[string, Partial<User>, number, string]>([
    ['of a user like any other', {}, 0, 'written'],
    ['of a disabled one', { disabled: true }, 0, 'refused'],
    ['approved after the last "end all"', { notBefore: at(5) }, 5.001, 'written'],
    ['approved at its very moment', { notBefore: at(5) }, 5, 'refused'],
    ['approved before it', { notBefore: at(5) }, 4.999, 'refused'],
  ])('%s', async (_, more, approvedAt, expected) => {
    const user = { ...newUser(newUsername()), ...more };
    await db.write(users.create(user));
    expect(await completes(user.id, at(approvedAt))).toBe(expected);
  });

  it('of nobody is refused', async () => {
    expect(await completes(newUserId(), T0)).toBe('refused');
  });

  it('is refused from the moment at which everything before was ended', async () => {
    const user = newUser(newUsername());
    await db.write(users.create(user));
    await db.write(users.endAllBefore(user.id, at(10)));
    expect(await users.get(user.id)).toEqual({ ...user, notBefore: at(10) });
    expect(await completes(user.id, at(10))).toBe('refused');
    await db.write(users.endAllBefore(user.id, at(20)));
    expect(await completes(user.id, at(15))).toBe('refused');
    expect(await completes(user.id, at(21))).toBe('written');
  });
});

describe('ending all', () => {
  it('never moves its mark back', async () => {
    const user = { ...newUser(newUsername()), notBefore: at(20) };
    await db.write(users.create(user));
    expect(await attempt(users.endAllBefore(user.id, at(10)))).toBe('refused');
    expect((await users.get(user.id))?.notBefore).toEqual(at(20));
    expect(await attempt(users.endAllBefore(user.id, at(20)))).toBe('written');
  });

  it('makes no user of an id without one', async () => {
    const userId = newUserId();
    expect(await attempt(users.endAllBefore(userId, T0))).toBe('refused');
    expect(await users.get(userId)).toBeUndefined();
  });
});
