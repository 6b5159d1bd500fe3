/**
 * Posts that were taken back by "it wasn't me": `sk = hidden#<reported session>#<postId>` instead of `post#<postId>`, and
 * out of everybody's feed. No feed, page or address leads to them, until they are shown again. Where one stood in a
 * thread its place stays, and what comes and goes below it is counted there.
 */
import type { Database, Item, Page, Write } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import type { Provenance } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import { isPlace, type Post, type PostAddress, type PostPlace, postIdsFrom } from './post.ts';
import { asRead, type Below, isPostRow, itemOf, placeOf, postFrom, postKey, rowFrom } from './post-store.ts';

/** Two functions' clocks may be so far apart: when a post was written, and when its session began or was reported. */
const CLOCKS_APART_SECONDS = 60;

/** Two writes each, one for what each answers, four for its pictures, and two that count: as many as fit into a transaction. */
const AT_ONCE = 14;

/** A page of rows that a transaction can move. */
export type Rows = Page;

export function hiddenPostStore(db: Database) {
  const table = () => db.tableName('Posts');
  const prefixOf = (sessionId: SessionId) => `hidden#${sessionId}#`;

  return {
    /**
     * What of all that a user wrote since they signed in, before any step-up, `isOfIt`, from where the page before ended.
     * Reposts are no words: the undo log undoes them, so that they are not counted any more.
     */
    async writtenSince(
      { userId, startedAt, signedInAt = startedAt }: Session,
      isOfIt: (row: Partial<Provenance>) => boolean,
      after: Item | undefined,
      now: Date,
    ): Promise<Rows> {
      const page = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': userId,
          ':first': postKey(userId, postIdsFrom(secondsAfter(signedInAt, -CLOCKS_APART_SECONDS))).sk,
          ':last': postKey(userId, postIdsFrom(secondsAfter(now, CLOCKS_APART_SECONDS))).sk,
        },
        Limit: AT_ONCE,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      });
      return {
        ...page,
        items: page.items.filter((row) => isPostRow(row) && !isPlace(rowFrom(row)) && isOfIt(row)),
      };
    },

    /** What of a session is hidden. */
    hiddenOf: (userId: UserId, sessionId: SessionId, after: Item | undefined): Promise<Rows> =>
      db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :hidden)',
        ExpressionAttributeValues: { ':pk': userId, ':hidden': prefixOf(sessionId) },
        Limit: AT_ONCE,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),

    /**
     * Hides a post because of the session that was reported, and leaves its place where it has one in a thread. Refused if
     * it was deleted, hidden or changed meanwhile: what was counted there would be lost. @param below what else will be below it
     */
    hide(reportedId: SessionId, post: Post, below: Below): Write[] {
      const { root: _, feed: __, ...row } = itemOf({ ...post, ...added(post, below) });
      const put = { Put: { TableName: table(), Item: { ...row, sk: prefixOf(reportedId) + post.id } } };
      const { userId, id } = post;
      if (!hasPlace(post)) {
        return [{ Delete: { TableName: table(), Key: postKey(userId, id), ...asRead(post) } }, put];
      }
      const place = placeOf({ ...post, ...added(post, below) }, 'hidden');
      return [{ Put: { TableName: table(), Item: itemOf(place), ...asRead(post) } }, put];
    },

    /**
     * Shows it in its place, with what is counted below that by now. Refused if it was shown or the place changed meanwhile.
     * @param place what stands there, if anything does
     */
    show({ pk, sk, ...row }: Item, place: Post | PostPlace | undefined, below: Below): Write[] {
      const post = { ...postFrom({ ...row, pk, sk }), ...(place === undefined ? {} : belowOf(place)) };
      return [
        {
          Delete: { TableName: table(), Key: { pk, sk }, ConditionExpression: 'attribute_exists(pk)' },
        },
        {
          Put: {
            TableName: table(),
            Item: itemOf({ ...post, ...added(post, below) }),
            ...(place === undefined ? { ConditionExpression: 'attribute_not_exists(pk)' } : asRead(place)),
          },
        },
      ];
    },

    /** The rows that stand where these posts would. */
    async rowsAt(addresses: PostAddress[]): Promise<(Post | PostPlace)[]> {
      const rows = await db.getAll(
        table(),
        addresses.map(({ author, id }) => postKey(author, id)),
      );
      return rows.map(rowFrom);
    },
  };
}

/** Whether a post leaves its place when it is hidden: a reply, and what has one. */
export const hasPlace = ({ thread, replies = 0, places = 0 }: Post): boolean =>
  thread !== undefined || replies + places > 0;

/** What it counts below it with something more or less; what was never counted stays so. */
function added({ replies, places }: Pick<Post, 'replies' | 'places'>, by: Below): Partial<Below> {
  return {
    ...(replies === undefined && by.replies === 0 ? {} : { replies: (replies ?? 0) + by.replies }),
    ...(places === undefined && by.places === 0 ? {} : { places: (places ?? 0) + by.places }),
  };
}

function belowOf({ replies, places }: Post | PostPlace): Partial<Below> {
  return { ...(replies === undefined ? {} : { replies }), ...(places === undefined ? {} : { places }) };
}
