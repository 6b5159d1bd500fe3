import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, signIn } from '../support/people.ts';

const nod = startNod();

describe('login-start', () => {
  it('answers with a number and where to approve it', async () => {
    const { username } = await newPerson(nod, { signIn: false });
    const browser = new Browser(nod);
    const reply = await browser.call('login-start', { body: { username: username.toUpperCase() } });
    expect(reply.status).toBe(202);
    expect(reply.body.number).toMatch(/^\d{6}$/);
    expect(reply.body.approveUrl).toBe(`/phone#approve=${reply.body.number}`);
    expect(Object.keys(reply.body).sort()).toEqual(['approveUrl', 'expiresAt', 'number', 'sessionId']);
    const seconds = (Date.parse(reply.body.expiresAt) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(100);
    expect(seconds).toBeLessThanOrEqual(120);
    expect(await browser.succeed('status')).toMatchObject({
      status: 'pending',
      expiresAt: reply.body.expiresAt,
    });
  });

  it('shows a browser that this user has approved before as known', async () => {
    const person = await newPerson(nod);
    const stranger = new Browser(nod);
    const { number } = await stranger.succeed('login-start', { body: { username: person.username } });
    expect((await person.phone.succeed('approval-find', { body: { number } })).approval.known).toBe(false);
    const browser = await signIn(nod, person);
    const again = await browser.succeed('login-start', { body: { username: person.username } });
    const found = await person.phone.succeed('approval-find', { body: { number: again.number } });
    expect(found.approval.known).toBe(true);

    // The mark of a browser is worth nothing for another user.
    const other = await newPerson(nod);
    const asOther = await browser.succeed('login-start', { body: { username: other.username } });
    const { approval } = await other.phone.succeed('approval-find', { body: { number: asOther.number } });
    expect(approval.known).toBe(false);
  });
});

describe('limits', () => {
  const limited = startNod({ variables: { NOD_LIMITS_SCALE: '0.01' } });

  it('stops an address after so many starts, and says when to try again', async () => {
    const replies = [];
    for (let at = 0; at < 6; at++) {
      replies.push(await new Browser(limited).call('login-start', { body: { username: newUsername() } }));
    }
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202, 429, 429]);
    expect(replies[5]?.problem.code).toBe('too_many');
    expect(Number(replies[5]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('stops no browser that this user has approved before', async () => {
    const person = await newPerson(limited);
    for (let at = 0; at < 5; at++) {
      await new Browser(limited).call('login-start', { body: { username: person.username } });
    }
    const stranger = await new Browser(limited).call('login-start', { body: { username: person.username } });
    expect(stranger.status).toBe(429);
    const known = await person.browser.call('login-start', { body: { username: person.username } });
    expect(known.status).toBe(202);
  });
});
