import type { Activity, NotifiedKind } from '../activity/activity.ts';
import type { NoticeId, PostId, UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import { isTimeOrdered, momentIn, timeOrdered } from '../time-ordered.ts';
import type { Named } from '../timelines/timeline-entry.ts';

/** How long a notice can be read. */
export const NOTICE_SECONDS = 90 * 24 * 60 * 60;

/** What has happened longer ago is no news any more when it is found: something imported, or shown again. */
export const NEWS_WITHIN_SECONDS = 24 * 60 * 60;

/** So many of the people in a group are kept by name, the latest first. */
export const MOST_NAMED = 10;

/** What people have done with somebody's post, told in one notice for each post. */
export const GROUPED = ['liked', 'reposted'] as const;
export type Grouped = (typeof GROUPED)[number];

/** What somebody is told, apart from when; people as they were called then. */
export type Told =
  | { kind: 'followed'; who: Named }
  /** `post` is theirs: the one that mentions, or answers. */
  | { kind: 'mentioned' | 'replied'; who: Named; post: PostId }
  /** `post` is one's own; `count` of people, of whom some are named. */
  | { kind: Grouped; post: PostId; latest: Named[]; count: number }
  /** What phones are told as well (DESIGN.md §6.10). */
  | ({ kind: 'account'; what: NotifiedKind } & Pick<
      Activity,
      'device' | 'browser' | 'os' | 'place' | 'provider'
    >);

export type Group = Extract<Told, { kind: Grouped }>;

export type Notice = Told & { id: NoticeId };

/** What a notice is about, so that it is told once, and found to be taken back. */
export type About =
  | `followed#${UserId}`
  | `post#${PostId}`
  | `${Grouped}#${PostId}`
  /** An activity, by its id. */
  | `account#${string}`;

/** What waits for somebody. */
export type Unread = {
  /** Notices behind the one up to which they have read. */
  notices: number;
  /** Conversations in which something is unread. */
  messages: number;
  readTo?: NoticeId;
  /** Goes up with each change. */
  version: number;
};

const NOTICE = 'ntc_';

/** A notice's id, which sorts behind the one up to which its reader has read: what is told late is unread all the same. */
export function newNoticeId(now: Date, readTo: NoticeId | undefined): NoticeId {
  const least = readTo === undefined ? now : secondsAfter(noticedAt(readTo), 0.001);
  return `${NOTICE}${timeOrdered(least > now ? least : now)}`;
}

export const isNoticeId = (value: string): value is NoticeId =>
  value.startsWith(NOTICE) && isTimeOrdered(value.slice(NOTICE.length));

/** When a notice was given, or last moved up. */
export const noticedAt = (id: NoticeId): Date => momentIn(id.slice(NOTICE.length));

/** Until when it can be read. */
export const noticeEndsAt = (id: NoticeId): Date => secondsAfter(noticedAt(id), NOTICE_SECONDS);

export const isUnread = (id: NoticeId | undefined, { readTo = '' as NoticeId }: Unread): boolean =>
  id !== undefined && id > readTo;

/** A group with one more in it, who is named first. */
export function withOneMore(group: Group | undefined, kind: Grouped, post: PostId, who: Named): Group {
  const { latest = [], count = 0 } = group ?? {};
  return { kind, post, latest: [who, ...latest].slice(0, MOST_NAMED), count: count + 1 };
}

/** The same without somebody who is in it; `undefined` if nobody is left. */
export function withOneLess(group: Group, who: UserId): Group | undefined {
  const count = group.count - 1;
  const latest = group.latest.filter(({ userId }) => userId !== who);
  return count < 1 ? undefined : { ...group, latest, count };
}
