import { ApiError } from '../lib/api.ts';

/** Why a request can no longer be answered, in words. */
export type Over = { title: string; text: string };

/** Nobody answered within the two minutes that a sign-in waits. */
export const RAN_OUT: Over = {
  title: 'This request has run out',
  text: 'A sign-in waits two minutes. If it was you, ask again in the browser: it will show a new number.',
};

const CANCELLED: Over = {
  title: 'The browser stopped asking',
  text: 'The sign-in was cancelled there. Nobody was let in.',
};

const ANSWERED: Over = {
  title: 'Already answered',
  text: 'This sign-in was answered before. The browsers that are signed in are in the list on the next screen.',
};

/** What a refusal says about the request itself; `undefined` if it can still be answered. */
export function overBy(error: unknown): Over | undefined {
  if (!(error instanceof ApiError)) return undefined;
  switch (error.code) {
    case 'session_over':
      return error.reason === 'cancelled' ? CANCELLED : RAN_OUT;
    case 'number_unknown':
    case 'not_found':
      return RAN_OUT;
    case 'already_answered':
      return ANSWERED;
    default:
      return undefined;
  }
}
