import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { Activity } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import { currentTime } from '../shared/clock.ts';
import { type Database, database, type Key } from '../shared/database.ts';
import type { Device, PushSubscription } from '../shared/devices/device.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import { ConditionFailed } from '../shared/errors.ts';
import type { UserId } from '../shared/ids.ts';
import { pushStore } from '../shared/push/push-store.ts';
import { ringStore } from '../shared/push/ring-store.ts';
import { type Push, type PushOutcome, sendPush } from '../shared/push/send-push.ts';
import { secondsBetween } from '../shared/seconds.ts';
import { mayRing } from '../shared/sessions/session.ts';
import { sessionIdIn, sessionStore } from '../shared/sessions/session-store.ts';
import { serveTrigger, triggered } from '../shared/trigger.ts';

/** How long a push service keeps what a phone is told of its account. */
const TOLD_WITHIN_SECONDS = 7 * 24 * 60 * 60;

type RungDevice = Device & { push: PushSubscription };

/**
 * Rings a user's phones when a known browser asks to sign in, and tells them what changed about the account. It follows
 * what was written, so that nobody who signs in waits for a push service; what it says is read anew from the rows.
 */
export const ring = (
  db: Database,
  sessions = sessionStore(db),
  devices = deviceStore(db),
  activities = activityStore(db),
  pushes = pushStore(db),
  rings = ringStore(db),
  send = sendPush,
) =>
  triggered('ring', async ({ Records }: DynamoDBStreamEvent) => {
    const done = await Promise.allSettled(Records.map(({ dynamodb }) => follow(keyIn(dynamodb?.Keys))));
    const failed = done.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;

    function follow(key: Key): Promise<void> {
      return sessionIdIn(key) === undefined ? tell(key) : ringFor(key);
    }

    /** Rings once and is not repeated: a late ring would ask about a browser that has given up. */
    async function ringFor(key: Key): Promise<void> {
      const [userId, sessionId] = [key.pk as UserId, sessionIdIn(key)];
      const session = sessionId && (await sessions.get(userId, sessionId));
      const now = currentTime();
      if (session === undefined || !mayRing(session, now)) return;
      const phones = await rungDevices(userId);
      if (phones.length === 0 || !(await rings.take(userId, session.id, now))) return;
      const { id, browser, os, place, endsAt } = session;
      await sendToAll(phones, {
        message: { type: 'request', sessionId: id, browser, os, place },
        ttlSeconds: Math.floor(secondsBetween(now, endsAt)),
        urgency: 'high',
        topic: id,
      });
    }

    /**
     * Fails, and so is repeated, until every phone's push service has taken it: a message that was sent twice has the
     * same topic, and shows once.
     */
    async function tell(key: Key): Promise<void> {
      const entry = await activities.get(key);
      if (entry === undefined) return;
      const outcomes = await sendToAll(await rungDevices(entry.userId), {
        message: messageOf(entry),
        ttlSeconds: TOLD_WITHIN_SECONDS,
        urgency: 'normal',
        topic: key.sk.split('#').at(-1) ?? '',
      });
      const failed = outcomes.filter((outcome) => outcome === 'failed').length;
      if (failed > 0) throw new Error(`${failed} of ${outcomes.length} phones could not be told`);
    }

    async function rungDevices(userId: UserId): Promise<RungDevice[]> {
      return (await devices.ofUser(userId)).filter((device) => device.push !== undefined) as RungDevice[];
    }

    function sendToAll(phones: RungDevice[], push: Push): Promise<PushOutcome[]> {
      return Promise.all(
        phones.map(async (phone) => {
          const outcome = await send(phone.push, push);
          if (outcome === 'gone') await forget(phone);
          return outcome;
        }),
      );
    }

    async function forget(phone: RungDevice): Promise<void> {
      try {
        await db.update(pushes.forget(phone, phone.push));
      } catch (error) {
        // It has subscribed anew meanwhile, or was removed.
        if (!(error instanceof ConditionFailed)) throw error;
      }
    }
  });

function messageOf({ kind, device, browser, os, place, provider }: Activity): Push['message'] {
  return {
    type: 'change',
    kind,
    ...(device === undefined ? {} : { device }),
    ...(browser === undefined ? {} : { browser }),
    ...(os === undefined ? {} : { os }),
    ...(place === undefined ? {} : { place }),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** A row's key, in the form that streams have it in. */
function keyIn(keys: Record<string, { S?: string }> = {}): Key {
  return { pk: keys.pk?.S ?? '', sk: keys.sk?.S ?? '' };
}

export const handler = serveTrigger(ring(database()));
