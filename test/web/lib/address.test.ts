import { describe, expect, it } from 'vitest';
import { safeNext } from '../../../web/lib/address.ts';

const ORIGIN = 'https://nod.example';

describe('where to go after signing in', () => {
  it.for([
    ['/', '/'],
    ['/account', '/account'],
    ['/@susan?x=1#top', '/@susan?x=1#top'],
    ['account', '/account'],
    ['https:evil.example', '/evil.example'],
    ['https://nod.example/account', '/account'],
  ] as const)('is %j on this site: %s', ([next, expected]) => {
    expect(safeNext(next, ORIGIN)).toBe(expected);
  });

  it.for([
    null,
    undefined,
    '',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    'https://evil.example/',
    'https://nod.example.evil.example/',
    'https://nod.example@evil.example/',
    'http://nod.example/',
    'https://nod.example:8443/',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'blob:https://nod.example/0b8f',
    'https://',
    'http://[',
  ])('is home for %j', (next) => {
    expect(safeNext(next, ORIGIN)).toBe('/');
  });
});
