import { presenceCall } from '../shared/api/push.ts';
import { type Database, database, type Write } from '../shared/database.ts';
import { deviceIdOf } from '../shared/devices/device.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { isBoundTo } from '../shared/sessions/session.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';

/** "I am here": from the phone, for the sessions that last only while it is. No other phone can say that for it. */
export const presence = (db: Database, lists = sessionListStore(db), live = liveSessionStore(db)) =>
  endpoint(presenceCall, async ({ caller: { user, device }, now }) => {
    const deviceId = deviceIdOf(device);
    const bound = (await lists.granted(user.id, now)).filter((session) => isBoundTo(session, deviceId));
    const kept = await Promise.all(bound.map((session) => keep(db, live.phoneHere(session, now))));
    return { status: 200, body: { bound: kept.filter(Boolean).length } };
  });

/** Whether the session was still there to be kept. */
async function keep(db: Database, heartbeat: Write[]): Promise<boolean> {
  try {
    await db.write(...heartbeat);
    return true;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    return false;
  }
}

export const handler = serve(presence(database()));
