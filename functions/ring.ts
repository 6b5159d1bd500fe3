import type { DynamoDBBatchItemFailure, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { notifiesPhones } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import { currentTime } from '../shared/clock.ts';
import { type Database, database, type Key } from '../shared/database.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import type { SessionId, UserId } from '../shared/ids.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { noticeActivity } from '../shared/notices/notice-activity.ts';
import { type News, newsOf, type ToldPhone, toldPhones } from '../shared/push/news.ts';
import { newsIdIn, newsStore } from '../shared/push/news-store.ts';
import { ringStore, rungAgainIn } from '../shared/push/ring-store.ts';
import { type SendToAll, sending } from '../shared/push/sending.ts';
import { telling } from '../shared/push/telling.ts';
import { secondsBetween } from '../shared/seconds.ts';
import { mayRing, type Session } from '../shared/sessions/session.ts';
import { sessionIdIn, sessionStore } from '../shared/sessions/session-store.ts';
import { noted, serveTrigger, triggered } from '../shared/trigger.ts';
import { pushNotice } from '../web/notices/push-notice.ts';

/**
 * How long a push may take here, where whoever shares the batch, or comes after it, waits for it: half of what it has
 * elsewhere. Push services answer in a fraction of that, and what is late is tried again.
 */
const WITHIN_MS = 1000;

/** What is left of a record once the store has been read and what counts is counted: the pushes. */
type Sending = () => Promise<void>;

/**
 * Rings a user's phones when a known browser asks to sign in, and tells them what changed about the account, which is a
 * notice as well. It follows
 * what was written, so that nobody who signs in waits for a push service; what it says is read anew from the rows.
 *
 * A batch takes as long as one push at most, whoever is in it: all pushes go side by side, and one that fails is tried
 * again by a row of its own. So the batch is repeated only from where the store was away, before anything was sent.
 */
export const ring = (
  db: Database,
  sessions = sessionStore(db),
  devices = deviceStore(db),
  activities = activityStore(db),
  rings = ringStore(db),
  news = newsStore(db),
  sendToAll: SendToAll = sending(db, pushNotice),
  tell = telling(db, sendToAll),
) =>
  triggered('ring', async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const followed = Records.map(({ dynamodb }) => ({
      key: keyIn(dynamodb?.Keys),
      itemIdentifier: dynamodb?.SequenceNumber ?? '',
    }));
    const byUser = [...Map.groupBy(followed, ({ key }) => key.pk).values()];
    return { batchItemFailures: (await Promise.all(byUser.map(followUser))).flat() };

    /** What is of one user, in order up to the pushes. Once the store is away, the rest of it waits as well. */
    async function followUser(records: typeof followed): Promise<DynamoDBBatchItemFailure[]> {
      const sendings: Promise<boolean>[] = [];
      const failures: DynamoDBBatchItemFailure[] = [];
      for (const { key, itemIdentifier } of records) {
        const isFollowed =
          failures.length === 0 &&
          (await noted('ring', async () => {
            const send = await follow(key);
            // It is counted by now: whatever becomes of it, the record is done.
            if (send !== undefined) sendings.push(noted('ring', send));
          }));
        if (!isFollowed) failures.push({ itemIdentifier });
      }
      await Promise.all(sendings);
      return failures;
    }

    async function follow(key: Key): Promise<Sending | undefined> {
      const [asks, again, newsId] = [sessionIdIn(key), rungAgainIn(key), newsIdIn(key)];
      const userId = key.pk as UserId;
      if (asks !== undefined) return ringFor(userId, asks);
      if (again !== undefined) return ringAgain(key, userId, again);
      return newsId === undefined ? tellOf(key) : tellOnce(await news.get(userId, newsId));
    }

    /** Rings once, and once more where that failed: a late ring would ask about a browser that has given up. */
    async function ringFor(userId: UserId, sessionId: SessionId): Promise<Sending | undefined> {
      const session = await ringing(userId, sessionId);
      const phones = session && (await phonesOf(userId));
      if (session === undefined || phones === undefined || phones.length === 0) return undefined;
      if (!(await mayRingNow(session))) return undefined;
      return async () => {
        const failed = await sendToAll(phones, pushOf(session));
        if (failed.length > 0) await db.write(rings.again(session, failed));
      };
    }

    /** By its mark's own limit first, so that a flood from one known browser leaves the others their rings. */
    async function mayRingNow({ userId, id, knownBrowserId }: Session): Promise<boolean> {
      const now = currentTime();
      return (
        (await rings.take(LIMITS.ringsPerKnownBrowser, knownBrowserId ?? userId, id, now)) &&
        (await rings.take(LIMITS.ringsPerUser, userId, id, now))
      );
    }

    async function ringAgain(key: Key, userId: UserId, id: SessionId): Promise<Sending | undefined> {
      const session = await ringing(userId, id);
      const phones = session && (await phonesOf(userId));
      const asked = await rings.takeAgain(key);
      if (session === undefined || phones === undefined) return undefined;
      const failed = phones.filter(({ credentialId }) => asked.includes(credentialId));
      return async () => void (await sendToAll(failed, pushOf(session)));
    }

    async function ringing(userId: UserId, sessionId: SessionId): Promise<Session | undefined> {
      const session = await sessions.get(userId, sessionId);
      return session !== undefined && mayRing(session, currentTime()) ? session : undefined;
    }

    async function tellOf(key: Key): Promise<Sending | undefined> {
      const entry = await activities.get(key);
      if (entry === undefined || !notifiesPhones(entry)) return undefined;
      await noticeActivity(db, entry, currentTime());
      const phones = await phonesOf(entry.userId);
      const id = key.sk.split('#').at(-1) ?? '';
      return phones.length === 0 ? undefined : tellOnce(newsOf(entry, id, phones));
    }

    /** Told once, however often the record comes, and so often in an hour: from then on it is kept until it is told. */
    async function tellOnce(piece: News | undefined): Promise<Sending | undefined> {
      if (piece === undefined) return undefined;
      const whom = `${piece.userId}#${piece.message.kind}`;
      const now = currentTime();
      if (!(await rings.take(LIMITS.newsPerUser, whom, piece.id, now, ...news.keep(piece)))) return undefined;
      return () => tell(piece, now, WITHIN_MS);
    }

    async function phonesOf(userId: UserId): Promise<ToldPhone[]> {
      return toldPhones(await devices.ofUser(userId));
    }
  });

function pushOf({ id, browser, os, place, endsAt, act }: Session) {
  return {
    message: {
      type: 'request' as const,
      sessionId: id,
      browser,
      os,
      place,
      ...(act === undefined ? {} : { act }),
    },
    ttlSeconds: Math.max(0, Math.floor(secondsBetween(currentTime(), endsAt))),
    urgency: 'high' as const,
    topic: id,
    withinMs: WITHIN_MS,
  };
}

/** A row's key, in the form that streams have it in. */
function keyIn(keys: Record<string, { S?: string }> = {}): Key {
  return { pk: keys.pk?.S ?? '', sk: keys.sk?.S ?? '' };
}

export const handler = serveTrigger(ring(database()));
