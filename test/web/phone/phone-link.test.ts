import { describe, expect, it } from 'vitest';
import { phoneLinkOf, phoneLinkOfCode } from '../../../web/phone/phone-link.ts';

const ORIGIN = 'https://nod.example';
const NOTHING = { asks: 'nothing' };

describe('the fragment of the phone’s address', () => {
  it.for([
    ['#enrol=usr_1.tkt_2.secret', { asks: 'enrol', ticket: 'usr_1.tkt_2.secret' }],
    ['#approve=012345', { asks: 'approve', number: '012345' }],
    ['#request=ses_1', { asks: 'request', sessionId: 'ses_1' }],
    ['', NOTHING],
    ['#enrol=', NOTHING],
    ['#request=', NOTHING],
    ['#approve=12345', NOTHING],
    ['#approve=1234567', NOTHING],
    ['#approve=12345a', NOTHING],
    ['#approve=12345\n6', NOTHING],
    ['#else=1', NOTHING],
  ] as const)('%j asks for %j', ([fragment, expected]) => {
    expect(phoneLinkOf(fragment)).toEqual(expected);
  });
});

describe('a scanned code', () => {
  it.for([`${ORIGIN}/phone#approve=012345`, `${ORIGIN}/phone?practice#approve=012345`])(
    'is taken from this site’s phone page: %s',
    (text) => {
      expect(phoneLinkOfCode(text, ORIGIN)).toEqual({ asks: 'approve', number: '012345' });
    },
  );

  it.for([
    'https://evil.example/phone#approve=012345',
    'http://nod.example/phone#approve=012345',
    'https://nod.example:8443/phone#approve=012345',
    'https://nod.example/signin#approve=012345',
    'https://nod.example/phone',
    'https://nod.example/phone#approve=1',
    '/phone#approve=012345',
    '012345',
    'WIFI:S:cafe;;',
    '',
  ])('is not of this site: %j', (text) => {
    expect(phoneLinkOfCode(text, ORIGIN)).toBeUndefined();
  });
});
