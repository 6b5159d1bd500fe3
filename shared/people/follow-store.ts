/**
 * Who follows whom (DESIGN.md §3), in the Posts table: `pk = A, sk = follow#B` is the truth of it, and the lists of both
 * stand beside: `pk = A, sk = following#<ISO time>#B` and `pk = B, sk = follower#<ISO time>#A`. All of it and both counts
 * change in one transaction.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import { type Follow, type FollowList, MOST_FOLLOWS, type Relation } from './follow.ts';
import { profileStore } from './profile-store.ts';
import { unfollowedStore } from './unfollowed-store.ts';

const FOLLOW = 'follow#';
const PREFIXES = { followers: 'follower#', following: 'following#' };

export const followKey = (follower: UserId, followed: UserId): Key => ({
  pk: follower,
  sk: FOLLOW + followed,
});

/** Somebody in a list, and the place in it: what the next page goes on after. */
export type Listed = Named & { place: string };

/** A list newest first, and where it goes on; `undefined` at its end. */
export type ListPage = { people: Listed[]; next?: string };

/** One follow, for whoever needs nothing else of the store. */
export async function followOf(
  db: Database,
  follower: UserId,
  followed: UserId,
): Promise<Follow | undefined> {
  const item = await db.get({ TableName: db.tableName('Posts'), Key: followKey(follower, followed) });
  return item && followFrom(item);
}

export function followStore(db: Database, profiles = profileStore(db), unfollowed = unfollowedStore(db)) {
  const table = () => db.tableName('Posts');
  const listKeys = ({ follower, followed, at }: Follow) => ({
    following: { pk: follower, sk: `${PREFIXES.following}${at.toISOString()}#${followed}` },
    followers: { pk: followed, sk: `${PREFIXES.followers}${at.toISOString()}#${follower}` },
  });

  const store = {
    /** As it stands. */
    get: (follower: UserId, followed: UserId): Promise<Follow | undefined> =>
      followOf(db, follower, followed),

    /** Begins to follow. Refused in the order of {@link FOLLOW_REFUSALS}. */
    follow(follow: Follow, names: { follower: Named; followed: Named }): Write[] {
      const { follower, followed, at, ...provenance } = follow;
      const keys = listKeys(follow);
      return [
        {
          Put: {
            TableName: table(),
            Item: { ...followKey(follower, followed), at: toSeconds(at), ...provenance },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        unfollowed.takeBack(follower, followed),
        profiles.count(follower, 'following', 1, MOST_FOLLOWS),
        profiles.count(followed, 'followers', 1),
        { Put: { TableName: table(), Item: { ...keys.following, ...named(names.followed) } } },
        { Put: { TableName: table(), Item: { ...keys.followers, ...named(names.follower) } } },
      ];
    },

    /** Stops following; the first is refused if it is not, or not that one, any more. */
    unfollow(follow: Follow): Write[] {
      const { follower, followed } = follow;
      return [
        ...store.endRows(follow),
        profiles.count(follower, 'following', -1),
        profiles.count(followed, 'followers', -1),
      ];
    },

    /** The same without the counts. */
    endRows(follow: Follow): Write[] {
      const { follower, followed, at } = follow;
      const keys = listKeys(follow);
      return [
        {
          Delete: {
            TableName: table(),
            Key: followKey(follower, followed),
            ConditionExpression: '#at = :at',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':at': toSeconds(at) },
          },
        },
        { Delete: { TableName: table(), Key: keys.following } },
        { Delete: { TableName: table(), Key: keys.followers } },
      ];
    },

    /** Holds a transaction to their not following. */
    isNotFollowing: (follower: UserId, followed: UserId): Write => ({
      ConditionCheck: {
        TableName: table(),
        Key: followKey(follower, followed),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),

    /** A page of somebody's list, newest first, after a place in it. */
    async page(
      userId: UserId,
      list: FollowList,
      { after, limit }: { after?: string | undefined; limit: number },
    ): Promise<ListPage> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :list)',
        ExpressionAttributeValues: { ':pk': userId, ':list': PREFIXES[list] },
        ...(after === undefined ? {} : { ExclusiveStartKey: { pk: userId, sk: PREFIXES[list] + after } }),
        ScanIndexForward: false,
        // One more than asked for tells whether there is a next page.
        Limit: limit + 1,
      });
      const people = items.slice(0, limit).map((item) => listedFrom(item, list));
      const last = people.at(-1)?.place;
      return items.length > limit && last !== undefined ? { people, next: last } : { people };
    },

    /** So many followers in the order in which they came, after a place among them, as they stand. */
    async followersAfter(
      userId: UserId,
      after: string,
      limit: number,
    ): Promise<{ followers: Listed[]; next?: string }> {
      const { items, lastKey } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :end',
        ExpressionAttributeValues: {
          ':pk': userId,
          // A space is before whatever may follow: behind the place itself, and before the next one.
          ':after': `${PREFIXES.followers}${after}${after === '' ? '' : ' '}`,
          ':end': `${PREFIXES.followers}~`,
        },
        Limit: limit,
      });
      const followers = items.map((item) => listedFrom(item, 'followers'));
      const last = followers.at(-1)?.place;
      return lastKey === undefined || last === undefined ? { followers } : { followers, next: last };
    },
  };
  return store;
}

/** Of which writes the conditions may fail, in their order. */
export const FOLLOW_REFUSALS = ['following already', 'blocked', 'too many'] as const;

/** The followed, if a row's key is that of a follow. */
export function followedIn({ sk }: Key): UserId | undefined {
  return sk.startsWith(FOLLOW) ? (sk.slice(FOLLOW.length) as UserId) : undefined;
}

/** What the rows that were found among `follow#` rows say of the two. */
export function relationIn(rows: readonly Item[], reader: UserId, other: UserId): Relation {
  const has = ({ pk, sk }: Key) => rows.some((row) => row.pk === pk && row.sk === sk);
  return { follows: has(followKey(reader, other)), followsYou: has(followKey(other, reader)) };
}

export function followFrom({ pk, sk, at, ...provenance }: Item): Follow {
  return {
    ...provenance,
    follower: pk,
    followed: String(sk).slice(FOLLOW.length),
    at: fromSeconds(at as number),
  } as Follow;
}

const named = ({ userId, username, displayName }: Named): Named => ({ userId, username, displayName });

function listedFrom({ sk, userId, username, displayName }: Item, list: FollowList): Listed {
  return { userId, username, displayName, place: String(sk).slice(PREFIXES[list].length) } as Listed;
}
