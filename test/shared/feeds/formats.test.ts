/** Whatever people write, a feed of it is one, and has in it what they wrote. */
import { array, assert, constantFrom, oneof, option, property, record, string } from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { atomOf } from '../../../shared/feeds/atom.ts';
import type { Feed } from '../../../shared/feeds/feed.ts';
import { jsonFeedOf } from '../../../shared/feeds/json-feed.ts';
import type { MediaId, PostId } from '../../../shared/ids.ts';
import { withEntities } from '../../../shared/posts/post-response.ts';
import type { PostResponse } from '../../../shared/responses.ts';
import { childOf, childrenOf, readAtom, readJsonFeed } from '../../support/feeds.ts';
import { NASTY_STRINGS } from '../../support/nasty-strings.ts';

const ORIGIN = 'https://nod.example';
const ID = 'pst_01KAQ3W8ZB7N2D4F6H8JKMNPQR' as PostId;
const PICTURE = { id: 'img_kq3Jt0cW0Yf1xk9q8yB2nA' as MediaId, width: 800, height: 600, placeholder: 'x' };

function post(body: string, more: Partial<PostResponse> = {}): PostResponse {
  return {
    id: ID,
    author: { username: 'susan', displayName: 'Susan' },
    ...withEntities(body),
    createdAt: '2026-11-28T11:41:06.000Z',
    counts: { likes: 0, reposts: 0, replies: 0 },
    media: [],
    ...more,
  };
}

const feedOf = (posts: PostResponse[], more: Partial<Feed> = {}): Feed => ({
  title: 'Susan (@susan) · Nod',
  page: '/@susan',
  updated: '2026-11-28T11:41:06.000Z',
  posts,
  ...more,
});

const onlyEntry = (feed: Feed) => {
  const [entry] = readAtom(atomOf(feed, ORIGIN)).entries;
  if (entry === undefined) throw new Error('There is no entry.');
  return entry;
};

type Node = {
  nodeName: string;
  value?: string;
  childNodes?: Node[];
  attrs?: { name: string; value: string }[];
};

/** What a browser makes of HTML: its text, with line breaks, and the names of its elements. */
function drawn(html: string): { text: string; names: string[]; attributes: string[] } {
  const [names, attributes]: string[][] = [[], []];
  const textOf = ({ nodeName, value, childNodes = [], attrs = [] }: Node): string => {
    if (nodeName === '#text') return value ?? '';
    if (!nodeName.startsWith('#')) names?.push(nodeName);
    attributes?.push(...attrs.map(({ name }) => name));
    return nodeName === 'br' ? '\n' : childNodes.map(textOf).join('');
  };
  const text = textOf(parseFragment(html) as Node);
  return { text, names: [...new Set(names)].sort(), attributes: [...new Set(attributes)].sort() };
}

/** As XML can say it. */
const sayable = (text: string) =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');

/** Without links, whose text is shown as the address that they lead to. */
const PLAIN = NASTY_STRINGS.filter((body) =>
  withEntities(body).entities.every(({ kind }) => kind !== 'link'),
);
const FORBIDDEN = [
  '\0',
  '\x01',
  '\x0b',
  '\x1f',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udfff',
  ']]>',
  '\u202e',
  '\x85',
  '\u2028',
];

describe('a post', () => {
  it.for(PLAIN)('says in both what it says: %j', (body) => {
    const { body: shown } = withEntities(body);
    const content = childOf(onlyEntry(feedOf([post(body)])), 'content')?.text ?? '';
    expect(drawn(content).text).toBe(shown);
    const [item] = readJsonFeed(jsonFeedOf(feedOf([post(body)]), ORIGIN)).feed.items;
    expect(drawn(item.content_html).text).toBe(shown);
    expect(item.content_text).toBe(shown);
  });

  it.for(NASTY_STRINGS)('has no element or attribute but ours: %j', (body) => {
    const content = childOf(onlyEntry(feedOf([post(body)])), 'content')?.text ?? '';
    const { names, attributes } = drawn(content);
    expect(names.filter((name) => !['p', 'a', 'br'].includes(name))).toEqual([]);
    expect(attributes.filter((name) => !['dir', 'href', 'rel'].includes(name))).toEqual([]);
  });

  it('has its links, mentions and tags alive, by whole addresses', () => {
    const body = 'See https://example.com/a?b=1&c=2, @Tom and #Brot&Butter';
    const content = childOf(onlyEntry(feedOf([post(body)])), 'content')?.text;
    expect(content).toBe(
      '<p dir="auto">See <a href="https://example.com/a?b=1&amp;c=2" dir="ltr" rel="nofollow ugc noopener">example.com/a?b=1&amp;c=2</a>, ' +
        `<a href="${ORIGIN}/@tom" dir="ltr">@Tom</a> and <a href="${ORIGIN}/tags/brot" dir="auto">#Brot</a>&amp;Butter</p>`,
    );
  });

  it('has its pictures with their descriptions in the text, and beside it', () => {
    const media = [{ ...PICTURE, alt: '"A" <heron>\nin & out' }];
    const feed = feedOf([post('Look', { media })]);
    const src = `${ORIGIN}/media/${PICTURE.id}-1600.webp`;
    const entry = onlyEntry(feed);
    expect(childOf(entry, 'content')?.text).toContain(
      `<img src="${src}" width="800" height="600" alt="&quot;A&quot; &lt;heron&gt;\nin &amp; out">`,
    );
    expect(childrenOf(entry, 'link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'alternate', type: 'text/html', href: `${ORIGIN}/@susan/${ID}` },
      { rel: 'enclosure', type: 'image/webp', href: src, title: '"A" <heron>\nin & out' },
    ]);
    const [item] = readJsonFeed(jsonFeedOf(feed, ORIGIN)).feed.items;
    expect(item).toMatchObject({
      image: src,
      attachments: [{ url: src, mime_type: 'image/webp', title: '"A" <heron>\nin & out' }],
    });
  });

  it('says its language, its tags, and when it was edited', () => {
    const feed = feedOf([
      post('Guten Tag #Hallo #hallo', { language: 'de', editedAt: '2026-11-28T12:00:00.000Z' }),
    ]);
    const entry = onlyEntry(feed);
    expect(childOf(entry, 'content')?.attributes).toEqual({ type: 'html', 'xml:lang': 'de' });
    expect(childOf(entry, 'published')?.text).toBe('2026-11-28T11:41:06.000Z');
    expect(childOf(entry, 'updated')?.text).toBe('2026-11-28T12:00:00.000Z');
    expect(childrenOf(entry, 'category').map(({ attributes }) => attributes)).toEqual([
      { term: 'hallo', scheme: `${ORIGIN}/tags/`, label: '#hallo' },
    ]);
    const [item] = readJsonFeed(jsonFeedOf(feed, ORIGIN)).feed.items;
    expect(item).toMatchObject({
      language: 'de',
      tags: ['hallo'],
      date_published: '2026-11-28T11:41:06.000Z',
      date_modified: '2026-11-28T12:00:00.000Z',
    });
  });

  it('is the same to a reader of another make', () => {
    const feed = feedOf([post('One & two')], { author: { username: 'susan', displayName: 'Susan & Co' } });
    const atom = readAtom(atomOf(feed, ORIGIN)).parsed;
    expect(atom).toMatchObject({
      id: `${ORIGIN}/@susan`,
      title: { value: feed.title },
      authors: [{ name: 'Susan & Co', uri: `${ORIGIN}/@susan` }],
      entries: [{ id: `${ORIGIN}/@susan/${ID}`, content: { value: '<p dir="auto">One &amp; two</p>' } }],
    });
    const json = readJsonFeed(jsonFeedOf(feed, ORIGIN)).parsed;
    expect(json.items?.[0]).toMatchObject({ id: `${ORIGIN}/@susan/${ID}`, content_text: 'One & two' });
  });
});

it('a feed without posts is one', () => {
  expect(readAtom(atomOf(feedOf([]), ORIGIN)).entries).toEqual([]);
  expect(readJsonFeed(jsonFeedOf(feedOf([]), ORIGIN)).feed.items).toEqual([]);
});

it('whatever there is in a feed, it is well-formed, and nothing gets lost', () => {
  const text = array(
    oneof(
      string({ unit: 'grapheme' }),
      string({ unit: 'binary' }),
      constantFrom(...FORBIDDEN, ...NASTY_STRINGS),
    ),
    { maxLength: 4 },
  ).map((parts) => parts.join(''));
  const someFeed = record({ body: text, displayName: text, about: option(text), alt: text });
  assert(
    property(someFeed, ({ body, displayName, about, alt }) => {
      const author = { username: 'susan', displayName };
      const media = [{ ...PICTURE, alt }];
      const feed = feedOf([post(body, { author, media })], { about: about ?? undefined, author });
      const { feed: atom, entries } = readAtom(atomOf(feed, ORIGIN));
      const nameIn = (element: typeof atom) => childOf(childOf(element, 'author') ?? element, 'name')?.text;
      expect(nameIn(atom)).toBe(sayable(displayName));
      expect(childOf(atom, 'subtitle')?.text).toBe(about === null ? undefined : sayable(about));
      for (const entry of entries) {
        const enclosures = childrenOf(entry, 'link').filter(
          ({ attributes }) => attributes.rel === 'enclosure',
        );
        expect(enclosures.map(({ attributes }) => attributes.title ?? '')).toEqual([sayable(alt)]);
        const { names } = drawn(childOf(entry, 'content')?.text ?? '');
        expect(names.filter((name) => !['p', 'a', 'br', 'img'].includes(name))).toEqual([]);
      }
      const { feed: json } = readJsonFeed(jsonFeedOf(feed, ORIGIN));
      expect(json.authors[0].name).toBe(displayName.toWellFormed());
    }),
    { numRuns: 300 },
  );
});
