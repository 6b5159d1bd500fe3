/** Whoever has a session, rightly or not, does not drown others with it: posts and recovery codes are bound per user. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ALERT_LIMITS, LIMITS, type Limit } from '../../shared/limits/limits.ts';
import type { Browser, Reply } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const SCALE = 0.05;
const nod = startNod({ variables: { NOD_LIMITS_SCALE: String(SCALE) } });

/** Somebody else, who reaches none of the limits; the limit of registrations has room for few. */
let other: Awaited<ReturnType<typeof newPerson>>;
beforeAll(async () => {
  other = await newPerson(nod);
});

type Made = Promise<
  Pick<
    Reply<'post-create' | 'post-like' | 'mute' | 'report-create' | 'alerts-choose'>,
    'status' | 'problem' | 'headers'
  >
>;

describe.each<[string, Limit, (browser: Browser) => Made, made?: number]>([
  [
    'posts',
    LIMITS.postsPerUser,
    (browser: Browser) => browser.call('post-create', { body: { body: 'Hello' } }),
  ],
  [
    'marks',
    LIMITS.marksPerUser,
    // Of a post that is not there: a call counts, whatever comes of it.
    (browser: Browser) => browser.call('post-like', { params: { postId: `pst_${'0'.repeat(26)}` } }),
    404,
  ],
  [
    'mutes and blocks',
    LIMITS.hidesPerUser,
    (browser: Browser) => browser.call('mute', { params: { username: 'nobody_here' } }),
    404,
  ],
  [
    'reports',
    LIMITS.reportsPerUser,
    (browser: Browser) =>
      browser.call('report-create', { body: { about: { user: 'nobody_here' }, reason: 'spam' } }),
    404,
  ],
  [
    'choices of alerts',
    ALERT_LIMITS.choicesPerUser,
    // What is chosen already: a call counts, whatever comes of it.
    (browser: Browser) => browser.call('alerts-choose', { body: { mentions: false } }),
    200,
  ],
  ['recovery codes', LIMITS.recoveryCodesPerUser, (browser: Browser) => browser.call('recovery-renew')],
])('%s', (_, limit, make, made = 201) => {
  it('stop at the limit of a user, whatever the browser, and another user goes on', async () => {
    const person = await newPerson(nod);
    const browsers = [person.browser, await signIn(nod, person)];
    const statuses: number[] = [];
    for (let at = 0; at < limit.most * SCALE; at++) {
      statuses.push((await make(browsers[at % 2] as Browser)).status);
    }
    expect(new Set(statuses)).toEqual(new Set([made]));
    for (const browser of browsers) {
      const reply = await unchanged(nod, () => make(browser), 'a limit counts it');
      expect([reply.status, reply.problem.code]).toEqual([429, 'too_many']);
      const seconds = Number(reply.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(limit.perSeconds);
    }
    expect((await make(other.browser)).status).toBe(made);
  });
});

it('a post that was written and is repeated with its key is still one', async () => {
  const { browser } = await newPerson(nod);
  const headers = { 'idempotency-key': 'one' };
  const first = await browser.succeed('post-create', { body: { body: 'Once' }, headers });
  expect(await browser.succeed('post-create', { body: { body: 'Once' }, headers })).toEqual(first);
});
