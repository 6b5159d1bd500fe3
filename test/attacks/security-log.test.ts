/** Every refused authentication and every limit met is one line, which names nobody; and what is no refusal is none. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { foundSignIn, newPerson, newUsername, Phone, signIn } from '../support/people.ts';

const nod = startNod({ variables: { STAGE: 'test', NOD_LIMITS_SCALE: '0.25' } });

type Line = Record<string, unknown>;

const written: string[] = [];
let stdout: { mockRestore(): void };
beforeAll(() => {
  stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterAll(() => stdout.mockRestore());

/** The lines of the security log that come while `what` is done, as soon as there are as many as expected. */
async function linesOf(expected: number, what: () => Promise<unknown>): Promise<Line[]> {
  const before = written.length;
  await what();
  const lines = () =>
    written
      .slice(before)
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.startsWith('{'))
      .map((line): Line => JSON.parse(line))
      .filter(({ event }) => event !== undefined);
  await vi.waitFor(() => expect(lines().length).toBeGreaterThanOrEqual(expected));
  // One more would have come with the others.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(lines()).toHaveLength(expected);
  return lines();
}

const counts = (line: Line | undefined): unknown[] => [line?.Refusals, line?.LimitsMet];
const wrong = (cookie = '') => `${cookie.slice(0, -6)}AAAAAA`;

async function withWrongCookie(name: string, of: Browser): Promise<Browser> {
  const thief = new Browser(nod);
  thief.cookies.set(name, wrong(of.cookies.get(name)));
  return thief;
}

describe('a refusal is one line, and counted', () => {
  it.each<[string, string, Line, () => Promise<() => Promise<unknown>>]>([
    [
      'a call without a session',
      'not_signed_in',
      { route: 'me' },
      async () => () => new Browser(nod).call('me'),
    ],
    [
      'a session’s wrong secret',
      'not_signed_in',
      { route: 'me', wrong: 'secret' },
      async () => {
        const thief = await withWrongCookie('__Host-session', (await newPerson(nod)).browser);
        return () => thief.call('me');
      },
    ],
    [
      'a phone’s wrong secret',
      'not_a_phone',
      { route: 'approvals', wrong: 'secret' },
      async () => {
        const thief = await withWrongCookie('__Host-device', (await newPerson(nod)).phone);
        return () => thief.call('approvals');
      },
    ],
    [
      'a sign-in’s wrong secret',
      'not_waiting',
      { route: 'login-complete', wrong: 'secret' },
      async () => {
        const browser = new Browser(nod);
        await browser.succeed('login-start', { body: { username: newUsername() } });
        const thief = await withWrongCookie('__Host-signin', browser);
        return () => thief.call('login-complete');
      },
    ],
    [
      'a wrong number',
      'number_unknown',
      { route: 'approval-find' },
      async () => {
        const { phone } = await newPerson(nod);
        return () => phone.call('approval-find', { body: { number: '000000' } });
      },
    ],
    [
      'an assertion that is none',
      'assertion_refused',
      { route: 'approval-answer' },
      async () => {
        const { phone, params, publicKey } = await foundSignIn(nod);
        const assertion = phone.authenticator.get(publicKey, { badSignature: true });
        const body = { decision: 'approve', lifetime: '24h', assertion } as const;
        return () => phone.call('approval-answer', { params, body });
      },
    ],
    [
      'a wrong recovery code',
      'code_unknown',
      { route: 'recover' },
      async () => {
        const { username } = await newPerson(nod);
        return () =>
          new Browser(nod).call('recover', {
            body: { username, code: '0000-0000-0000-0000-0000-0000-0000' },
          });
      },
    ],
    [
      'a link that is not known',
      'ticket_unknown',
      { route: 'device-options' },
      async () => () => new Phone(nod).call('device-options', { body: { ticket: 'guessed' } }),
    ],
    [
      'a call from another site',
      'cross_origin_refused',
      { route: 'logout' },
      async () => {
        const { browser } = await newPerson(nod);
        return () => browser.call('logout', { headers: { origin: 'https://evil.example' } });
      },
    ],
  ])('%s', async (_, code, more, prepared) => {
    const attack = await prepared();
    const [line] = await linesOf(1, attack);
    expect(line).toMatchObject({
      level: 'warn',
      event: 'refused',
      code,
      ...more,
      requestId: expect.any(String),
    });
    expect(line?.address).toMatch(/^[\w-]{16}$/);
    expect(counts(line)).toEqual([1, undefined]);
    expect(line?._aws).toMatchObject({
      CloudWatchMetrics: [
        { Namespace: 'Nod', Dimensions: [['Stage']], Metrics: [{ Name: 'Refusals', Unit: 'Count' }] },
      ],
    });
  });
});

it('a limit that is met is one line, and counted apart', async () => {
  const { browser } = await newPerson(nod);
  const post = () => browser.call('post-create', { body: { body: 'Hello' } });
  const lines = await linesOf(2, async () => {
    const replies = [];
    for (let at = 0; at < 52; at++) replies.push(await post());
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(2);
  });
  for (const line of lines) {
    expect(line).toMatchObject({ event: 'limited', code: 'too_many', route: 'post-create' });
    expect(counts(line)).toEqual([undefined, 1]);
  }
});

it('what happens to everybody all day is a line, and counts as nothing', async () => {
  const person = await newPerson(nod);
  const other = await signIn(nod, person);
  await person.browser.succeed('sessions-end');
  const [line] = await linesOf(1, () => other.call('me'));
  expect(line).toMatchObject({ event: 'refused', code: 'not_signed_in', reason: 'elsewhere' });
  expect(line).not.toHaveProperty('_aws');
});

it('polls, and whatever succeeds or is merely mistaken, write no line', async () => {
  await linesOf(0, async () => {
    const { browser, phone } = await newPerson(nod);
    await new Browser(nod).succeed('status');
    const thief = await withWrongCookie('__Host-session', browser);
    expect(await thief.succeed('status')).toMatchObject({ status: 'none' });
    await browser.succeed('status');
    await browser.succeed('me');
    await phone.succeed('approvals');
    expect((await browser.call('post-create', { body: { body: '' } })).status).toBe(400);
    expect((await browser.call('register', { body: { username: 'admin' } })).status).toBe(409);
  });
});

it('lines of one person, and of one address, can be told, and nobody is named', async () => {
  const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
  const lines = await linesOf(5, async () => {
    for (const { phone } of [susan, susan, miguel])
      await phone.call('approval-find', { body: { number: '000000' } });
    const code = '0000-0000-0000-0000-0000-0000-0000';
    await new Browser(nod).call('recover', { body: { username: susan.username, code } });
    await new Browser(nod).call('recover', { body: { username: miguel.username, code } });
  });
  const subjects = lines.map(({ subject }) => subject);
  expect(subjects[0]).toMatch(/^[\w-]{16}$/);
  expect(subjects[1]).toBe(subjects[0]);
  expect(new Set(subjects).size).toBe(4);
  expect(new Set(lines.map(({ address }) => address)).size).toBe(1);
  const text = JSON.stringify(lines);
  for (const secret of [
    ...[susan, miguel].flatMap(({ username, browser, phone }) => [
      username,
      ...(browser.cookies.get('__Host-session') ?? '').split('.'),
      ...(phone.cookies.get('__Host-device') ?? '').split('.'),
    ]),
    '127.0.0.1',
    '000000',
    '0000-0000',
  ]) {
    expect(text).not.toContain(secret);
  }
});
