import { describe, expect, it } from 'vitest';
import { ACTS, type Act } from '../../../shared/sessions/acts.ts';
import { actOf, askOf } from '../../../web/phone/requests.ts';

describe('what a browser asks for', () => {
  it('is said of a sign-in and of each act in words of its own', () => {
    expect([undefined, ...ACTS].map(askOf)).toEqual(['sign_in', ...ACTS]);
  });

  it('is said of an act that is newer than the page, too, and not as if it were another', () => {
    expect(askOf('sell_account' as Act)).toBe('other');
    expect(actOf('toString' as Act)).toBe('other');
    expect(actOf('sign_in' as Act)).toBe('other');
  });
});
