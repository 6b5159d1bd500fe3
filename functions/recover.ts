import { browserOf } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import { recoverCall } from '../shared/api/recovery.ts';
import { type Database, database } from '../shared/database.ts';
import { ticketStore } from '../shared/devices/ticket-store.ts';
import { waitForPhone } from '../shared/devices/waiting-for-phone.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { newUserId } from '../shared/ids.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { recoveryStore } from '../shared/recovery/recovery-store.ts';
import { digest, matchesSecret, newSecret } from '../shared/secrets.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { userStore } from '../shared/users/user-store.ts';

/** The digest of a code that nobody has: what is compared where there is none, so that it takes as long. */
const NO_CODE = digest(newSecret());

/**
 * A recovery code lets one phone enrol in place of all others, and this browser in with it. The code is spent by that
 * enrolment, or by a phone that stops it. A name that is unknown, disabled or has no code is answered like a wrong code: by the same reads and
 * in the same words. Attempts are counted by address alone, so that no stranger locks the owner out: nobody guesses
 * 128 bits.
 */
export const recover = (
  db: Database,
  users = userStore(db),
  recovery = recoveryStore(db),
  sessions = sessionStore(db),
  tickets = ticketStore(db),
  limits = limitStore(db),
  activity = activityStore(db),
) =>
  endpoint(recoverCall, async ({ body: { username, code }, viewer, now }) => {
    await limits.count(LIMITS.recoveriesPerAddress, viewer.ip, now);
    const userId = (await users.idByName(username)) ?? newUserId();
    const [user, recoveryCode] = await Promise.all([users.get(userId), recovery.get(userId)]);
    const codeHash = recoveryCode?.codeHash ?? NO_CODE;
    if (!matchesSecret(code, codeHash) || user === undefined || user.disabled) {
      throw new NodError('code_unknown', 'This name and this code do not belong together.', {
        field: 'code',
        about: { subject: username },
      });
    }
    const { displayName, avatar, roles } = user;
    const { session, ticket, answer } = waitForPhone(
      { userId, username, displayName, roles, ...(avatar === undefined ? {} : { avatar }) },
      // What comes of a recovery came of the session that made the code.
      { purpose: 'recovery', codeHash, ...(recoveryCode && { approvedBy: recoveryCode.sessionId }) },
      viewer,
      now,
    );
    await db.write(
      ...sessions.start(session),
      tickets.issue(ticket),
      // The user's phones hear of it while it can still be stopped.
      activity.record({ userId, at: now, kind: 'recovery_begun', ...browserOf(session) }),
    );
    return answer;
  });

export const handler = serve(recover(database()));
