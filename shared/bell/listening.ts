/** Who may listen to the bell: whose cookie opens something that lives (DESIGN.md §5.3). */
import type { Database } from '../database.ts';
import { NodError } from '../errors.ts';
import { enrolledPhone, signedInSession, waitingBrowser } from '../http/auth.ts';
import type { Connecting } from '../http/connect.ts';
import { secondsAfter } from '../seconds.ts';
import { isLive, isSignedIn } from '../sessions/session.ts';
import { CONNECTION_SECONDS, type Listener, subjectOfPhone } from './bell.ts';

/**
 * What the connection is to listen for, which its query names: the `session` of this browser, the `signin` that waits in
 * it, or what this `phone` is asked. It is no activity, and a decoy is read and answered as what it looks like.
 * @throws {NodError} `not_signed_in`, `not_waiting`, `not_a_phone`, `user_disabled`, `invalid_input`
 */
export async function listenerOf(connecting: Connecting, db: Database): Promise<Listener> {
  const { connectionId, query, now } = connecting;
  const listener = { connectionId, until: secondsAfter(now, CONNECTION_SECONDS) };
  switch (query.of) {
    case 'session': {
      const { userId, id } = await signedInSession(connecting, db);
      return { ...listener, userId, subject: id };
    }
    case 'signin': {
      const { session } = await waitingBrowser(connecting, db);
      if (!isLive(session, now) || isSignedIn(session, now)) {
        throw new NodError('not_waiting', 'This browser is not waiting for a sign-in. Start again.');
      }
      return { ...listener, userId: session.userId, subject: session.id };
    }
    case 'phone': {
      const { user, device } = await enrolledPhone(connecting, db);
      const { secretHash } = device;
      return { ...listener, userId: user.id, subject: subjectOfPhone(device), secretHash };
    }
    default:
      throw new NodError('invalid_input', 'Say for whom: session, signin or phone.', { field: 'of' });
  }
}
