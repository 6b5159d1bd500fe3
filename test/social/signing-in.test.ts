import { describe, expect, it } from 'vitest';
import { newUsername, userRow } from '../support/people.ts';
import { SocialBrowser, socialNod } from '../support/social.ts';

const nod = socialNod({ demo: {} });

const ADA = 'demo-ada';

describe('signing in with a provider', () => {
  it('registers with a name of one’s own, and then signs in without a question', async () => {
    const username = newUsername();
    const first = new SocialBrowser(nod);
    const reply = await first.goThrough('demo', ADA, { next: '/account?x=1' });
    expect(reply.status).toBe(302);
    expect(reply.headers.get('location')).toMatch(
      /^\/social\?next=%2Faccount%3Fx%3D1#question=ses_[\w-]{22}$/,
    );
    expect(await first.question()).toEqual({
      id: 'demo',
      label: 'Demo',
      question: 'username',
      suggestion: 'ada',
      displayName: 'Ada Lovelace',
    });
    // The language of the page is no answer by itself.
    expect((await first.answer({ language: 'en' })).problem.code).toBe('invalid_input');
    const answer = await first.answered({ username, language: 'en' });
    expect(answer).toEqual({ status: 'approved', next: '/account?x=1' });
    await first.succeed('login-complete');
    const { user } = await first.succeed('me');
    expect(user).toEqual({ username, displayName: 'Ada Lovelace', roles: [] });
    expect((await userRow(nod, username)).language).toBe('en');

    const second = new SocialBrowser(nod);
    const again = await second.goThrough('demo', ADA);
    expect(again.headers.get('location')).toBe('/social?next=%2F#approved');
    await second.succeed('login-complete');
    expect((await second.succeed('me')).user.username).toBe(username);
  });
});
