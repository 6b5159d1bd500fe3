import { describe, expect, it } from 'vitest';
import { addressIn, profileEdit, takingBack } from '../../../shared/people/profile-edit.ts';

describe('an edit', () => {
  it.each([
    ['what is new', {}, { about: 'Bees' }, { before: { about: null }, after: { about: 'Bees' } }],
    [
      'what is another',
      { about: 'Bees' },
      { about: 'Wasps' },
      { before: { about: 'Bees' }, after: { about: 'Wasps' } },
    ],
    [
      'what goes',
      { links: ['https://a.de'] },
      { links: [] },
      { before: { links: ['https://a.de'] }, after: { links: null } },
    ],
    ['nothing for what is the same', { links: ['https://a.de'] }, { links: ['https://a.de'] }, undefined],
    ['nothing for what was empty and stays so', {}, { about: '', links: [], pinned: null }, undefined],
    ['nothing for nothing', { about: 'Bees' }, {}, undefined],
  ])('has %s', (_, now, wanted, edit) => {
    expect(profileEdit(now, wanted)).toEqual(edit);
  });

  it('is taken back where nobody has changed it since', () => {
    const edit = {
      before: { about: 'Bees', links: null },
      after: { about: 'Spam', links: ['https://spam.de'] },
    };
    expect(takingBack({ about: 'Spam', links: ['https://spam.de'] }, edit)).toEqual({
      about: 'Bees',
      links: null,
    });
    expect(takingBack({ about: 'Mine again', links: ['https://spam.de'] }, edit)).toEqual({ links: null });
    expect(takingBack({ about: 'Bees' }, edit)).toEqual({});
  });

  it('after edit is taken back newest first, to what was there before all', () => {
    const [first, second] = [
      { before: { about: 'Bees' }, after: { about: 'One' } },
      { before: { about: 'One' }, after: { about: null } },
    ];
    const afterSecond = takingBack({}, second);
    expect(afterSecond).toEqual({ about: 'One' });
    expect(takingBack({ about: 'One' }, first)).toEqual({ about: 'Bees' });
  });
});

it.each([
  ['https://example.com/a', 'https://example.com/a'],
  ['example.com', 'https://example.com'],
  ['http://example.com', 'http://example.com'],
  ['HTTPS://Example.com', 'HTTPS://Example.com'],
  ['javascript:alert(1)', undefined],
  ['https://example.com.', undefined],
  ['@susan', undefined],
  ['', undefined],
])('the address in %j is %j', (text, address) => {
  expect(addressIn(text)).toBe(address);
});
