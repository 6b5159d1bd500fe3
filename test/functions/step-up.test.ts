/** What needs a session that was approved only just now (DESIGN.md §6.10). */
import { beforeEach, describe, expect, it } from 'vitest';
import { ROUTE_NAMES, ROUTES } from '../../shared/routes.ts';
import { age } from '../support/ageing.ts';
import type { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, type Phone } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const FRESH = ROUTE_NAMES.filter((name) => ['fresh', 'fresh or phone'].includes(ROUTES[name].auth));

const params = { deviceId: 'dev_none', provider: 'none' };

let [username, sessionId] = ['', ''];
let browser: Browser;
let phone: Phone;

/** Somebody who was let in five minutes ago. */
beforeEach(async () => {
  ({ browser, phone, username } = await newPerson(nod));
  sessionId = (await browser.succeed('me')).session.id;
  await age(nod, 'Sessions', `session#${sessionId}`, 5 * 60);
  // What is noted of an active session once a minute is noted now.
  await browser.succeed('me');
});

describe.each(FRESH)('%s', (name) => {
  it('is refused five minutes after the approval, and the session goes on', async () => {
    await unchanged(nod, async () => {
      const { status, problem } = await browser.call(name, { params });
      expect([status, problem.code]).toEqual([403, 'reauth_required']);
    });
    expect((await browser.succeed('me')).session.id).toBe(sessionId);
  });

  it('is open after a new approval, until whose completion the old session stays', async () => {
    const again = browser.copy();
    const { number } = await again.succeed('login-start', { body: { username } });
    expect((await browser.succeed('status')).status).toBe('active');
    await phone.approve(number);
    expect((await again.succeed('status')).status).toBe('active');
    expect((await again.call(name, { params })).problem.code).toBe('reauth_required');
    await again.succeed('login-complete');
    const { status, problem } = await again.call(name, { params });
    expect([status, problem?.code]).not.toEqual([403, 'reauth_required']);
    expect(status).not.toBe(401);
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'here' });
  });
});
