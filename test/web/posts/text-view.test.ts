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
  /<a class="in-text" dir="ltr" href="([^"]*)"(?: rel="nofollow ugc noopener")? translate="no">([^<]*)<\/a>/g;

/** What is read, where an address counts as what it leads to; no other element is there than links of ours. */
function readIn(html: string): { text: string; links: { href: string; shown: string }[] } {
  const links = [...html.matchAll(ANCHOR)].map(([, href = '', shown = '']) => ({
    href: unescaped(href),
    shown: unescaped(shown),
  }));
  const rest = html.replace(ANCHOR, '\ue000');
  expect(rest).not.toMatch(/[<>]/);
  return { text: unescaped(rest), links };
}

/** A text is unchanged but for links, each of which begins with the host that it leads to. */
function expectFaithful(text: string): void {
  const { text: read, links } = readIn(drawn(text));
  const original = shownText(text);
  // What stands between the links is in the text, in this order, and nothing else but the links is.
  let at = 0;
  const pieces = read.split('\ue000');
  expect(pieces.length).toBe(links.length + 1);
  pieces.forEach((piece, index) => {
    const found = index === 0 ? 0 : original.indexOf(piece, at);
    if (index === pieces.length - 1 && index > 0) expect(original.endsWith(piece)).toBe(true);
    expect(original.slice(found).startsWith(piece)).toBe(true);
    const before = links[index - 1];
    if (before && !before.href.startsWith('/')) {
      const written =
        index === pieces.length - 1
          ? original.slice(at, original.length - piece.length)
          : original.slice(at, found);
      expect(new URL(/^https?:/i.test(written) ? written : `https://${written}`).href).toBe(before.href);
      expect(before.shown.startsWith(new URL(before.href).host) || /[^\0-\x7f]/.test(before.shown)).toBe(
        true,
      );
    } else if (before) {
      expect(`/@${before.shown.slice(1).toLowerCase()}`).toBe(before.href);
    }
    at = found + piece.length;
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

  it('has tags as text for as long as there is no page of them', () => {
    // Whoever adds the page has them lead there.
    expect(PAGES.filter(({ path }) => new RegExp(`^${path}$`).test('/tags/nod'))).toEqual([]);
    expect(drawn('#nod')).toBe('#nod');
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
