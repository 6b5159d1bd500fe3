import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AT_THE_THUMB, placesOf } from '../../../web/lib/places.ts';
import { PAGE_CONSTANTS, PAGES } from '../../../web/pages.ts';

const ADA = { username: 'ada', displayName: 'Ada' };

/** With pages that may not be there yet. */
const withPages = (areThere: boolean) =>
  vi.stubGlobal('__PAGE__', {
    search: areThere,
    notices: areThere,
    chats: areThere,
    saved: areThere,
  });

const namesOf = (...[viewer]: Parameters<typeof placesOf>): string[] =>
  placesOf(viewer).map(({ name }) => name);

beforeEach(() => {
  vi.stubGlobal('localStorage', undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the places of the navigation', () => {
  it('lead only where there is a page', () => {
    withPages(false);
    expect(namesOf({ person: ADA, isPhone: false })).toEqual(['home', 'profile', 'settings']);
    expect(namesOf({ person: undefined, isPhone: false })).toEqual(['home', 'signIn', 'register']);
    const own = PAGES.map(({ name }) => `__PAGE__.${name}`);
    for (const [constant, value] of Object.entries(PAGE_CONSTANTS)) {
      expect([constant, value]).toEqual([constant, String((own as string[]).includes(constant))]);
    }
  });

  it('are on a phone the five that one uses most, with approving before all but home', () => {
    withPages(true);
    const thumb = (isPhone: boolean) => namesOf({ person: ADA, isPhone }).slice(0, AT_THE_THUMB);
    expect(thumb(false)).toEqual(['home', 'search', 'notices', 'messages', 'profile']);
    vi.stubGlobal('__PRACTICE__', false);
    expect(thumb(true)).toEqual(['home', 'approve', 'search', 'notices', 'messages']);
    expect(namesOf({ person: ADA, isPhone: true }).slice(AT_THE_THUMB)).toEqual([
      'profile',
      'saved',
      'settings',
    ]);
  });

  it('say of what waits there how much it is', () => {
    withPages(true);
    const said = placesOf({ person: ADA, isPhone: false }).map(({ name, waiting }) => [name, waiting?.(3)]);
    expect(Object.fromEntries(said)).toMatchObject({
      notices: '(3 new)',
      messages: '(3 new)',
      home: undefined,
    });
  });
});
