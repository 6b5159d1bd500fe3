/** A page of somebody's home: what they and those whom they follow wrote, put together as it is now (DESIGN.md §3). */
import { type HomePlace, toHomeCursor } from '../api/timelines.ts';
import type { Database } from '../database.ts';
import type { UserId } from '../ids.ts';
import { profileStore } from '../people/profile-store.ts';
import { postKey, postStore } from '../posts/post-store.ts';
import type { AnswerBody } from '../responses.ts';
import { assembledPosts, type IsLeftOut, unseen } from './assembled-posts.ts';
import { type Copy, homeStore, sourceOf } from './home-store.ts';
import { entryOf } from './timeline-entry.ts';

const PAGE = 20;

/**
 * So many rows a page reads, half a unit each: with the ids, whom the reader hides, and how many they follow, it costs less
 * than 31. Twenty posts of sixteen people are as many; of more people, or reposted by others, there are fewer in a page.
 */
const MOST_ROWS = 56;

/** The same as everywhere, and what was put there by whom one follows no more. */
const notFollowed: IsLeftOut = (entry, hides) =>
  hides.unfollowed.has(sourceOf(entry)) || unseen(entry, hides);

/** Where it goes on is where it began: who follows somebody meanwhile goes on reading what they read. */
export async function homePage(
  db: Database,
  reader: UserId,
  { place, after }: { place?: HomePlace | undefined; after?: HomePlace['before'] | undefined },
): Promise<AnswerBody<'home'>> {
  const of = place?.of ?? ((await followsAnybody(db, reader)) ? 'home' : 'everybody');
  const nextOf = (before: HomePlace['before'] | undefined | null) =>
    before ? toHomeCursor({ of, before }) : null;
  const before = place?.before;
  if (of === 'everybody') {
    const { posts, next } = await postStore(db).all({
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
    return { of, items: await assembledPosts(db, reader, posts.map(entryOf)), next: nextOf(next) };
  }
  const found = await homeStore(db).page(reader, { before, after, limit: PAGE + 1 });
  const page = affordable(found.slice(0, PAGE));
  const standing = await withoutUndone(db, page);
  const entries = standing.filter(({ id }, at) => standing.findIndex((earlier) => earlier.id === id) === at);
  return {
    of,
    items: await assembledPosts(db, reader, entries, notFollowed),
    next: page.length < found.length ? nextOf(page.at(-1)?.place) : null,
  };
}

async function followsAnybody(db: Database, userId: UserId): Promise<boolean> {
  return (await profileStore(db).get(userId)).following > 0;
}

/** Without the reposts that were taken back: what they have brought is there still. */
async function withoutUndone(db: Database, copies: Copy[]): Promise<Copy[]> {
  const keys = copies.flatMap(({ by, place }) => (by === undefined ? [] : [postKey(by.userId, place)]));
  if (keys.length === 0) return copies;
  const { Posts } = await db.getTogether({ Posts: keys });
  const there = new Set(Posts.map(({ sk }) => sk));
  return copies.filter(({ by, place }) => by === undefined || there.has(postKey(by.userId, place).sk));
}

/** As many of them as a page may read the rows of: of each the post, the reader's mark and the repost, and each person once. */
function affordable(copies: Copy[]): Copy[] {
  const people = new Set<UserId>();
  const ids = new Set<string>();
  let reposts = 0;
  const end = copies.findIndex(({ author, by, id }) => {
    people.add(author);
    if (by !== undefined) {
      people.add(by.userId);
      reposts++;
    }
    ids.add(id);
    return people.size + 2 * ids.size + reposts > MOST_ROWS;
  });
  return end < 0 ? copies : copies.slice(0, end);
}
