import { describe, expect, it } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
import { hidePosts, showPosts } from '../../shared/posts/hide-posts.ts';
import type { ProfileResponse } from '../../shared/responses.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';

const nod = startNod();

const profileOf = (username: string): Promise<ProfileResponse> =>
  new Browser(nod).succeed('user', { params: { username } });

const write = async (browser: Browser, body: string) => browser.succeed('post-create', { body: { body } });

describe('a profile', () => {
  it('is nothing but a name at first', async () => {
    const { username } = await newPerson(nod);
    expect(await profileOf(username)).toEqual({
      username,
      displayName: username,
      createdAt: expect.any(String),
      links: [],
      counts: { followers: 0, following: 0, posts: 0 },
    });
  });

  it('changes in what is named, and stays in the rest', async () => {
    const { browser, username } = await newPerson(nod);
    const all = {
      displayName: ' Susan ',
      about: ' I grow tomatoes.\r\nAsk @tom. ',
      links: ['example.com/susan', 'https://münchen.de'],
    };
    const changed = await browser.succeed('profile-edit', { body: all });
    expect(changed).toMatchObject({
      displayName: 'Susan',
      about: 'I grow tomatoes.\nAsk @tom.',
      aboutEntities: [{ kind: 'mention', start: 21, end: 25, username: 'tom' }],
      links: [
        {
          address: 'https://example.com/susan',
          href: 'https://example.com/susan',
          host: 'example.com',
          rest: '/susan',
        },
        {
          address: 'https://münchen.de',
          href: 'https://xn--mnchen-3ya.de/',
          host: 'münchen.de',
          rest: '',
        },
      ],
    });
    expect(await profileOf(username)).toEqual(changed);
    expect(await browser.succeed('profile-edit', { body: { about: 'Bees.' } })).toEqual({
      ...changed,
      about: 'Bees.',
      aboutEntities: [],
    });
    const emptied = await browser.succeed('profile-edit', { body: { about: '', links: [] } });
    expect(emptied).toMatchObject({ displayName: 'Susan', links: [] });
    expect(emptied).not.toHaveProperty('about');
    expect(await profileOf(username)).toEqual(emptied);
  });

  it('says its new name in posts of before, and to the browser that has changed it', async () => {
    const { browser, username } = await newPerson(nod);
    const { id } = await write(browser, 'Hello');
    await browser.succeed('profile-edit', { body: { displayName: 'Susan' } });
    expect((await browser.succeed('post', { params: { postId: id } })).author.displayName).toBe('Susan');
    expect((await browser.succeed('me')).user.displayName).toBe('Susan');
    expect((await write(browser, 'Again')).author).toMatchObject({ username, displayName: 'Susan' });
  });

  it('pins a post of one’s own, and lets go of it', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const { id } = await write(susan.browser, 'Mine');
    expect((await susan.browser.succeed('profile-edit', { body: { pinned: id } })).pinned).toBe(id);
    const foreign = await tom.browser.call('profile-edit', { body: { pinned: id } });
    expect([foreign.status, foreign.problem.code]).toEqual([404, 'not_found']);
    expect(await profileOf(tom.username)).not.toHaveProperty('pinned');
    expect(await susan.browser.succeed('profile-edit', { body: { pinned: null } })).not.toHaveProperty(
      'pinned',
    );
    await susan.browser.succeed('post-delete', { params: { postId: id } });
    expect((await susan.browser.call('profile-edit', { body: { pinned: id } })).status).toBe(404);
  });

  it.each([
    [{ displayName: '' }, 'displayName'],
    [{ displayName: 'x'.repeat(51) }, 'displayName'],
    [{ displayName: null }, 'displayName'],
    [{ about: 'x'.repeat(501) }, 'about'],
    [{ about: '👨‍👩‍👧‍👦'.repeat(200) }, 'about'],
    [{ about: 'a\0b' }, 'about'],
    [{ about: ['x'] }, 'about'],
    [{ links: 'https://example.com' }, 'links'],
    [{ links: Array.from({ length: 5 }, (_, at) => `https://example.com/${at}`) }, 'links'],
    [{ links: ['javascript:alert(1)'] }, 'links.0'],
    [{ links: ['https://example.com', 'data:text/html,x'] }, 'links.1'],
    [{ links: ['https://susan:secret@example.com'] }, 'links.0'],
    [{ links: ['https://example.com/" onclick="alert(1)'] }, 'links.0'],
    [{ links: ['https://example.com/\u202egnp.exe'] }, 'links.0'],
    [{ links: ['http://localhost:3000'] }, 'links.0'],
    [{ links: [`https://example.com/${'x'.repeat(300)}`] }, 'links.0'],
    [{ links: ['see https://example.com'] }, 'links.0'],
    [{ links: [''] }, 'links.0'],
    [{ pinned: 'pst_x' }, 'pinned'],
    [{ pinned: 7 }, 'pinned'],
    [['x'], undefined],
  ])('is not changed by %j', async (body, field) => {
    const { browser, username } = await newPerson(nod);
    const before = await profileOf(username);
    const reply = await browser.call('profile-edit', { body: body as never });
    expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([400, 'invalid_input', field]);
    expect(await profileOf(username)).toEqual(before);
  });

  it('is changed by nobody else, and by no session that is over', async () => {
    const { browser, username, phone } = await newPerson(nod);
    const body = { about: 'Somebody else' };
    expect((await new Browser(nod).call('profile-edit', { body })).status).toBe(401);
    expect((await phone.call('profile-edit', { body })).status).toBe(401);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    expect((await browser.call('profile-edit', { body })).status).toBe(401);
    expect(await profileOf(username)).not.toHaveProperty('about');
  });

  it('keeps what all have said who save at once', async () => {
    const { browser, username } = await newPerson(nod);
    const replies = await Promise.all([
      browser.call('profile-edit', { body: { about: 'Bees' } }),
      browser.call('profile-edit', { body: { links: ['https://example.com'] } }),
      browser.call('profile-edit', { body: { displayName: 'Susan' } }),
    ]);
    for (const { status } of replies) expect([200, 503]).toContain(status);
    const profile = await profileOf(username);
    if (replies[0]?.status === 200) expect(profile.about).toBe('Bees');
    if (replies[1]?.status === 200)
      expect(profile.links.map(({ address }) => address)).toEqual(['https://example.com']);
    if (replies[2]?.status === 200) expect(profile.displayName).toBe('Susan');
  });

  it('notes each change with what was there before, and nothing where nothing changes', async () => {
    const { browser } = await newPerson(nod);
    const { session } = await browser.succeed('me');
    await browser.succeed('profile-edit', { body: { about: 'One' } });
    await browser.succeed('profile-edit', { body: { about: 'Two', links: [] } });
    await browser.succeed('profile-edit', { body: { about: 'Two' } });
    const notes = (await nod.rows()).Sessions.filter(
      ({ sk, sessionId }) => String(sk).startsWith('undo#') && sessionId === session.id,
    );
    expect(notes.map(({ kind, before, after }) => ({ kind, before, after }))).toEqual([
      { kind: 'profile', before: { about: null }, after: { about: 'One' } },
      { kind: 'profile', before: { about: 'One' }, after: { about: 'Two' } },
    ]);
  });
});

describe('how many posts somebody has', () => {
  it('is counted when they are written, deleted, hidden and shown again', async () => {
    const { browser, username } = await newPerson(nod);
    const count = async () => (await profileOf(username)).counts.posts;
    const options = { body: { body: 'Once' }, headers: { 'idempotency-key': 'once' } };
    const { id } = await browser.succeed('post-create', options);
    await browser.succeed('post-create', options);
    for (const body of ['Two', 'Three']) await write(browser, body);
    expect(await count()).toBe(3);
    await browser.succeed('post-delete', { params: { postId: id } });
    await browser.call('post-delete', { params: { postId: id } });
    expect(await count()).toBe(2);

    const row = (await nod.rows()).Users.find(({ username: name, sk }) => name === username && sk === 'user');
    const userId = row?.pk as UserId;
    const { session } = await browser.succeed('me');
    const stored = await sessionStore(nod.db).get(userId, session.id);
    if (stored === undefined) throw new Error('there is no session');
    await hidePosts(nod.db, stored, () => true, new Date());
    expect(await count()).toBe(0);
    await showPosts(nod.db, userId, session.id, new Date());
    expect(await count()).toBe(2);
  });
});
