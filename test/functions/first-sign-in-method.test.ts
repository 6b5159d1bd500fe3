import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newUsername, Phone, signIn } from '../support/people.ts';

const nod = startNod();

describe('the first way', () => {
  it('registers with a phone, signs in by number, posts, is watched and is ended by the phone', async () => {
    const username = newUsername();
    const [browser, phone] = [new Browser(nod), new Phone(nod)];

    const registered = await browser.call('register', { body: { username: username.toUpperCase() } });
    expect(registered.status).toBe(201);
    expect(registered.body.username).toBe(username);
    expect(registered.body.enrolUrl).toMatch(/^\/phone#enrol=usr_/);
    expect((await browser.succeed('status')).status).toBe('pending');

    const enrolled = await phone.enrol(registered.body.enrolUrl, 'Susan’s phone');
    expect(enrolled.device).toMatchObject({ name: 'Susan’s phone', current: true });
    expect(await browser.succeed('status')).toMatchObject({ status: 'approved', device: 'Susan’s phone' });
    expect((await browser.succeed('login-complete')).user).toEqual({
      username,
      displayName: username,
      roles: [],
    });
    expect(await browser.succeed('status')).toMatchObject({ status: 'active', user: { username } });

    const other = await signIn(nod, { username, phone });
    const written = await other.call('post-create', { body: { body: 'Hello\r\nthere' } });
    expect(written.status).toBe(201);
    expect(written.body).toMatchObject({ body: 'Hello\nthere', author: { username } });
    expect((await new Browser(nod).succeed('posts')).items).toEqual([written.body]);

    const { items } = await phone.succeed('sessions');
    expect(items).toHaveLength(2);
    const [ended] = items;
    await phone.succeed('session-end', { params: { sessionId: ended?.id ?? '' } });
    const statuses = [await browser.succeed('status'), await other.succeed('status')];
    expect(statuses).toContainEqual(expect.objectContaining({ status: 'closed', reason: 'phone' }));
    expect(statuses).toContainEqual(expect.objectContaining({ status: 'active' }));
  });
});
