/** Who may ring somebody's phone: marks that were planted, copied, kept, or left behind (DESIGN.md §5.2). */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/database.ts';
import { MOST_KNOWN_BROWSERS } from '../../shared/sessions/known-browser.ts';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, newPerson, newRecoveryCode, Phone, signIn, signInByPasskey } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

type Person = Awaited<ReturnType<typeof newPerson>>;

const COOKIE = '__Host-browser';

/** Asks to sign in as a person, with these marks in the jar, and says whether the phone would ring. */
async function rings(
  person: Pick<Person, 'username' | 'phone'>,
  marks: string | undefined,
): Promise<boolean> {
  const browser = new Browser(nod);
  if (marks !== undefined) browser.cookies.set(COOKIE, marks);
  const { sessionId, number } = await browser.succeed('login-start', { body: { username: person.username } });
  const { items } = await person.phone.succeed('approvals');
  const isListed = items.some((item) => item.sessionId === sessionId);
  const { approval } = await person.phone.succeed('approval-find', { body: { number } });
  expect(approval.known, 'what the card says').toBe(isListed);
  await browser.succeed('login-cancel');
  return isListed;
}

const marksOf = async (username: string): Promise<Item[]> => {
  const { Users, Sessions } = await nod.rows();
  const userId = Users.find((row) => row.sk === 'user' && row.username === username)?.pk;
  return Sessions.filter(({ pk, sk }) => pk === userId && String(sk).startsWith('browser#'));
};

describe('a mark', () => {
  it('that was planted is not kept: the server makes its own', async () => {
    const planted = 'A'.repeat(43);
    const person = await newPerson(nod, { signIn: false });
    person.browser.cookies.set(COOKIE, planted);
    await person.browser.succeed('login-complete');
    expect(person.browser.cookies.get(COOKIE)).not.toContain(planted);
    expect(await rings(person, planted)).toBe(false);
    expect(await rings(person, person.browser.cookies.get(COOKIE))).toBe(true);
  });

  it('of the attacker’s own account, planted in a browser, makes nothing of another account known', async () => {
    const [attacker, victim] = [await newPerson(nod), await newPerson(nod)];
    const planted = attacker.browser.cookies.get(COOKIE) ?? '';
    const browser = new Browser(nod);
    browser.cookies.set(COOKIE, planted);
    await signIn(nod, victim, browser);
    expect(await rings(victim, planted)).toBe(false);
    const renamed = planted.replace(/usr_[^.]+/, String((await marksOf(victim.username))[0]?.pk));
    expect(await rings(victim, renamed)).toBe(false);
  });

  it('is void once its browser has signed in again, by number or by passkey', async () => {
    const person = await newPerson(nod);
    const first = person.browser.cookies.get(COOKIE);
    const firstId = (await marksOf(person.username))[0]?.sk;
    await signIn(nod, person, person.browser);
    const second = person.browser.cookies.get(COOKIE);
    await signInByPasskey(person.browser, person.phone);
    const third = person.browser.cookies.get(COOKIE);
    expect([await rings(person, first), await rings(person, second), await rings(person, third)]).toEqual([
      false,
      false,
      true,
    ]);
    const marks = await marksOf(person.username);
    expect(marks).toHaveLength(1);
    expect(marks[0]?.sk).not.toBe(firstId);
  });

  it('goes with the session of its browser, also where its cookie was taken away', async () => {
    const person = await newPerson(nod);
    const stolen = person.browser.cookies.get(COOKIE);
    person.browser.cookies.delete(COOKIE);
    await signIn(nod, person, person.browser);
    expect(await rings(person, stolen)).toBe(false);
    expect(await marksOf(person.username)).toHaveLength(1);
  });

  it('says which session made it, and what had let that one in', async () => {
    const person = await newPerson(nod);
    const { session } = await person.browser.succeed('me');
    expect(await marksOf(person.username)).toEqual([
      expect.objectContaining({
        sessionId: session.id,
        approvedBy: person.phone.deviceId,
        browser: 'Firefox 143',
      }),
    ]);
  });

  it('is worth nothing 400 days later', async () => {
    const person = await newPerson(nod);
    await age(nod, 'Sessions', String((await marksOf(person.username))[0]?.sk), 400 * 24 * 60 * 60);
    expect(await rings(person, person.browser.cookies.get(COOKIE))).toBe(false);
    expect((await person.phone.succeed('browsers')).items).toEqual([]);
  });

  it('whose answer was lost is made anew by the repeat, and is still one', async () => {
    const person = await newPerson(nod);
    const lost = person.browser.copy();
    const { number } = await lost.succeed('login-start', { body: { username: person.username } });
    await person.phone.approve(number);
    const repeating = lost.copy();
    const headers = { 'idempotency-key': 'the same' };
    await lost.succeed('login-complete', { headers });
    await repeating.succeed('login-complete', { headers });
    expect(await rings(person, lost.cookies.get(COOKIE))).toBe(false);
    expect(await rings(person, repeating.cookies.get(COOKIE))).toBe(true);
    expect(await marksOf(person.username)).toHaveLength(1);
  });

  it('that was forgotten is not brought back by a repeat', async () => {
    const person = await newPerson(nod);
    const browser = new Browser(nod);
    const { number } = await browser.succeed('login-start', { body: { username: person.username } });
    await person.phone.approve(number);
    const repeating = browser.copy();
    const headers = { 'idempotency-key': 'the same' };
    await browser.succeed('login-complete', { headers });
    const { items } = await browser.succeed('browsers');
    const current = items.find(({ current }) => current);
    await person.phone.succeed('browser-forget', { params: { browserId: current?.id ?? '' } });
    await repeating.succeed('login-complete', { headers });
    expect((await repeating.succeed('status')).status).toBe('active');
    expect(await marksOf(person.username)).toHaveLength(1);
    expect(repeating.cookies.get(COOKIE)).toBeUndefined();
  });

  it('is one of two, where two sign-ins of a browser complete at once, and no more ring than there are', async () => {
    const person = await newPerson(nod);
    const tabs = [person.browser.copy(), person.browser.copy()];
    for (const tab of tabs) {
      const { number } = await tab.succeed('login-start', { body: { username: person.username } });
      await person.phone.approve(number);
    }
    await Promise.all(tabs.map((tab) => tab.succeed('login-complete')));
    expect(await rings(person, person.browser.cookies.get(COOKIE)), 'the one before').toBe(false);
    for (const tab of tabs) expect(await rings(person, tab.cookies.get(COOKIE))).toBe(true);
    expect(await marksOf(person.username)).toHaveLength(2);
  });
});

describe('a browser that several people use', () => {
  it('is known to each by a token of their own, also after the other has signed in again', async () => {
    const [susan, amir] = [await newPerson(nod), await newPerson(nod)];
    const shared = new Browser(nod);
    await signIn(nod, susan, shared);
    const asSusan = shared.cookies.get(COOKIE);
    await signIn(nod, amir, shared);
    const both = shared.cookies.get(COOKIE) ?? '';
    expect([await rings(susan, both), await rings(amir, both)]).toEqual([true, true]);
    expect(await rings(amir, asSusan)).toBe(false);
    const secrets = both.split('~').map((token) => token.split('.')[2]);
    expect(new Set(secrets).size).toBe(2);

    await signIn(nod, amir, shared);
    const later = shared.cookies.get(COOKIE);
    expect([await rings(susan, later), await rings(amir, later), await rings(amir, both)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('keeps a handful, in a cookie that stays small', async () => {
    const shared = new Browser(nod);
    const people: Person[] = [];
    for (let at = 0; at < 8; at++) {
      const person = await newPerson(nod, { signIn: false });
      people.push(person);
      await signIn(nod, person, shared);
    }
    const marks = shared.cookies.get(COOKIE) ?? '';
    expect(marks.length).toBeLessThan(700);
    const known = await Promise.all(people.map((person) => rings(person, marks)));
    expect(known).toEqual([false, false, true, true, true, true, true, true]);
    // However much is planted, no more is read of it than that.
    expect(await rings(people[7] as Person, `${'x~'.repeat(2000)}${marks}`)).toBe(false);
  });
});

describe('what is known of a browser ends', () => {
  it('with a denial that is reported, for the browser that asked and no other', async () => {
    const person = await newPerson(nod);
    const elsewhere = await signIn(nod, person);
    const thief = person.browser.copy();
    const ask = async (browser: Browser) =>
      (await browser.succeed('login-start', { body: { username: person.username } })).sessionId;
    const first = await ask(thief);
    await Promise.all([ask(thief.copy()), ask(elsewhere)]);
    const body = { decision: 'deny', report: true } as const;
    await person.phone.succeed('approval-answer', { params: { sessionId: first }, body });
    expect((await person.phone.succeed('approvals')).items).toEqual([]);
    expect(await rings(person, thief.cookies.get(COOKIE))).toBe(false);
    expect(await rings(person, elsewhere.cookies.get(COOKIE))).toBe(true);
  });

  it('with no mere denial', async () => {
    const person = await newPerson(nod);
    const { sessionId } = await person.browser.succeed('login-start', {
      body: { username: person.username },
    });
    await person.phone.succeed('approval-answer', { params: { sessionId }, body: { decision: 'deny' } });
    expect(await rings(person, person.browser.cookies.get(COOKIE))).toBe(true);
  });

  it('with a recovery, for all of them but the one that recovers', async () => {
    const person = await newPerson(nod);
    const elsewhere = await signIn(nod, person);
    const code = await newRecoveryCode(person.browser);
    const [recovering, phone] = [new Browser(nod), new Phone(nod)];
    const { enrolUrl } = await recovering.succeed('recover', { body: { username: person.username, code } });
    await phone.enrol(enrolUrl);
    await recovering.succeed('login-complete');
    const now = { username: person.username, phone };
    expect(await rings(now, person.browser.cookies.get(COOKIE))).toBe(false);
    expect(await rings(now, elsewhere.cookies.get(COOKIE))).toBe(false);
    expect(await rings(now, recovering.cookies.get(COOKIE))).toBe(true);
    expect((await phone.succeed('browsers')).items).toHaveLength(1);
  });

  it('by their owner’s hand, from another browser or from a phone', async () => {
    const person = await newPerson(nod);
    const elsewhere = await signIn(nod, person);
    const { items } = await person.browser.succeed('browsers');
    expect(items.map(({ current }) => current)).toEqual([false, true]);
    expect(items[0]).toMatchObject({ browser: 'Firefox 143', os: 'Windows', place: null });
    const asked = await elsewhere.succeed('login-start', { body: { username: person.username } });
    await person.browser.succeed('browser-forget', { params: { browserId: items[0]?.id ?? '' } });
    expect((await elsewhere.succeed('status', { query: { of: 'signin' } })).status).toBe('denied');
    expect((await person.phone.call('approval-find', { body: { number: asked.number } })).status).toBe(404);
    expect(await rings(person, elsewhere.cookies.get(COOKIE))).toBe(false);
    expect((await elsewhere.succeed('me')).user.username).toBe(person.username);

    await person.phone.succeed('browser-forget', { params: { browserId: items[1]?.id ?? '' } });
    expect(await rings(person, person.browser.cookies.get(COOKIE))).toBe(false);
    const { items: activity } = await person.browser.succeed('activity');
    expect(activity.filter(({ kind }) => kind === 'browser_forgotten')).toHaveLength(2);
  });

  it('for the browser itself that forgets itself, and leaves other users’ marks in it', async () => {
    const [susan, amir] = [await newPerson(nod), await newPerson(nod)];
    const shared = await signIn(nod, susan, await signIn(nod, amir));
    const { items } = await shared.succeed('browsers');
    const browserId = items.find(({ current }) => current)?.id ?? '';
    await shared.succeed('browser-forget', { params: { browserId } });
    const marks = shared.cookies.get(COOKIE) ?? '';
    expect(marks.split('~')).toHaveLength(1);
    expect([await rings(susan, marks), await rings(amir, marks)]).toEqual([false, true]);
  });

  it('by nobody else’s hand', async () => {
    const [susan, mallory] = [await newPerson(nod), await newPerson(nod)];
    const { items } = await susan.browser.succeed('browsers');
    const params = { browserId: items[0]?.id ?? '' };
    await unchanged(nod, async () => {
      for (const caller of [mallory.browser, mallory.phone, new Browser(nod)]) {
        const { status } = await caller.call('browser-forget', { params });
        expect(status).toBe(caller === mallory.browser || caller === mallory.phone ? 404 : 401);
      }
      for (const browserId of ['brw_', 'none', `${params.browserId}x`, 'ses_AAAAAAAAAAAAAAAAAAAAAA']) {
        expect((await susan.browser.call('browser-forget', { params: { browserId } })).status).toBe(404);
      }
    });
  });

  it('for what starts at the very moment in which it is forgotten', async () => {
    for (let round = 0; round < 8; round++) {
      const person = await newPerson(nod);
      const { items } = await person.browser.succeed('browsers');
      const params = { browserId: items[0]?.id ?? '' };
      const browser = person.browser.copy();
      await Promise.all([
        browser.call('login-start', { body: { username: person.username } }),
        person.phone.succeed('browser-forget', { params }),
      ]);
      expect((await person.phone.succeed('approvals')).items).toEqual([]);
    }
  });
});

it('so many browsers are known, and the oldest go', async () => {
  const person = await newPerson(nod);
  const [template] = await marksOf(person.username);
  for (let at = 0; at < MOST_KNOWN_BROWSERS + 4; at++) {
    const sk = `browser#brw_${String(at).padStart(22, '0')}`;
    const lastUsedAt = (template?.lastUsedAt as number) - 1000 - at;
    await nod.db.write({
      Put: {
        TableName: nod.db.tableName('Sessions'),
        Item: { ...template, pk: template?.pk, sk, lastUsedAt },
      },
    });
  }
  const browser = await signIn(nod, person);
  const { items } = await browser.succeed('browsers');
  expect(items).toHaveLength(MOST_KNOWN_BROWSERS);
  expect(items.slice(0, 2).map(({ current }) => current)).toEqual([true, false]);
  expect(await rings(person, person.browser.cookies.get(COOKIE))).toBe(true);
});

it('one phone more, or a phone that is removed, changes nothing of what is known', async () => {
  const person = await newPerson(nod);
  const second = await addPhone(nod, person.browser);
  await person.browser.succeed('device-remove', { params: { deviceId: person.phone.deviceId } });
  expect(await rings({ username: person.username, phone: second }, person.browser.cookies.get(COOKIE))).toBe(
    true,
  );
});
