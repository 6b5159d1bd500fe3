import { describe, expect, it } from 'vitest';
import { newUserId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { credentialCountStore } from '../../../shared/users/credential-count-store.ts';
import type { User } from '../../../shared/users/user.ts';
import { userStore } from '../../../shared/users/user-store.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt, rows } = tables();
const users = userStore(db);
const credentialCount = credentialCountStore(db);

const T0 = new Date('2036-11-22T10:00:00.123Z');

async function stored(as: Partial<User>): Promise<User> {
  const user: User = {
    id: newUserId(),
    username: 'susan',
    displayName: 'Susan',
    roles: [],
    createdAt: T0,
    credentialCount: 1,
    phones: 1,
    ...as,
  };
  await db.write(users.create(user));
  return user;
}

const times = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make));

describe('one more phone', () => {
  it('is counted as a phone and as a sign-in method', async () => {
    const user = await stored({ phones: 2, credentialCount: 3 });
    await db.write(credentialCount.addPhone(user.id));
    expect(await users.get(user.id)).toEqual({ ...user, phones: 3, credentialCount: 4 });
  });

  it('is the tenth at most, of many at once', async () => {
    const { id } = await stored({ phones: 8, credentialCount: 8 });
    const outcomes = await times(6, () => attempt(credentialCount.addPhone(id)));
    expect(outcomes.filter((one) => one === 'written')).toHaveLength(2);
    expect(await users.get(id)).toMatchObject({ phones: 10, credentialCount: 10 });
  });

  it.each<[string, () => Promise<{ id: User['id'] }>]>([
    ['a disabled user', () => stored({ disabled: true })],
    ['nobody', async () => ({ id: newUserId() })],
  ])('is refused for %s', async (_, make) => {
    const { id } = await make();
    const before = await rows();
    expect(await attempt(credentialCount.addPhone(id))).toBe('refused');
    expect(await rows()).toEqual(before);
  });
});

describe('one phone fewer', () => {
  it.each([
    [1, 1, 'refused'],
    [1, 2, 'written'],
    [2, 2, 'written'],
    [0, 2, 'refused'],
  ])('of %i phones among %i sign-in methods is %s', async (phones, ways, expected) => {
    const user = await stored({ phones, credentialCount: ways });
    expect(await attempt(credentialCount.removePhone(user.id))).toBe(expected);
    const less = expected === 'written' ? 1 : 0;
    expect(await users.get(user.id)).toEqual({
      ...user,
      phones: phones - less,
      credentialCount: ways - less,
    });
  });

  it('leaves one sign-in method, however many are taken at once', async () => {
    const { id } = await stored({ phones: 4, credentialCount: 4 });
    const outcomes = await times(8, () => attempt(credentialCount.removePhone(id)));
    expect(outcomes.filter((one) => one === 'written')).toHaveLength(3);
    expect(await users.get(id)).toMatchObject({ phones: 1, credentialCount: 1 });
  });
});

describe('an only phone', () => {
  it.each([
    [3, 3, 1],
    [3, 5, 3],
    [0, 1, 2],
  ])('in place of %i phones among %i sign-in methods leaves %i', async (phones, ways, left) => {
    const user = await stored({ phones, credentialCount: ways });
    await db.write(credentialCount.onlyPhone(user.id, phones, T0));
    expect(await users.get(user.id)).toEqual({
      ...user,
      phones: 1,
      credentialCount: left,
      notBefore: T0,
      recoveredAt: T0,
    });
  });

  it('is refused where another phone came or went meanwhile', async () => {
    const user = await stored({ phones: 2, credentialCount: 2 });
    for (const phones of [1, 3]) {
      expect(await attempt(credentialCount.onlyPhone(user.id, phones, T0))).toBe('refused');
    }
    expect(await users.get(user.id)).toEqual(user);
  });

  it('is refused to a disabled user', async () => {
    const { id } = await stored({ disabled: true });
    expect(await attempt(credentialCount.onlyPhone(id, 1, secondsAfter(T0, 1)))).toBe('refused');
  });
});
