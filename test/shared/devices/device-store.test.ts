import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Device } from '../../../shared/devices/device.ts';
import { deviceChangesStore } from '../../../shared/devices/device-changes-store.ts';
import { deviceStore } from '../../../shared/devices/device-store.ts';
import { wrongNumberStore } from '../../../shared/devices/wrong-number-store.ts';
import { newSessionId, newUserId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { digest } from '../../../shared/secrets.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt, rows } = tables();
const devices = deviceStore(db);
const changes = deviceChangesStore(db);
const wrongNumbers = wrongNumberStore(db);

const T0 = new Date('2036-11-22T10:00:00.123Z');
const at = (seconds: number) => secondsAfter(T0, seconds);
const QUARTER = 15 * 60;

function newDevice(as: Partial<Device> = {}): Device {
  return {
    credentialId: randomBytes(32).toString('base64url'),
    userId: newUserId(),
    name: 'Pixel 9',
    publicKey: new Uint8Array(randomBytes(77)),
    counter: 0,
    transports: ['internal', 'hybrid'],
    secretHash: digest('the secret of the device cookie'),
    createdAt: T0,
    lastUsedAt: T0,
    wrongNumbers: 0,
    sessionId: newSessionId(),
    ...as,
  };
}

async function enrolled(as: Partial<Device> = {}): Promise<Device> {
  const device = newDevice(as);
  await db.write(changes.enrol(device));
  return device;
}

async function reread({ userId, credentialId }: Device): Promise<Device> {
  const device = await devices.get(userId, credentialId);
  if (device === undefined) throw new Error('the phone is gone');
  return device;
}

describe('a phone', () => {
  it('comes back as it went in, its key byte by byte', async () => {
    const device = await enrolled({ wrongNumberAt: at(3), wrongNumbers: 2 });
    const found = await reread(device);
    expect(found).toEqual(device);
    expect(Buffer.from(found.publicKey).equals(device.publicKey)).toBe(true);
  });

  it('is enrolled once', async () => {
    const device = await enrolled();
    expect(await attempt(changes.enrol({ ...device, name: 'Another' }))).toBe('refused');
    expect((await reread(device)).name).toBe('Pixel 9');
  });

  it('is nobody else’s, and stands among its user’s', async () => {
    const device = await enrolled();
    const second = await enrolled({ userId: device.userId });
    await enrolled();
    expect(await devices.get(newUserId(), device.credentialId)).toBeUndefined();
    const found = await devices.ofUser(device.userId);
    expect(found.map(({ credentialId }) => credentialId).sort()).toEqual(
      [device.credentialId, second.credentialId].sort(),
    );
  });
});

describe('an assertion', () => {
  // WebAuthn Level 3 §6.1.1: a counter that does not grow means a copied key; 0 and 0 means that there is none.
  it.each([
    [0, 0, 'written'],
    [0, 1, 'written'],
    [5, 6, 'written'],
    [5, 500, 'written'],
    [5, 5, 'refused'],
    [5, 4, 'refused'],
    [5, 0, 'refused'],
  ])('with the counter stored as %i and signed as %i: %s', async (counter, signed, expected) => {
    const device = await enrolled({ counter });
    expect(await attempt(changes.noteAssertion(device, signed, at(9)))).toBe(expected);
    const after = expected === 'written' ? { counter: signed, lastUsedAt: at(9) } : {};
    expect(await reread(device)).toEqual({ ...device, ...after });
  });

  it('leaves the phone its cookie, unless it brings another one', async () => {
    const device = await enrolled();
    await db.write(changes.renewSecret(device, 'renewed'));
    await db.write(changes.noteAssertion(device, 1, at(1)));
    expect((await reread(device)).secretHash).toBe('renewed');
    await db.write(changes.noteAssertion(device, 2, at(2), 'resumed'));
    expect((await reread(device)).secretHash).toBe('resumed');
  });

  it('counts once of two with the same counter', async () => {
    const device = await enrolled({ counter: 5 });
    const both = [1, 2].map(() => attempt(changes.noteAssertion(device, 6, at(9))));
    expect((await Promise.all(both)).sort()).toEqual(['refused', 'written']);
  });

  it('of a phone that was removed is refused, and brings nothing back', async () => {
    const device = newDevice();
    expect(await attempt(changes.noteAssertion(device, 1, at(9)))).toBe('refused');
    expect((await rows()).Users.some(({ pk }) => pk === device.userId)).toBe(false);
  });
});

describe('a phone that is to be removed', () => {
  it('has said yes to nothing since it was looked at', async () => {
    const device = await enrolled();
    await db.write(changes.noteAssertion(device, 1, at(1)));
    expect(await attempt(...changes.remove(device, at(2)))).toBe('refused');
    expect(await attempt(...changes.remove(await reread(device), at(2)))).toBe('written');
    expect(await devices.get(device.userId, device.credentialId)).toBeUndefined();
    expect(await attempt(...changes.remove(device, at(2)))).toBe('refused');
  });

  it('is not brought back by a new name or a new cookie', async () => {
    const device = newDevice();
    expect(await attempt(changes.rename(device, 'Ghost'))).toBe('refused');
    expect(await attempt(changes.renewSecret(device, 'ghost'))).toBe('refused');
  });
});

it('a phone gets a new cookie once of two at once', async () => {
  const device = await enrolled();
  const both = ['one', 'two'].map((hash) => attempt(changes.renewSecret(device, hash)));
  expect((await Promise.all(both)).sort()).toEqual(['refused', 'written']);
});

describe('wrong numbers', () => {
  /** Names so many at once, by what the phone's row was before, and returns how many came through. */
  async function burst(device: Device, count: number, now: Date): Promise<number> {
    const outcomes = await Promise.all(
      Array.from({ length: count }, () => attempt(wrongNumbers.count(device, now))),
    );
    return outcomes.filter((one) => one === 'written').length;
  }

  it('are ten, however many are named at once', async () => {
    const device = await enrolled();
    expect(await burst(device, 30, T0)).toBe(10);
    expect(await reread(device)).toMatchObject({ wrongNumbers: 10, wrongNumberAt: T0 });
  });

  it('lock the phone for a quarter of an hour from the last one on', async () => {
    const device = await enrolled();
    for (let second = 1; second <= 10; second++) {
      expect(await attempt(wrongNumbers.count(await reread(device), at(second)))).toBe('written');
    }
    for (const seconds of [11, QUARTER, QUARTER + 9.999]) {
      expect(await attempt(wrongNumbers.count(await reread(device), at(seconds)))).toBe('refused');
    }
    // A refused one does not prolong the lock.
    expect(await attempt(wrongNumbers.count(await reread(device), at(QUARTER + 10)))).toBe('written');
    expect(await reread(device)).toMatchObject({ wrongNumbers: 1, wrongNumberAt: at(QUARTER + 10) });
  });

  it('are ten again after the lock, however many are named at once', async () => {
    const device = await enrolled({ wrongNumbers: 10, wrongNumberAt: T0 });
    const later = at(QUARTER);
    let passed = await burst(device, 30, later);
    passed += await burst(await reread(device), 30, later);
    expect(passed).toBe(10);
    expect(await attempt(wrongNumbers.count(await reread(device), later))).toBe('refused');
  });

  it('do not begin anew by what was read before the others', async () => {
    const stale = await enrolled({ wrongNumbers: 10, wrongNumberAt: T0 });
    const now = at(QUARTER);
    await burst(await reread(stale), 1, now);
    await burst(await reread(stale), 9, at(QUARTER + 1));
    expect(await burst(stale, 5, at(QUARTER + 2))).toBe(0);
  });

  it('are forgotten with a right one', async () => {
    const device = await enrolled();
    await burst(device, 9, T0);
    await db.write(wrongNumbers.clear(device));
    const cleared = await reread(device);
    expect(cleared).toEqual(device);
    expect(await burst(cleared, 30, at(1))).toBe(10);
  });

  it('of a phone that was removed are refused, and bring nothing back', async () => {
    for (const device of [newDevice(), newDevice({ wrongNumbers: 10, wrongNumberAt: at(-QUARTER) })]) {
      expect(await attempt(wrongNumbers.count(device, T0))).toBe('refused');
      expect(await attempt(wrongNumbers.clear(device))).toBe('refused');
      expect((await rows()).Users.some(({ pk }) => pk === device.userId)).toBe(false);
    }
  });

  it('are as many more as the limits are scaled', async () => {
    vi.stubEnv('NOD_LIMITS_SCALE', '2');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(await burst(await enrolled(), 30, T0)).toBe(20);
  });
});
