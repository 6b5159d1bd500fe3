/** Signing out of this browser, from wherever a page offers it. */
import { ApiError, call } from './api.ts';
import { forgetTraces } from './viewer.ts';

/**
 * Ends the session, and takes away what this browser keeps of the person. @returns where to go: a provider that let this
 * browser in, to sign out there, too (it leads back here), or the sign-in page
 */
export async function signOut(): Promise<string> {
  const answer = await call('logout').catch(ignoreWhatIsOver);
  forgetTraces();
  return answer?.providerLogoutUrl ?? '/signin?reason=here';
}

/** A session that is over already is signed out, as was asked for. */
function ignoreWhatIsOver(error: unknown): undefined {
  const isOver = error instanceof ApiError && ['not_signed_in', 'session_ended'].includes(error.code);
  if (!isOver) throw error;
}
