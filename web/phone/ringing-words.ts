import type { RingingState } from './ringing.ts';

/** What each state means for the person, and what to do about it. */
export const RINGING_WORDS: Record<RingingState, string> = {
  unknown: '',
  on: 'This phone rings when you sign in with a browser that you have used before.',
  off: 'This phone does not ring. Open this page when you sign in somewhere.',
  blocked:
    'Your browser keeps Nod from ringing this phone. Allow notifications for this site in the browser’s settings, then come back.',
  'after installing':
    'This phone can ring once Nod is on its home screen. Tap Share, then Add to Home Screen, and open Nod from there.',
  'not here': 'This browser cannot be rung. Open this page when you sign in somewhere.',
};
