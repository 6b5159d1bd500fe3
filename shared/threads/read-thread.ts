/** The thread around a post as one page of it is shown: the way up, and the way down page by page. */
import { toCursor } from '../api/cursor.ts';
import type { Database } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { isPlace, type Post, type PostAddress, type PostPlace } from '../posts/post.ts';
import { postStore } from '../posts/post-store.ts';
import type { PlaceResponse, PostResponse, ThreadResponse } from '../responses.ts';
import { assembledEntries, blockedOnly, unseen } from '../timelines/assembled-posts.ts';
import { mayReply, threadOf } from './reply-target.ts';
import { inReadingOrder } from './thread-order.ts';

type Reader = { userId: UserId; username: string };

/** Rows of a thread that are read for a page of it. */
const ROWS = 20;

/** As many answers as one page has room for, so that it costs at most 31 read units: a post above costs one and a half. */
const repliesBeside = (above: number): number => Math.floor(ROWS - above * 1.5);

/**
 * The post, what it answers, and what answers it, from where the page before ended; `undefined` if there is no such post,
 * or the reader and its author do not see each other. Two queries for the post, one for what is below it, and one read
 * of all that is shown.
 */
export async function readThread(
  db: Database,
  reader: Reader | undefined,
  id: PostId,
  after?: PostId,
): Promise<ThreadResponse | undefined> {
  const posts = postStore(db);
  const found = (await posts.get(id)) ?? (await beginningOf(db, id));
  if (found === undefined) return undefined;
  const above = after === undefined ? aboveOf(found) : [];
  const rows = hasBelow(found)
    ? await posts.inThread(threadOf(found).id, { after: after ?? id, limit: ROWS + 1 })
    : [];
  const read = rows.slice(0, ROWS);
  const below = read.filter((row) => isBelow(row, id));
  const shown = below.slice(0, repliesBeside(above.length));
  const last = below.length > shown.length ? shown.at(-1) : rows.length > ROWS ? read.at(-1) : undefined;

  const alive = shown.filter((row) => !isPlace(row));
  const own = isPlace(found) ? [] : [found];
  const replyIds = new Set<PostId>(alive.map((reply) => reply.id));
  const entries = [
    ...above,
    ...[...own, ...alive].map((post) => ({ id: post.id, author: post.userId, post })),
  ];
  const [assembled, may] = await Promise.all([
    assembledEntries(db, reader?.userId, entries, (entry, hides) =>
      (replyIds.has(entry.id) ? unseen : blockedOnly)(entry, hides),
    ),
    reader === undefined || isPlace(found) ? undefined : mayReply(db, found, reader),
  ]);
  const answers = new Map(entries.map((entry, at) => [entry.id, assembled[at] ?? 'deleted']));

  const post = isPlace(found) ? placeResponse(found.id, found.gone) : answers.get(id);
  if (post === undefined || typeof post === 'string') return undefined;
  const items = shown.flatMap((row): (PostResponse | PlaceResponse)[] => {
    if (isPlace(row)) return isShown(row) ? [placeResponse(row.id, row.gone, row.replyTo?.id)] : [];
    const answer = answers.get(row.id);
    return answer === undefined || typeof answer === 'string' ? [] : [answer];
  });
  return {
    above: above.map(({ id: other }) => {
      const answer = answers.get(other) ?? 'deleted';
      return typeof answer === 'string' ? placeResponse(other, answer) : answer;
    }),
    post,
    items: inReadingOrder(items),
    next: last === undefined ? null : toCursor(last.id),
    ...(may === undefined ? {} : { mayReply: may }),
  };

  /** A place is shown for what is below it. */
  function isShown(place: PostPlace): boolean {
    return (place.replies ?? 0) > 0 || alive.some((row) => isBelow(row, place.id));
  }
}

/** A thread whose first post is gone is found by what is below it. */
async function beginningOf(db: Database, id: PostId): Promise<Post | PostPlace | undefined> {
  const posts = postStore(db);
  const [reply] = await posts.inThread(id, { after: id, limit: 1 });
  const first = reply?.thread && (await posts.row(reply.thread));
  return first && hasBelow(first) ? first : undefined;
}

const aboveOf = ({ replyTo, above = [] }: Post | PostPlace): PostAddress[] =>
  replyTo === undefined ? [] : [...above, { id: replyTo.id, author: replyTo.author }];

const hasBelow = ({ replies = 0, places = 0 }: Post | PostPlace): boolean => replies + places > 0;

const isBelow = ({ replyTo, above = [] }: Post | PostPlace, id: PostId): boolean =>
  replyTo?.id === id || above.some((one) => one.id === id);

const placeResponse = (id: PostId, gone: PlaceResponse['gone'], replyTo?: PostId): PlaceResponse => ({
  id,
  gone,
  ...(replyTo === undefined ? {} : { replyTo: { id: replyTo } }),
});
