import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEntities } from '../../../shared/posts/post-response.ts';
import { shownText } from '../../../shared/posts/shown-text.ts';
import { PAGES } from '../../../web/pages.ts';
import { textView } from '../../../web/posts/text-view.ts';
import { NASTY_STRINGS } from '../../support/nasty-strings.ts';

/** As a document has it. */
function drawn(text: string): string {
  const { body, entities } = withEntities(text);
  return collectResultSync(render(textView(body, entities))).replace(/<!--[^>]*-->|<\?>/g, '');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name] ?? '');

const ANCHOR =
  /<a class="in-text" dir="(?:ltr|auto)" href="([^"]*)"(?: rel="nofollow ugc noopener")? translate="no">(?:<data class="p-category" value="([^"]*)">([^<]*)<\/data>|([^<]*))<\/a>/g;

/** What is read, where an address counts as what it leads to; no other element is there than links of ours. */
function readIn(html: string): { text: string; links: { href: string; shown: string; tag?: string }[] } {
  const links = [...html.matchAll(ANCHOR)].map(([, href = '', tag, shownTag, shown = '']) => ({
    href: unescaped(href),
    shown: unescaped(shownTag ?? shown),
    ...(tag === undefined ? {} : { tag: unescaped(tag) }),
  }));
  const rest = html.replace(ANCHOR, '\ue000');
  expect(rest).not.toMatch(/[<>]/);
  return { text: unescaped(rest), links };
}

/** A text is unchanged but for links, each of which begins with the host that it leads to. */
function expectFaithful(text: string): void {
  const { text: read, links } = readIn(drawn(text));
  const { body, entities } = withEntities(text);
  expect(body).toBe(shownText(text));
  // What stands between the links is the text between the entities, and nothing else but the links is.
  const starts = [...entities.map(({ start }) => start), body.length];
  expect(read.split('\ue000')).toEqual(
    starts.map((start, at) => body.slice(at === 0 ? 0 : entities[at - 1]?.end, start)),
  );
  expect(links.length).toBe(entities.length);
  links.forEach(({ href, shown, tag }, at) => {
    const written = body.slice(entities[at]?.start, entities[at]?.end);
    if (href.startsWith('/tags/')) {
      expect(shown).toBe(written);
      expect(tag).toBe(written.slice(1).normalize('NFKC').toLowerCase());
      expect(decodeURIComponent(href)).toBe(`/tags/${tag}`);
    } else if (href.startsWith('/')) {
      expect(shown).toBe(written);
      expect(`/@${written.slice(1).toLowerCase()}`).toBe(href);
    } else {
      expect(new URL(/^https?:/i.test(written) ? written : `https://${written}`).href).toBe(href);
      expect(shown.startsWith(new URL(href).host) || /[^\0-\x7f]/.test(shown)).toBe(true);
    }
  });
}

describe('a text with what is alive in it', () => {
  it.each([
    [
      'See https://example.com/a/b?c=d#e and @Susan.',
      'See <a class="in-text" dir="ltr" href="https://example.com/a/b?c=d#e" rel="nofollow ugc noopener" translate="no">example.com/a/b?c=d#e</a> and <a class="in-text" dir="ltr" href="/@susan" translate="no">@Susan</a>.',
    ],
    [
      'https://example.com/a-path-that-is-longer-than-a-line',
      '<a class="in-text" dir="ltr" href="https://example.com/a-path-that-is-longer-than-a-line" rel="nofollow ugc noopener" translate="no">example.com/a-path-that-is-longer-…</a>',
    ],
    ['<b>&', '&lt;b&gt;&amp;'],
  ])('%j', (text, html) => {
    expect(drawn(text)).toBe(html);
  });

  it('shows a host whole, however long it is', () => {
    const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.evil.example.com`;
    expect(readIn(drawn(`https://${host}/${'c'.repeat(100)}`)).links[0]?.shown).toBe(
      `${host}/${'c'.repeat(22)}…`,
    );
  });

  it.each([
    ['#Nod', '/tags/nod'],
    ['#كتاب', '/tags/%D9%83%D8%AA%D8%A7%D8%A8'],
    [`#${'𝔸'.repeat(100)}`, `/tags/${'a'.repeat(100)}`],
  ])('has %s lead to the page of the tag', (tag, path) => {
    expect(readIn(drawn(tag)).links).toEqual([
      { href: path, shown: tag, tag: decodeURIComponent(path).slice('/tags/'.length) },
    ]);
    expect(PAGES.filter((page) => new RegExp(`^${page.path}$`).test(decodeURIComponent(path)))).toMatchObject(
      [{ name: 'tag' }],
    );
  });

  it.each(NASTY_STRINGS)('is as it was written: %j', expectFaithful);

  it('is as it was written, whatever that is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom(...NASTY_STRINGS),
      fc.constantFrom(
        'https://',
        'http://',
        'example.com',
        '@',
        '#',
        'susan',
        '/',
        '.',
        ' ',
        '\n',
        '(',
        ')',
        'です',
        '&',
        '<',
        '"',
        '?',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => expectFaithful(pieces.join(''))),
      { numRuns: 1000 },
    );
  });
});
