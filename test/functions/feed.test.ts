/** The function that answers feeds, by the addresses that people give to their programs. */
import { describe, expect, it } from 'vitest';
import type { PostId, UserId } from '../../shared/ids.ts';
import { newPostId } from '../../shared/posts/post.ts';
import { postStore } from '../../shared/posts/post-store.ts';
import { postingStore } from '../../shared/search/posting-store.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { Browser } from '../support/browser.ts';
import { childOf, childrenOf, readAtom, readJsonFeed } from '../support/feeds.ts';
import { jpeg } from '../support/images.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { storeCosts } from '../support/store-costs.ts';

const nod = startNod();

type Person = Awaited<ReturnType<typeof newPerson>>;

async function read(path: string, init: RequestInit = {}) {
  const response = await fetch(nod.origin + path, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const atom = async (path: string) => readAtom((await read(`${path}/feed.xml`)).text);
const json = async (path: string) => readJsonFeed((await read(`${path}/feed.json`)).text).feed;
const pageOf = ({ username }: Person): string => `/@${username}`;

type Body = { body: string; replyTo?: PostId; media?: { id: string; alt?: string }[]; language?: string };

const write = async ({ browser }: Person, body: string, more: Omit<Body, 'body'> = {}): Promise<PostId> =>
  (await browser.succeed('post-create', { body: { body, ...more } as Body })).id;

/** What both formats have, newest first. */
async function bodiesOf(path: string): Promise<string[]> {
  const [{ entries }, { items }] = [await atom(path), await json(path)];
  expect(entries.map((entry) => childOf(entry, 'id')?.text)).toEqual(
    items.map(({ id }: { id: string }) => id),
  );
  return items.map(({ content_text }: { content_text: string }) => content_text);
}

describe('somebody’s feed', () => {
  it('has their posts, newest first, under addresses that stay', async () => {
    const susan = await newPerson(nod);
    const first = await write(susan, 'The first');
    const last = await write(susan, 'The <last>');
    const page = nod.origin + pageOf(susan);
    const { feed, entries } = await atom(pageOf(susan));
    expect(entries.map((entry) => childOf(entry, 'id')?.text)).toEqual([
      `${page}/${last}`,
      `${page}/${first}`,
    ]);
    expect(childOf(feed, 'id')?.text).toBe(page);
    expect(childOf(feed, 'title')?.text).toBe(`${susan.username} (@${susan.username}) · Nod`);
    expect(childrenOf(feed, 'link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'self', type: 'application/atom+xml', href: `${page}/feed.xml` },
      { rel: 'alternate', type: 'text/html', href: page },
      { rel: 'alternate', type: 'application/feed+json', href: `${page}/feed.json` },
    ]);
    expect(await json(pageOf(susan))).toMatchObject({ home_page_url: page, feed_url: `${page}/feed.json` });
    expect(await bodiesOf(pageOf(susan))).toEqual(['The <last>', 'The first']);
  });

  it('says of what kind it is, and is kept no longer than a page', async () => {
    const susan = await newPerson(nod);
    for (const [file, type] of [
      ['feed.xml', 'application/atom+xml; charset=utf-8'],
      ['feed.json', 'application/feed+json; charset=utf-8'],
    ]) {
      const { status, headers } = await read(`${pageOf(susan)}/${file}`);
      expect([status, headers.get('content-type')]).toEqual([200, type]);
      expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=2, must-revalidate');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it.for([
    ['/%40', ''],
    ['/@', '/'],
    ['/%40', '/'],
  ])('is the same in another spelling: %sname/feed.xml%s', async ([before = '', after = '']) => {
    const susan = await newPerson(nod);
    await write(susan, 'However it is written');
    for (const file of ['feed.xml', 'feed.json']) {
      const [plain, other] = [
        await read(`/@${susan.username}/${file}`),
        await read(`${before}${susan.username.toUpperCase()}/${file}${after}`),
      ];
      expect([other.status, other.text]).toEqual([200, plain.text]);
    }
  });

  it('is empty and sound while they have written nothing', async () => {
    const susan = await newPerson(nod);
    const [one, other] = [await read(`${pageOf(susan)}/feed.xml`), await read(`${pageOf(susan)}/feed.xml`)];
    expect(readAtom(one.text).entries).toEqual([]);
    expect(other.text).toBe(one.text);
    expect((await json(pageOf(susan))).items).toEqual([]);
  });

  it('leaves out replies and reposts, and reads on where there are fifty of them', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const root = await write(tom, 'A question');
    await write(susan, 'My own');
    for (let at = 0; at < 50; at++) await write(susan, `Answer ${at}`, { replyTo: root });
    await susan.browser.succeed('post-repost', { params: { postId: root } });
    expect(await bodiesOf(pageOf(susan))).toEqual(['My own']);
  });

  it('has twenty posts', async () => {
    const susan = await newPerson(nod);
    for (let at = 0; at < 23; at++) await write(susan, `Post ${at}`);
    const bodies = await bodiesOf(pageOf(susan));
    expect([bodies.length, bodies[0], bodies.at(-1)]).toEqual([20, 'Post 22', 'Post 3']);
  });

  it('has what was edited as it stands, and says when', async () => {
    const susan = await newPerson(nod);
    const id = await write(susan, 'Before');
    const before = childOf((await atom(pageOf(susan))).feed, 'updated')?.text ?? '';
    await susan.browser.succeed('post-edit', { params: { postId: id }, body: { body: 'After' } });
    const { feed, entries } = await atom(pageOf(susan));
    const updated = childOf(feed, 'updated')?.text ?? '';
    expect(updated > before).toBe(true);
    expect(entries.map((entry) => childOf(entry, 'updated')?.text)).toEqual([updated]);
    expect(await bodiesOf(pageOf(susan))).toEqual(['After']);
  });

  it('has nothing of what is deleted, or was not written by its owner', async () => {
    const susan = await newPerson(nod);
    const id = await write(susan, 'Deleted');
    const intruder = await signIn(nod, susan);
    const { id: sessionId } = (await intruder.succeed('me')).session;
    await intruder.succeed('post-create', { body: { body: 'Not by me' } });
    expect(await bodiesOf(pageOf(susan))).toEqual(['Not by me', 'Deleted']);
    await susan.browser.succeed('post-delete', { params: { postId: id } });
    await susan.browser.succeed('session-end', { params: { sessionId }, query: { notMe: '1' } });
    expect(await bodiesOf(pageOf(susan))).toEqual([]);
  });

  it('says what they say of themselves, and tells no id of theirs', async () => {
    const susan = await newPerson(nod);
    await write(susan, 'Well', { language: 'en' });
    await susan.browser.succeed('profile-edit', { body: { displayName: 'Susan & Co', about: 'Bees <3' } });
    const { feed } = await atom(pageOf(susan));
    expect(childOf(feed, 'title')?.text).toBe(`Susan & Co (@${susan.username}) · Nod`);
    expect(childOf(feed, 'subtitle')?.text).toBe('Bees <3');
    expect(await json(pageOf(susan))).toMatchObject({
      description: 'Bees <3',
      items: [{ language: 'en', authors: [{ name: 'Susan & Co' }] }],
    });
    for (const file of ['feed.xml', 'feed.json'])
      expect((await read(`${pageOf(susan)}/${file}`)).text).not.toMatch(/usr_|ses_|dev_|approvedBy/);
  });

  it('has pictures that are there, by whole addresses, and that other sites may show', async () => {
    const susan = await newPerson(nod);
    const { id } = await susan.browser.succeed('media-create', {
      rawBody: Buffer.from(await jpeg(800, 400)),
      headers: { 'content-type': 'image/jpeg' },
    });
    await write(susan, 'Look', { media: [{ id, alt: 'Red and blue' }] });
    const { entries } = await atom(pageOf(susan));
    const [enclosure] = entries.flatMap((entry) =>
      childrenOf(entry, 'link').filter(({ attributes }) => attributes.rel === 'enclosure'),
    );
    const { href = '', title, type } = enclosure?.attributes ?? {};
    expect([title, type]).toEqual(['Red and blue', 'image/webp']);
    const picture = await fetch(href);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, type]);
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const [item] = (await json(pageOf(susan))).items;
    expect(item.attachments).toEqual([{ url: href, mime_type: type, title }]);
    expect(item.content_html).toContain('width="800" height="400" alt="Red and blue"');
  });
});

describe('whoever has it already', () => {
  it.for(['feed.xml', 'feed.json'])('is answered 304 until something changes: %s', async (file) => {
    const susan = await newPerson(nod);
    await write(susan, 'Once');
    const path = `${pageOf(susan)}/${file}`;
    const first = await read(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    // An edge that compresses makes it a weak one.
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await read(path, { headers: { 'if-none-match': known } });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
      expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
    }
    const head = await read(path, { method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);
    await write(susan, 'Twice');
    const changed = await read(path, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });
});

describe('a tag’s feed', () => {
  async function tagged(person: Person, body: string, more: Omit<Body, 'body'> = {}): Promise<PostId> {
    const id = await write(person, body, more);
    const userId = (await userStore(nod.db).idByName(person.username)) as UserId;
    await postingStore(nod.db).index(await postStore(nod.db).ofAuthorById(userId, id), []);
    return id;
  }

  it('has everybody’s posts that have it, as they stand', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const tag = `Bread${susan.username.replaceAll('_', '')}`;
    const root = await tagged(susan, `One #${tag}`);
    await tagged(tom, `Two #${tag.toUpperCase()}`);
    const edited = await tagged(tom, `Three #${tag}`);
    const deleted = await tagged(tom, `Four #${tag}`);
    await tagged(tom, `An answer #${tag}`, { replyTo: root });
    await tom.browser.succeed('post-edit', { params: { postId: edited }, body: { body: 'Three without' } });
    await tom.browser.succeed('post-delete', { params: { postId: deleted } });
    const path = `/tags/${tag}`;
    expect(await bodiesOf(path)).toEqual([`Two #${tag.toUpperCase()}`, `One #${tag}`]);
    const { feed, entries } = await atom(path);
    expect(childOf(feed, 'id')?.text).toBe(`${nod.origin}/tags/${tag.toLowerCase()}`);
    expect(entries.map((entry) => childOf(childOf(entry, 'author') ?? entry, 'name')?.text)).toEqual([
      tom.username,
      susan.username,
    ]);
  });

  it('reads on where the newest are answers', async () => {
    const susan = await newPerson(nod);
    const tag = `talk${susan.username.replaceAll('_', '')}`;
    const root = await tagged(susan, `Shall we #${tag}`);
    for (let at = 0; at < 25; at++) await tagged(susan, `Answer ${at} #${tag}`, { replyTo: root });
    expect(await bodiesOf(`/tags/${tag}`)).toEqual([`Shall we #${tag}`]);
  });

  it.for(['/tags/كتاب', '/tags/%D9%83%D8%AA%D8%A7%D8%A8', '/tags/日本', '/tags/nobody_has_used_this'])(
    'of %s is one, though nobody has used it',
    async (path) => {
      expect(await bodiesOf(path)).toEqual([]);
    },
  );
});

describe('what there is not', () => {
  it.for(['feed.xml', 'feed.json'])(
    'is 404, of somebody whom nobody knows as the API says it: %s',
    async (file) => {
      const { status, text } = await read(`/@nobody_here/${file}`);
      const api = await new Browser(nod).call('posts', { query: { author: 'nobody_here' } });
      expect([status, JSON.parse(text)]).toEqual([404, api.problem]);
    },
  );

  it.for([
    '/@al/feed.xml',
    '/@susan/feed.rss',
    '/@susan/feed.xml/more',
    '/tags/123/feed.xml',
    '/tags/a%2Fb/feed.xml',
    '/tags/a%20b/feed.json',
    '/tags/feed.xml',
    '/feed.xml',
    '/nowhere/feed.json',
    '/@../feed.xml',
    '/api/feeds/rss?tag=bread',
  ])('%s', async (path) => {
    expect((await read(path)).status).toBe(404);
  });

  it('is a feed of nothing', async () => {
    const reply = await new Browser(nod).call('feed', { params: { format: 'xml' } });
    expect([reply.status, reply.problem.code]).toEqual([400, 'invalid_input']);
  });

  it('takes what it is of from its address alone', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    await write(susan, 'By Susan');
    const { text } = await read(`${pageOf(susan)}/feed.xml?author=${tom.username}&tag=bread&path=x`);
    expect(readAtom(text).entries).toHaveLength(1);
  });
});

it('costs the same however much there is, and is bound where there are answers only', {
  timeout: 180_000,
}, async () => {
  const [susan, tom, tess] = [await newPerson(nod), await newPerson(nod), await newPerson(nod)];
  const root = await write(tom, 'A question');
  for (let at = 0; at < 40; at++) await write(susan, 'How are you all today?');
  // More than the two steps read, and each as long as can be.
  const posts = postStore(nod.db);
  const userId = (await userStore(nod.db).idByName(tess.username)) as UserId;
  const reply = await posts.ofAuthorById(userId, await write(tess, 'Well', { replyTo: root }));
  if (reply === undefined) throw new Error('The reply is not there.');
  for (let at = 0; at < 70; at++) {
    const createdAt = secondsAfter(reply.createdAt, -at);
    const body = 'あ'.repeat(1000);
    await nod.db.write(posts.create({ ...reply, body, id: newPostId(createdAt), createdAt }));
  }
  const get = (path: string) => () => read(path);
  const costs = await storeCosts(nod.recordingProxy, {
    posts: get(`${pageOf(susan)}/feed.xml`),
    'posts, as JSON': get(`${pageOf(susan)}/feed.json`),
    'answers only': get(`${pageOf(tess)}/feed.xml`),
    nobody: get('/@nobody_here/feed.xml'),
    'a tag of nobody': get('/tags/nobody_has_used_this/feed.xml'),
  });
  expect(costs).toEqual({
    // The name, the user, the profile, their posts, and what is around these: their author's profile.
    posts: { calls: 5, reads: 5, writes: 0 },
    'posts, as JSON': { calls: 5, reads: 5, writes: 0 },
    // One more query, and nothing to be put together.
    'answers only': { calls: 5, reads: expect.any(Number), writes: 0 },
    nobody: { calls: 1, reads: 1, writes: 0 },
    // Where a query finds nothing, DynamoDB Local counts nothing, and AWS half a unit.
    'a tag of nobody': { calls: 1, reads: 0, writes: 0 },
  });
  expect(costs['answers only']?.reads).toBeGreaterThan(20);
  expect(costs['answers only']?.reads).toBeLessThanOrEqual(31);
});
