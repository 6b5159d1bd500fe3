import { describe, expect, it } from 'vitest';
import { entitiesIn } from '../../../shared/posts/entities.ts';
import { NASTY_STRINGS } from '../../support/nasty-strings.ts';

/** Each entity as it is written, and where it leads. */
const found = (text: string) =>
  entitiesIn(text).map((entity) => {
    const written = text.slice(entity.start, entity.end);
    if (entity.kind === 'link') return [written, entity.href];
    return [written, entity.kind === 'mention' ? `/@${entity.username}` : `#${entity.tag}`];
  });

describe('a link', () => {
  it.each([
    ['alone', 'https://example.com', 'https://example.com', 'https://example.com/'],
    ['before a full stop', 'See http://example.com/a.', 'http://example.com/a', 'http://example.com/a'],
    ['before three', 'See https://example.com/a...', 'https://example.com/a', 'https://example.com/a'],
    ['before a comma, a colon', 'https://example.com/a:', 'https://example.com/a', 'https://example.com/a'],
    ['with a colon inside', 'https://example.com/a:b', 'https://example.com/a:b', 'https://example.com/a:b'],
    ['in parentheses', '(https://example.com/a)', 'https://example.com/a', 'https://example.com/a'],
    [
      'with parentheses',
      'https://en.example.org/wiki/Nod_(gesture), see',
      'https://en.example.org/wiki/Nod_(gesture)',
      'https://en.example.org/wiki/Nod_(gesture)',
    ],
    ['in angle brackets', '<https://example.com/a>', 'https://example.com/a', 'https://example.com/a'],
    ['in quotation marks', '„https://example.com/a“', 'https://example.com/a', 'https://example.com/a'],
    ['in asterisks', '**https://example.com/a**', 'https://example.com/a', 'https://example.com/a'],
    ['in capitals', 'HTTPS://EXAMPLE.COM/A', 'HTTPS://EXAMPLE.COM/A', 'https://example.com/A'],
    ['with a port', 'https://example.com:8443/a', 'https://example.com:8443/a', 'https://example.com:8443/a'],
    [
      'with a query',
      'https://example.com/?a=b&c=d#e',
      'https://example.com/?a=b&c=d#e',
      'https://example.com/?a=b&c=d#e',
    ],
    [
      'with a mention in it',
      'https://example.com/@susan',
      'https://example.com/@susan',
      'https://example.com/@susan',
    ],
    ['with a tag in it', 'https://example.com/#tag', 'https://example.com/#tag', 'https://example.com/#tag'],
    [
      'of another writing',
      'https://münchen.de/straße',
      'https://münchen.de/straße',
      'https://xn--mnchen-3ya.de/stra%C3%9Fe',
    ],
    [
      'of an ending of one',
      'https://пример.рф/путь',
      'https://пример.рф/путь',
      'https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C',
    ],
    ['right after Japanese', '見てhttps://example.com/a', 'https://example.com/a', 'https://example.com/a'],
    ['right before Japanese', 'https://example.com/aです', 'https://example.com/a', 'https://example.com/a'],
    [
      'whose host goes on in Japanese',
      'https://example.comを見て',
      'https://example.com',
      'https://example.com/',
    ],
    [
      'before a Japanese full stop',
      'https://example.com/a。次',
      'https://example.com/a',
      'https://example.com/a',
    ],
    ['in Japanese brackets', '「https://example.com/a」', 'https://example.com/a', 'https://example.com/a'],
    [
      'with a path in Japanese',
      'https://example.com/日本語',
      'https://example.com/日本語',
      'https://example.com/%E6%97%A5%E6%9C%AC%E8%AA%9E',
    ],
    ['right before Korean', 'https://example.com/a을', 'https://example.com/a', 'https://example.com/a'],
    [
      'before an Arabic question mark',
      'هل https://example.com/a؟',
      'https://example.com/a',
      'https://example.com/a',
    ],
    [
      'before a turned direction',
      'https://example.com/\u202egnp.exe',
      'https://example.com/',
      'https://example.com/',
    ],
    ['with an emoji', 'https://example.com/🌱', 'https://example.com/🌱', 'https://example.com/%F0%9F%8C%B1'],
    ['after a line break', 'a\nhttps://example.com\nb', 'https://example.com', 'https://example.com/'],
    [
      'that escapes',
      'https://example.com/"onmouseover=alert(1)',
      'https://example.com/',
      'https://example.com/',
    ],
    [
      'with a backslash',
      'https://example.com/\\evil.com',
      'https://example.com/\\evil.com',
      'https://example.com//evil.com',
    ],
    ['bare', 'See example.com for more', 'example.com', 'https://example.com/'],
    [
      'bare, before a full stop',
      'See nod.example.org/a_b.',
      'nod.example.org/a_b',
      'https://nod.example.org/a_b',
    ],
    ['bare, in parentheses', '(www.example.com)', 'www.example.com', 'https://www.example.com/'],
  ])('%s', (_, text, written, href) => {
    expect(found(text)).toEqual([[written, href]]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt://example.com/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.com/a',
    'mailto:susan@example.com',
    'susan@example.com',
    'http://a@b',
    'https://susan:secret@example.com/a',
    'https://example.com@evil.com/',
    'http://localhost:3000/a',
    'http://127.0.0.1/a',
    'http://0x7f000001/',
    'http://[::1]/',
    'http://2130706433/',
    'https://',
    'https:///a',
    'https://.',
    'https://-',
    'https://a..b/',
    'https：//example。com',
    'xhttps://example.org.xx:1',
    'https://exam\u200dple.com/',
    'readme.md',
    'main.py, lib.rs and run.sh',
    'It ends.It begins',
    'e.g. this, i.e. that',
    'v1.2.3 at 10.30',
    'example.COM',
    'пример.com',
  ])('is not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['https://Example.com/a', 'example.com'],
    ['https://example.com:8443/a', 'example.com:8443'],
    ['https://münchen.de/a', 'münchen.de'],
    ['https://日本語.jp/a', '日本語.jp'],
    ['https://пример.рф/', 'пример.рф'],
    ['https://παράδειγμα.gr/', 'παράδειγμα.gr'],
    ['https://مثال.com/', 'مثال.com'],
    // The first letter is Cyrillic; then all of it.
    ['https://аpple.com/', 'xn--pple-43d.com'],
    ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
    ['https://ｅｘａｍｐｌｅ.com/', 'example.com'],
    ['https://exam\u00adple.com/', 'example.com'],
  ])('%j shows the host %s', (text, host) => {
    expect(entitiesIn(text)).toMatchObject([{ kind: 'link', host }]);
  });
});

describe('a mention', () => {
  it.each([
    ['alone', '@susan', '@susan', '/@susan'],
    ['in capitals', 'Hello @Susan_B!', '@Susan_B', '/@susan_b'],
    ['before a full stop', 'Ask @susan.', '@susan', '/@susan'],
    ['in parentheses', '(@susan)', '@susan', '/@susan'],
    ['before an apostrophe', '@susan’s', '@susan', '/@susan'],
    ['after Japanese, before it', 'こんにちは@susanさん', '@susan', '/@susan'],
    ['with a wide sign', '＠susan', '＠susan', '/@susan'],
    ['in Arabic', 'مرحبا @susan', '@susan', '/@susan'],
    ['after an emoji', '🙂@susan', '@susan', '/@susan'],
  ])('%s', (_, text, written, href) => {
    expect(found(text)).toEqual([[written, href]]);
  });

  it.each([
    '@',
    '@@susan',
    '@su',
    `@${'x'.repeat(21)}`,
    'mail@susan',
    'é@susan',
    '@susan@mastodon.example',
    '@susan.bsky.example',
    '@susané',
    '@süsan',
    '@-susan',
    '/@susan',
    '@аlice',
  ])('is not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('stands beside others', () => {
    expect(found('@susan, @tom and @susan')).toEqual([
      ['@susan', '/@susan'],
      ['@tom', '/@tom'],
      ['@susan', '/@susan'],
    ]);
  });
});

describe('a tag', () => {
  it.each([
    ['alone', '#nod', '#nod', '#nod'],
    ['in capitals', 'On #CatsOfNod!', '#CatsOfNod', '#catsofnod'],
    ['with a number', '#2026wishes', '#2026wishes', '#2026wishes'],
    ['with a line', '#a_b', '#a_b', '#a_b'],
    ['with a wide sign and letters', '＃ＮＯＤ', '＃ＮＯＤ', '#nod'],
    ['in Japanese', '今日は#天気 です', '#天気', '#天気'],
    ['with a dot that Japanese has', '#サッカー・日本', '#サッカー・日本', '#サッカー・日本'],
    ['in Arabic', '#مرحبا_بالعالم', '#مرحبا_بالعالم', '#مرحبا_بالعالم'],
    ['with what Persian writes in words', '#می\u200cخواهم', '#می\u200cخواهم', '#می\u200cخواهم'],
    ['with marks', '#हिन्दी।', '#हिन्दी', '#हिन्दी'],
    ['before an apostrophe', '#nod’s', '#nod', '#nod'],
  ])('%s', (_, text, written, tag) => {
    expect(found(text)).toEqual([[written, tag]]);
  });

  it.each([
    '#',
    '# heading',
    '#1',
    '#2026',
    '##nod',
    'C#',
    'a#b',
    '&#x27;',
    '#️⃣',
    '#️⃣a',
    '#\u0301a',
    '/#nod',
    `#${'x'.repeat(101)}`,
    '#-nod',
    '#🌱',
  ])('is not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the entities of any text', () => {
  it.each(NASTY_STRINGS)('of %j follow each other, and lead by http or to a name', (text) => {
    let end = 0;
    for (const entity of entitiesIn(text)) {
      expect(entity.start).toBeGreaterThanOrEqual(end);
      expect(entity.end).toBeGreaterThan(entity.start);
      end = entity.end;
      if (entity.kind === 'link') {
        const { protocol, username, password, host, hostname } = new URL(entity.href);
        expect([protocol, username, password]).toEqual([expect.stringMatching(/^https?:$/), '', '']);
        // What is shown of it leads to the same host.
        expect(new URL(`http://${entity.host}`).hostname).toBe(hostname);
        expect(host).toMatch(/\./);
      }
      if (entity.kind === 'mention') expect(entity.username).toMatch(/^[a-z0-9_]{3,20}$/);
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });

  it.each([
    ['parentheses', 'https://example.com/'.padEnd(3000, '((((((((')],
    ['parentheses with letters', `https://example.com/${'(a'.repeat(1500)}`],
    ['brackets of all kinds', `https://example.com/${'[({'.repeat(1000)}`],
    ['quotation marks', `https://example.com/${'"\'a'.repeat(1000)}`],
    ['full stops', `https://${'a.'.repeat(1500)}`],
    ['addresses', 'https://a.b/'.repeat(250)],
    ['beginnings', 'https://'.repeat(375)],
    ['bare names', 'a.com/'.repeat(500)],
    ['hyphens', `a.${'-'.repeat(3000)}`],
    ['marks of mentions', '@abc'.repeat(750)],
    ['marks of tags', '#'.repeat(3000)],
    ['letters', `#${'a'.repeat(2999)}`],
    ['joiners', `#a${'\u200c'.repeat(999)}`],
  ])('are found at once in many %s', (_, text) => {
    entitiesIn('https://example.com example.com');
    const begin = performance.now();
    entitiesIn(text);
    expect(performance.now() - begin).toBeLessThan(500);
  });
});
