/** The function that answers the site's public pages with content in them. */
import { createHash } from 'node:crypto';
import { mf2 } from 'microformats-parser';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../shared/headers.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import { PAGES_OF_API } from '../../shared/page-path.ts';
import { postStore } from '../../shared/posts/post-store.ts';
import { shownText } from '../../shared/posts/shown-text.ts';
import { postingStore } from '../../shared/search/posting-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { Browser } from '../support/browser.ts';
import { jpeg } from '../support/images.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, Phone, signIn } from '../support/people.ts';

const nod = startNod();

type MicroformatRoot = ReturnType<typeof mf2>['items'][number];

/** What a browser gets that comes for a page, and not for what a script asks. */
async function read(path: string, init: RequestInit = {}) {
  const response = await fetch(nod.origin + path, init);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

async function postBy(body: string) {
  const person = await newPerson(nod);
  const { id } = await person.browser.succeed('post-create', { body: { body } });
  return { ...person, body, id, profile: `/@${person.username}`, path: `/@${person.username}/${id}` };
}

const given = (html: string) =>
  JSON.parse(/<script type="application\/json" id="given">(.*?)<\/script>/s.exec(html)?.[1] ?? '');
/** The tags and comments, without what is in quotes there. */
const tagsOf = (html: string) => (html.match(/<(?:"[^"]*"|[^">])*>/g) ?? []).join('').replace(/"[^"]*"/g, '');
const titleOf = (html: string) => /<title>(.*?)<\/title>/s.exec(html)?.[1];

/** What ends an element, a comment, an attribute or a line of a script, and what would be filled in. */
const HOSTILE = [
  '</script><script>alert(1)</script>',
  '</title></style><!--<script>-->',
  `"><img src=x onerror=alert(1)> ' onload='alert(1)`,
  '\u2028alert(1)\u2029',
  '{{body}} {{head}} &lt;b&gt;',
  ']]></noscript><?php <!---->',
].join(' ');

describe('a public page', () => {
  it('has its first posts, in the document and for its script', async () => {
    const { profile, path, body, id, username } = await postBy('Read this without a script.');
    for (const page of ['/', profile, path]) {
      const { status, html } = await read(page);
      expect(status, page).toBe(200);
      expect(html, page).toMatch(new RegExp(`<p class="post-body e-content" dir="auto" *>${body}</p>`));
      expect(JSON.stringify(given(html)), page).toContain(id);
    }
    expect(given((await read('/')).html).posts.items[0]).toMatchObject({ id, body, author: { username } });
  });

  it('of an author has posts, or replies, and nothing of what they like', async () => {
    const { browser, username, profile, body, id } = await postBy('A post of mine');
    const reply = 'A reply of mine';
    await browser.succeed('post-create', { body: { body: reply, replyTo: id } });
    await browser.succeed('post-like', { params: { postId: id } });
    const pages = await Promise.all(['', '/replies', '/likes'].map((list) => read(profile + list)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(pages.map(({ html }) => [html.includes(`>${body}<`), html.includes(`>${reply}<`)])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    expect(pages.map(({ html }) => /rel="canonical" href="([^"]*)"/.exec(html)?.[1])).toEqual(
      ['', '/replies', '/likes'].map((list) => `${nod.origin}/@${username}${list}`),
    );
    const brought = given(pages[2]?.html ?? '');
    expect(brought).toMatchObject({ profile: { username } });
    expect(brought).not.toHaveProperty('posts');
  });

  it('says who wrote what in its title, and which is its one address', async () => {
    const { profile, path, username } = await postBy('The first words\nand more');
    const post = await read(path.replace(username, 'somebody_else'));
    expect(titleOf(post.html)).toBe(`${username}: The first words · Nod`);
    expect(post.html).toContain(`<link rel="canonical" href="${nod.origin}${path}">`);
    expect(post.html).toContain(`<meta property="og:url" content="${nod.origin}${path}">`);
    expect(post.html).toContain('<meta property="og:description" content="The first words and more">');
    const { html } = await read(profile.toUpperCase());
    expect(titleOf(html)).toBe(`${username} (@${username}) · Nod`);
    expect(html).toContain(`<link rel="canonical" href="${nod.origin}${profile}">`);
    expect((await read('/')).html).toContain(`<link rel="canonical" href="${nod.origin}/">`);
  });

  it('has what one can do with a post below it, which nobody can press before the script is there', async () => {
    const { path, browser, id, username } = await postBy('Below this there are buttons.');
    await browser.succeed('post-like', { params: { postId: id } });
    const { html } = await read(path);
    const buttons = html.match(/<button[^>]*data-key=[^>]*>/g) ?? [];
    expect(buttons).toHaveLength(5);
    for (const button of buttons) expect(button).toMatch(/ inert/);
    expect(html).toContain(`aria-label="Like the post by ${username}: 1"`);
    // The same for everybody: nobody's own marks.
    expect(html).not.toContain('aria-pressed="true"');
    expect(given(html).thread.post).toMatchObject({ id });
    expect(given(html).thread.post).not.toHaveProperty('mine');
  });

  it('is read by programs as h-feed, h-entry and h-card', async () => {
    const { profile, path } = await postBy('For readers');
    expect((await read(profile)).html).toMatch(/class="profile h-card"[\s\S]*class="posts h-feed"/);
    const { html } = await read(path);
    for (const name of ['h-entry', 'p-author h-card', 'p-name', 'u-url', 'e-content']) {
      expect(html).toMatch(new RegExp(`class="[^"]*\\b${name}\\b`));
    }
    expect(html).toMatch(/<time class="dt-published" datetime="[^"]+">[^<]+ UTC<\/time>/);
  });

  it('says of a post all that there is to say: who, when, where, what it answers, shows and is about', async () => {
    const root = await postBy('What is this?');
    const { browser, username } = await newPerson(nod);
    const { id: image } = await browser.succeed('media-create', await upload());
    const { id } = await browser.succeed('post-create', {
      body: { body: 'A #Heron', replyTo: root.id, media: [{ id: image, alt: 'A heron' }] },
    });
    await browser.succeed('post-edit', { params: { postId: id }, body: { body: 'A grey #Heron' } });
    const { createdAt, editedAt } = await browser.succeed('post', { params: { postId: id } });
    const picture = `${nod.origin}/media/${image}`;
    const properties = {
      author: [
        {
          type: ['h-card'],
          id: `${id}-author`,
          properties: { name: [username], url: [`${nod.origin}/@${username}`] },
          value: username,
        },
      ],
      published: [createdAt],
      updated: [editedAt],
      url: [`${nod.origin}/@${username}/${id}`],
      'in-reply-to': [nod.origin + root.path],
      photo: [{ value: `${picture}-640.webp`, alt: 'A heron' }],
      content: [{ value: 'A grey #Heron', html: expect.stringContaining('/tags/heron') }],
      category: ['heron'],
    };
    // By itself, among its author's replies, and below what it answers, where one sees what that is by its place.
    for (const page of [`/@${username}/${id}`, `/@${username}/replies`, root.path]) {
      expect(entriesIn((await read(page)).html, page).get(id)).toEqual({
        type: ['h-entry'],
        id,
        properties,
      });
    }
  });

  it('says of somebody which page is theirs', async () => {
    const { profile, username } = await postBy('Mine');
    const { items } = mf2((await read(profile)).html, { baseUrl: nod.origin + profile });
    expect(items.find(({ type }) => type?.includes('h-card'))?.properties).toMatchObject({
      name: [username],
      url: [nod.origin + profile],
      uid: [nod.origin + profile],
    });
    expect(items.find(({ type }) => type?.includes('h-feed'))?.children).toHaveLength(1);
  });

  it('lets nothing that people wrote be anything but text', async () => {
    const { path, profile } = await postBy(HOSTILE);
    for (const page of ['/', profile, path]) {
      const { html } = await read(page);
      expect(html.match(/<script/g), page).toHaveLength(3);
      expect(html.match(/<\/script>/g), page).toHaveLength(3);
      expect(tagsOf(html), page).not.toMatch(/<img|<!--|<\?|\s(?:on\w+|style)=/);
      expect(/id="given">(.*?)<\/script>/s.exec(html)?.[1], page).not.toMatch(/[<>&\u2028\u2029]/);
      expect(html.match(/<title>/g)).toHaveLength(1);
      const data = given(html);
      expect((data.posts?.items[0] ?? data.thread.post).body, page).toBe(shownText(HOSTILE));
    }
  });

  it('nor what somebody is called', async () => {
    const username = newUsername();
    const displayName = `</title><script>"'{{body}}<!--`;
    const [browser, phone] = [new Browser(nod), new Phone(nod)];
    const { enrolUrl } = await browser.succeed('register', { body: { username, displayName } });
    await phone.enrol(enrolUrl);
    await browser.succeed('login-complete');
    const { id } = await browser.succeed('post-create', { body: { body: 'Look at my name' } });
    for (const page of ['/', `/@${username}`, `/@${username}/${id}`]) {
      const { html } = await read(page);
      expect(html.match(/<script/g), page).toHaveLength(3);
      expect(html.match(/<\/title>/g), page).toHaveLength(1);
      expect(html, page).not.toContain('<!--');
      expect(html, page).toContain('&lt;/title&gt;&lt;script&gt;&quot;&#39;{{body}}&lt;!--');
    }
  });

  it('is the same for everybody, reads no cookie and sets none', async () => {
    const { browser, profile } = await postBy('Same for all');
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    expect(cookie).toContain('__Host-session');
    const [own, others] = [await read(profile, { headers: { cookie } }), await read(profile)];
    const at = /"at":"[^"]+"/;
    expect(own.html.replace(at, '')).toBe(others.html.replace(at, ''));
    expect(own.headers.get('set-cookie')).toBeNull();
  });

  it('is kept by the edge for two seconds, and asked for by browsers each time', async () => {
    const { profile, path } = await postBy('Kept for two seconds');
    for (const page of ['/', profile, path, '/@nobody_here']) {
      const { headers } = await read(page);
      expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=2, must-revalidate');
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });

  it('allows nothing inline but the styles that it has', async () => {
    const { headers, html } = await read('/');
    const policy = headers.get('content-security-policy') ?? '';
    const hashes = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
      ([, style = '']) => `sha256-${createHash('sha256').update(style).digest('base64')}`,
    );
    expect(hashes).toHaveLength(2);
    expect(policy).toBe(contentSecurityPolicy(hashes));
    expect(policy).not.toContain('unsafe');
    expect(html).not.toMatch(/<script>|<script(?! type="application\/json")(?![^>]* src=)/);
    expect(tagsOf(html)).not.toMatch(/\s(?:on\w+|style)=/);
  });

  it.for([
    ['dark.person.writer', 'data-theme="dark" data-visitor="person writer"'],
    ['light', 'data-theme="light" data-visitor=""'],
    ['phone', 'data-theme="" data-visitor="phone"'],
    ['', 'data-theme="" data-visitor=""'],
    ['dark.susan', 'data-theme="" data-visitor=""'],
    ['"onload=x', 'data-theme="" data-visitor=""'],
  ])('is drawn for whom the cookie says: %s', async ([visitor = '', attributes = '']) => {
    expect((await read('/', { headers: { cookie: `visitor=${visitor}` } })).html).toContain(attributes);
    const query = `path=%2F&visitor=${encodeURIComponent(visitor)}`;
    expect((await read(`${PAGES_OF_API}/en/home.html?${query}`)).html).toContain(attributes);
  });

  it('tells no id of a user', async () => {
    const { profile, path } = await postBy('Who is behind it');
    for (const page of ['/', profile, path]) {
      expect((await read(page)).html, page).not.toMatch(/usr_|ses_|dev_|approvedBy|provenance/);
    }
  });

  it('is answered without its body where only its head is asked for', async () => {
    const { status, html, headers } = await read('/', { method: 'HEAD' });
    expect({ status, html }).toEqual({ status: 200, html: '' });
    expect(Number(headers.get('content-length'))).toBeGreaterThan(1000);
  });
});

/** What a program finds of posts in a page, by their ids. */
function entriesIn(html: string, path: string): Map<string | undefined, MicroformatRoot> {
  const all = (items: MicroformatRoot[]): MicroformatRoot[] =>
    items.flatMap((item) => [item, ...all(item.children ?? [])]);
  const { items } = mf2(html, { baseUrl: nod.origin + path });
  return new Map(
    all(items).flatMap((item) => (item.type?.includes('h-entry') ? [[item.id, item] as const] : [])),
  );
}

const upload = async () => ({
  rawBody: Buffer.from(await jpeg(800, 400)),
  headers: { 'content-type': 'image/jpeg' },
});

describe('for a preview', () => {
  const propertiesIn = (html: string) =>
    [
      ...html.matchAll(
        /<meta (?:property|name)="((?:og|article|profile|twitter):[^"]+)" content="([^"]*)">/g,
      ),
    ].map(([, name = '', content = '']) => [name, content]);

  it('a post is shown with its pictures, their sizes and what is on them', async () => {
    const { browser, username } = await newPerson(nod);
    const [one, two] = [
      await browser.succeed('media-create', await upload()),
      await browser.succeed('media-create', await upload()),
    ];
    const { id, createdAt } = await browser.succeed('post-create', {
      body: { body: 'Two #pictures', media: [{ id: one.id, alt: 'Red & "blue"' }, { id: two.id }] },
    });
    const path = `/@${username}/${id}`;
    const { html } = await read(path);
    expect(propertiesIn(html)).toEqual([
      ['og:site_name', 'Nod'],
      ['og:type', 'article'],
      ['og:title', `${username}: Two #pictures · Nod`],
      ['og:description', 'Two #pictures'],
      ['og:url', nod.origin + path],
      ['og:image', `${nod.origin}/media/${one.id}-1600.webp`],
      ['og:image:width', '800'],
      ['og:image:height', '400'],
      ['og:image:alt', 'Red &amp; &quot;blue&quot;'],
      ['og:image', `${nod.origin}/media/${two.id}-1600.webp`],
      ['og:image:width', '800'],
      ['og:image:height', '400'],
      ['article:published_time', createdAt],
      ['article:tag', 'pictures'],
      ['twitter:card', 'summary_large_image'],
    ]);
  });

  it('a page without pictures is shown with the site’s', async () => {
    const { profile, path, username } = await postBy('No picture');
    for (const page of ['/', profile, path]) {
      const properties = propertiesIn((await read(page)).html);
      expect(properties.filter(([name]) => name?.startsWith('og:image'))).toEqual([
        ['og:image', `${nod.origin}/icon-512.png`],
        ['og:image:width', '512'],
        ['og:image:height', '512'],
        ['og:image:alt', 'Nod'],
      ]);
      expect(properties).toContainEqual(['twitter:card', 'summary']);
    }
    expect(propertiesIn((await read(profile)).html)).toContainEqual(['profile:username', username]);
  });

  it('nothing is shown of what was taken back, not where it still has its place either', async () => {
    const person = await newPerson(nod);
    const intruder = await signIn(nod, person);
    const { id: sessionId } = (await intruder.succeed('me')).session;
    const { id: image } = await intruder.succeed('media-create', await upload());
    const { id } = await intruder.succeed('post-create', {
      body: { body: 'Not by me', media: [{ id: image, alt: 'Not mine' }] },
    });
    await person.browser.succeed('post-create', { body: { body: 'Who was that?', replyTo: id } });
    const path = `/@${person.username}/${id}`;
    expect((await read(path)).html).toContain(`og:image" content="${nod.origin}/media/${image}`);
    await person.browser.succeed('session-end', { params: { sessionId }, query: { notMe: '1' } });
    for (const page of [path, `/@${person.username}`]) {
      const { html, status } = await read(page);
      expect(status).toBe(200);
      expect(html).not.toMatch(new RegExp(`${image}|Not mine|Not by me`));
    }
  });
});

describe('the page of a tag', () => {
  it('has its posts, one address whatever the case of its letters, and its feeds', async () => {
    const person = await newPerson(nod);
    const tag = `Bread${person.username.replaceAll('_', '')}`;
    const { id } = await person.browser.succeed('post-create', { body: { body: `Fresh #${tag}` } });
    const userId = (await userStore(nod.db).idByName(person.username)) as UserId;
    await postingStore(nod.db).index(await postStore(nod.db).ofAuthorById(userId, id), []);
    const { status, html } = await read(`/tags/${tag}`);
    const path = `/tags/${tag.toLowerCase()}`;
    expect(status).toBe(200);
    expect(titleOf(html)).toBe(`#${tag.toLowerCase()} · Nod`);
    expect(given(html)).toMatchObject({ tag: tag.toLowerCase(), posts: { items: [{ id }], next: null } });
    expect(html).toContain(`<link rel="canonical" href="${nod.origin}${path}">`);
    expect(html).toContain(`<link rel="alternate" type="application/atom+xml" href="${path}/feed.xml">`);
    expect(html).toContain(`<link rel="alternate" type="application/feed+json" href="${path}/feed.json">`);
    expect(html).not.toContain('noindex');
    await person.browser.succeed('post-delete', { params: { postId: id } });
    const after = await read(path);
    expect(after.html).not.toContain(id);
    expect(after.html).toContain('<meta name="robots" content="noindex">');
  });

  it('goes on where the page ended, in the order of the search', async () => {
    const person = await newPerson(nod);
    const tag = `many${person.username.replaceAll('_', '')}`;
    const userId = (await userStore(nod.db).idByName(person.username)) as UserId;
    const written: PostId[] = [];
    for (let at = 0; at < 22; at++) {
      const { id } = await person.browser.succeed('post-create', { body: { body: `${at} #${tag}` } });
      await postingStore(nod.db).index(await postStore(nod.db).ofAuthorById(userId, id), []);
      written.unshift(id);
    }
    const { posts } = given((await read(`/tags/${tag}`)).html);
    const rest = await person.browser.succeed('search', { query: { q: `#${tag}`, cursor: posts.next } });
    expect([...posts.items, ...rest.items].map(({ id }: { id: string }) => id)).toEqual(written);
    expect(posts.items).toHaveLength(20);
  });

  it('that nobody has used says so, and is in no list of a search engine', async () => {
    const { status, html } = await read('/tags/nobody_has_used_this');
    expect(status).toBe(200);
    expect(html).toContain('Nobody has used this tag yet.');
    expect(html).toContain('<meta name="robots" content="noindex">');
  });
});

describe('what is not there', () => {
  it.for([
    ['/@nobody_here', 'Nobody is called'],
    [`/@nobody_here/pst_${'0'.repeat(26)}`, 'There is no such post'],
    ['/@x', 'There is no page here'],
    ['/@susan/posts', 'There is no page here'],
    ['/tags/123', 'There is no page here'],
    ['/tags/a%20b', 'There is no page here'],
    ['/tags/no.file', 'There is no page here'],
  ] as const)('is a page that says so, with 404: %s', async ([path, sentence]) => {
    const { status, html } = await read(path);
    expect(status).toBe(404);
    expect(html).toContain(sentence);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain('rel="canonical"');
  });

  it('is a post that was deleted', async () => {
    const { browser, id, path, body } = await postBy('Gone at once');
    await browser.succeed('post-delete', { params: { postId: id } });
    expect((await read(path)).status).toBe(404);
    expect((await read('/')).html).not.toContain(body);
  });

  it('is what a session wrote that was not its owner', async () => {
    const person = await newPerson(nod);
    const intruder = await signIn(nod, person);
    const { id: sessionId } = (await intruder.succeed('me')).session;
    const body = 'Not by me';
    const { id } = await intruder.succeed('post-create', { body: { body } });
    const profile = `/@${person.username}`;
    expect((await read(profile)).html).toContain(body);
    await person.browser.succeed('session-end', { params: { sessionId }, query: { notMe: '1' } });
    expect((await read(`${profile}/${id}`)).status).toBe(404);
    for (const page of ['/', profile]) expect((await read(page)).html).not.toContain(body);
  });
});

describe('asked of the API itself', () => {
  it.for([
    ['/en/profile.html?path=/@nobody_here<script>', 404],
    ['/en/profile.html', 404],
    ['/en/post.html?path=/@a/../pst_x', 404],
    ['/en/signin.html?path=/', 404],
    ['/en/..%2f..%2fetc', 404],
  ] as const)('%s is not found', async ([path, expected]) => {
    const { status, html } = await read(PAGES_OF_API + path);
    expect(status).toBe(expected);
    expect(html.match(/<script/g)).toHaveLength(3);
  });

  it('takes its path from the address alone, whatever else the viewer asks', async () => {
    const { profile, body } = await postBy('Mine and no other');
    const { html, status } = await read(`/?path=${profile}&path=/@nobody_here`);
    expect(status).toBe(200);
    expect(html).toContain('Say it with a nod.');
    const own = await read(`${profile}?path=/@nobody_here`);
    expect(own.status).toBe(200);
    expect(own.html).toContain(body);
  });
});
