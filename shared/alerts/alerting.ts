/** Tells somebody's phones what waits to be told, as far as it still stands and was not seen meanwhile. */
import { chatStore } from '../chats/chat-store.ts';
import type { Database } from '../database.ts';
import { deviceStore } from '../devices/device-store.ts';
import { env } from '../env.ts';
import { ConditionFailed } from '../errors.ts';
import type { MessageId, PostId, UserId } from '../ids.ts';
import { ALERT_LIMITS } from '../limits/limits.ts';
import { isUnread } from '../notices/notice.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { unreadStore } from '../notices/unread-store.ts';
import { aboutPost, hears, isToldOf, namedBy } from '../notices/whom-to-tell.ts';
import { excerptOf } from '../posts/excerpt.ts';
import { postIn, postStore } from '../posts/post-store.ts';
import { toldPhones } from '../push/news.ts';
import type { PushMessage } from '../push/push-message.ts';
import { type Counted, ringStore } from '../push/ring-store.ts';
import type { SendToAll } from '../push/sending.ts';
import { derivedKey } from '../secrets.ts';
import { noted } from '../trigger.ts';
import { userStore } from '../users/user-store.ts';
import { ALERTED_WITHIN_SECONDS, type Alert, type AlertKind, wantsAlert } from './alert.ts';
import { alertStore } from './alert-store.ts';

type AlertMessage = Extract<PushMessage, { type: 'alert' }>;

/**
 * How urgent a push is (RFC 8030 §5.3): a message is what `normal` is meant for; what somebody writes in public can wait until
 * a phone is awake. Neither wakes one as a browser does that asks to sign in.
 */
const URGENCY = { mentions: 'low', replies: 'low', messages: 'normal' } as const satisfies Record<
  AlertKind,
  string
>;

export function alerting(
  db: Database,
  sendToAll: SendToAll,
  alerts = alertStore(db),
  rings = ringStore(db),
  users = userStore(db),
  devices = deviceStore(db),
) {
  /**
   * One push for each thread and each conversation, about the latest of it, and all side by side; where that one is gone, none.
   * Each is taken from what waits before it is sent: so it is sent once. What some phones' push services would not take waits
   * once more, for these. What is over a limit is not looked at: a flood costs what counting it does.
   */
  return async function alertOf(userId: UserId, waiting: readonly Alert[], now: Date): Promise<void> {
    const [user, all] = await Promise.all([users.get(userId), devices.ofUser(userId)]);
    const phones = toldPhones(all);
    const sendings: Promise<boolean>[] = [];
    try {
      // One after the other: many of them are counted in the same row, and many turns go side by side.
      for (const alert of waiting) {
        const message = (await mayBeTold(alert)) ? await messageOf(alert) : undefined;
        const isOurs = await take(alert, message !== undefined, now);
        if (isOurs && message !== undefined) sendings.push(noted('alerts', () => send(alert, message)));
      }
    } finally {
      await Promise.all(sendings);
    }

    async function mayBeTold(alert: Alert): Promise<boolean> {
      if (phones.length === 0 || !wantsAlert(user, alert.kind)) return false;
      return wasCounted(alert) || rings.hasRoom(countedFor(alert), alert.id, now);
    }

    async function send(alert: Alert, message: AlertMessage): Promise<void> {
      const { failed: before } = alert;
      const failed = await sendToAll(
        phones.filter(({ credentialId }) => before?.includes(credentialId) ?? true),
        {
          message,
          ttlSeconds: ALERTED_WITHIN_SECONDS,
          urgency: URGENCY[alert.kind],
          topic: topicOf(alert),
        },
      );
      if (failed.length === 0 || before !== undefined) return;
      const ids = failed.map(({ credentialId }) => credentialId);
      await unlessRefused(() => db.put(alerts.keepFailed(alert, ids, now)));
    }
  };

  /**
   * Takes an alert from what waits. @returns whether it is to be told: if it stands, and neither was as much told within the hour
   * as may be, nor has another run, or a later one, its place
   */
  async function take(alert: Alert, stands: boolean, now: Date): Promise<boolean> {
    const taken = alerts.take(alert);
    const isTold = await unlessRefused(async () => {
      if (stands && wasCounted(alert)) {
        await db.write(taken);
        return true;
      }
      if (stands && (await rings.takeOfAll(countedFor(alert), alert.id, now, taken))) return true;
      await db.remove(taken);
      return false;
    });
    return isTold === true;
  }

  /** As it stands; `undefined` if it is gone, was seen, or is somebody's of whom the user does not hear. */
  async function messageOf(alert: Alert): Promise<AlertMessage | undefined> {
    const { who, kind, group } = alert;
    const said = kind === 'messages' ? await ofMessage(alert) : await ofPost(alert);
    const named = said && (await namedBy(db, who));
    if (said === undefined || named === undefined) return undefined;
    const { username, displayName } = named;
    return { type: 'alert', kind, username, displayName, group, ...said };
  }

  async function ofPost({ userId, who, id }: Alert): Promise<Pick<AlertMessage, 'post'> | undefined> {
    const post = postIn(await postStore(db).rowOf(who, id as PostId));
    if (post === undefined || post.removedBy === userId || !(await isToldOf(db, userId, post)))
      return undefined;
    const [unread, { id: noticeId }] = await Promise.all([
      unreadStore(db).get(userId),
      noticeStore(db).noted(userId, aboutPost(post.id), undefined),
    ]);
    if (!isUnread(noticeId, unread)) return undefined;
    return { post: { id: post.id, excerpt: excerptOf(post) } };
  }

  async function ofMessage({ userId, who, id }: Alert): Promise<object | undefined> {
    const chats = chatStore(db);
    const [inbox, message] = await Promise.all([
      chats.inbox(userId, who),
      chats.message(userId, who, id as MessageId),
    ]);
    const isSeen = inbox === undefined || inbox.unread === 0 || (inbox.readTo ?? '') >= id;
    if (isSeen || message?.body === undefined || !(await hears(db, userId, who))) return undefined;
    return {};
  }
}

/** What is tried once more was counted before. */
const wasCounted = ({ failed }: Alert): boolean => failed !== undefined;

const countedFor = ({ userId, kind, who }: Alert): Counted[] => [
  { limit: ALERT_LIMITS.perKind, whom: `${userId}#${kind}` },
  { limit: ALERT_LIMITS.perSender, whom: `${userId}#${who}` },
];

/** What a conditional write brings; `undefined` if it was refused, because somebody else was faster. */
async function unlessRefused<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined;
    throw error;
  }
}

/**
 * By which a push service keeps the latest of a group for a phone that is away (RFC 8030 §5.4). It reads this, and is not to learn
 * from it who has to do with whom.
 */
const topicOf = ({ userId, group }: Alert): string =>
  derivedKey(env.keySecret, `alert ${userId} ${group}`).toString('base64url').slice(0, 32);
