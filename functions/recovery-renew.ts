import { randomBytes } from 'node:crypto';
import { browserOf } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import { recoveryRenewCall } from '../shared/api/recovery.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { codeOf } from '../shared/recovery/code.ts';
import { recoveryStore } from '../shared/recovery/recovery-store.ts';
import { digest } from '../shared/secrets.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';

/** A new recovery code, which is shown this once; an older one is worth nothing from now on. */
export const recoveryRenew = (
  db: Database,
  recovery = recoveryStore(db),
  live = liveSessionStore(db),
  activity = activityStore(db),
  limits = limitStore(db),
) =>
  endpoint(recoveryRenewCall, async ({ caller: { session }, now }) => {
    const { userId } = session;
    await limits.count(LIMITS.recoveryCodesPerUser, userId, now);
    const code = codeOf(randomBytes(16));
    await db.write(
      recovery.renew(userId, { codeHash: digest(code), createdAt: now, ...provenanceOf(session) }),
      // A session that a recovery is just ending leaves no code behind.
      live.stillActive(session, now),
      activity.record({ userId, at: now, kind: 'recovery_renewed', ...browserOf(session) }),
    );
    return { status: 201, body: { code } };
  });

export const handler = serve(recoveryRenew(database()));
