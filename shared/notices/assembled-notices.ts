/**
 * Notices as their reader sees them: how people are called and what posts say is read where it stands. So what is deleted,
 * hidden, muted or blocked is gone from the list with the next look.
 */
import type { Database } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { isUnheard } from '../people/hides.ts';
import { hidesFrom, hidesKey } from '../people/hides-store.ts';
import { profileFrom, profileKey } from '../people/profile-store.ts';
import { excerptOf } from '../posts/excerpt.ts';
import { personIn } from '../posts/post-response.ts';
import { postIn, postKey } from '../posts/post-store.ts';
import type { NoticeResponse } from '../responses.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import { isUnread, type Notice, noticedAt, type Unread } from './notice.ts';

/** So many of a group are shown by name. */
const NAMED = 2;

/** Half a unit for somebody's profile, and for a post, whose row is below 4 kB but where its place in a thread is deep. */
const MOST_ROWS = 54;

/** As many of a page's notices as can be put together for 28 read units: all of it, but where each is about two people. */
export function affordable<N extends Notice>(notices: readonly N[]): N[] {
  const rows = new Set<string>();
  return notices.filter((notice) => {
    for (const { userId } of namedIn(notice)) rows.add(userId);
    if ('post' in notice) rows.add(notice.post);
    return rows.size <= MOST_ROWS;
  });
}

/** In their order, by one call, and none for a list that is empty. */
export async function assembledNotices(
  db: Database,
  reader: UserId,
  notices: readonly Notice[],
  unread: Unread,
): Promise<NoticeResponse[]> {
  if (notices.length === 0) return [];
  const people = new Set(notices.flatMap((notice) => namedIn(notice).map(({ userId }) => userId)));
  const posts = new Map(notices.flatMap((notice) => postOf(notice, reader)));
  const rows = await db.getTogether({
    Users: [...people].map(profileKey),
    Posts: [hidesKey(reader), ...[...posts].map(([id, author]) => postKey(author, id))],
  });
  const profiles = new Map(rows.Users.map(profileFrom).map((profile) => [profile.userId, profile]));
  const hides = hidesFrom(rows.Posts.find(({ sk }) => sk === hidesKey(reader).sk));
  const found = new Map(
    rows.Posts.flatMap((row) => {
      const post = postIn(row);
      return post === undefined || post.removedBy === reader ? [] : [[post.id, post]];
    }),
  );
  const personOf = (named: Named) => personIn(named, profiles);
  return notices.flatMap((notice) => shown(notice));

  function shown(notice: Notice): NoticeResponse[] {
    const { id } = notice;
    const common = { id, at: noticedAt(id).toISOString(), isNew: isUnread(id, unread) };
    if (notice.kind === 'account') {
      const { kind, what, device, browser, os, place, provider } = notice;
      return [{ ...common, kind, what, ...given({ device, browser, os, place, provider }) }];
    }
    const heard = namedIn(notice).filter(({ userId }) => !isUnheard(hides, userId));
    const [first] = heard;
    if (first === undefined) return [];
    if (notice.kind === 'followed') return [{ ...common, kind: notice.kind, person: personOf(first) }];
    const post = found.get(notice.post);
    if (post === undefined) return [];
    const about = { post: { id: post.id, username: post.username, excerpt: excerptOf(post) } };
    if ('who' in notice) return [{ ...common, kind: notice.kind, person: personOf(first), ...about }];
    const others = notice.count - namedIn(notice).length;
    return [{ ...common, kind: notice.kind, people: heard.map(personOf), others, ...about }];
  }
}

function namedIn(notice: Notice): Named[] {
  if ('who' in notice) return [notice.who];
  return 'latest' in notice ? notice.latest.slice(0, NAMED) : [];
}

function postOf(notice: Notice, reader: UserId): [PostId, UserId][] {
  if (!('post' in notice)) return [];
  return [[notice.post, 'who' in notice ? notice.who.userId : reader]];
}

/** Only what is there. */
const given = <T extends object>(facts: T): Partial<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Partial<T>;
