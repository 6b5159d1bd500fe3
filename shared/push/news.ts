/**
 * News: what a user's phones are told of the account (DESIGN.md §5.8), until each phone's push service has taken it, or
 * it was tried often enough.
 */
import type { Activity, NotifiedKind } from '../activity/activity.ts';
import type { Device, PushSubscription } from '../devices/device.ts';
import type { UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import type { PushMessage } from './push-message.ts';

/** A phone as far as telling it takes: it may have been removed since. */
export type ToldPhone = Pick<Device, 'userId' | 'credentialId' | 'language'> & { push: PushSubscription };

export type News = {
  /** Also its topic, which shows once whatever a phone gets twice: at most 32 characters of base64url (RFC 8030 §5.4). */
  id: string;
  userId: UserId;
  message: Extract<PushMessage, { type: 'change' }>;
  /** Those that have not been told yet. */
  phones: ToldPhone[];
  /** How often they have been tried. */
  tried: number;
  /** When they are to be tried next. */
  dueAt: Date;
};

/** How long to wait after each try that failed, in seconds; after the last one it is given up. */
export const NEWS_PAUSES = [60, 5 * 60, 30 * 60] as const;

/** News of an activity for these phones, not tried yet: due by itself, should nobody try it at once. */
export function newsOf(
  { userId, kind, device, browser, os, place, provider, at }: Activity & { kind: NotifiedKind },
  id: string,
  phones: ToldPhone[],
): News {
  const message = {
    type: 'change' as const,
    kind,
    ...(device === undefined ? {} : { device }),
    ...(browser === undefined ? {} : { browser }),
    ...(os === undefined ? {} : { os }),
    ...(place === undefined ? {} : { place }),
    ...(provider === undefined ? {} : { provider }),
  };
  return { id, userId, message, phones, tried: 0, dueAt: secondsAfter(at, NEWS_PAUSES[0]) };
}

/** The phones that can be told anything. */
export const toldPhones = (devices: readonly Device[]): ToldPhone[] =>
  devices.flatMap(({ userId, credentialId, push, language }) =>
    push === undefined
      ? []
      : [{ userId, credentialId, push, ...(language === undefined ? {} : { language }) }],
  );

/** What is left after one more try in which these phones failed; `undefined` if nothing is, or it is given up. */
export function afterTry(news: News, failed: ToldPhone[], now: Date): News | undefined {
  const pause = NEWS_PAUSES[news.tried];
  if (failed.length === 0 || pause === undefined) return undefined;
  return { ...news, phones: failed, tried: news.tried + 1, dueAt: secondsAfter(now, pause) };
}
