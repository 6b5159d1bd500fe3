/**
 * Posts that were taken back by "it wasn't me": `sk = hidden#<reported session>#<postId>` instead of `post#<postId>`, and
 * out of everybody's feed. No feed, page or address leads to them, until they are shown again.
 */
import type { Database, Item, Page, Write } from '../database.ts';
import type { PostId, SessionId, UserId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import type { Provenance } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import { postIdsFrom } from './post.ts';
import { type CountedOfPost, isPostRow, postKey } from './post-store.ts';

/** Two functions' clocks may be so far apart: when a post was written, and when its session began or was reported. */
const CLOCKS_APART_SECONDS = 60;

/** Two writes each and a note: as many as fit into a transaction and leave room. */
const AT_ONCE = 40;

/** A page of rows that a transaction can move. */
export type Rows = Page;

export function hiddenPostStore(db: Database) {
  const table = () => db.tableName('Posts');
  const prefixOf = (sessionId: SessionId) => `hidden#${sessionId}#`;

  /** Refused if the row is not as it was read: what was counted or changed meanwhile would be lost. */
  function move({ pk, sk, ...post }: Item, to: Item): Write[] {
    return [
      { Delete: { TableName: table(), Key: { pk, sk }, ...asRead(post) } },
      { Put: { TableName: table(), Item: { ...post, ...to } } },
    ];
  }

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
      return { ...page, items: page.items.filter((row) => isPostRow(row) && isOfIt(row)) };
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
     * Hides a post because of the session that was reported. What has put it into an index is kept where no index looks.
     * Refused if the post was deleted, hidden or changed meanwhile.
     */
    hide(reportedId: SessionId, { feed, root, ...row }: Item): Write[] {
      const sk = prefixOf(reportedId) + row.postId;
      return move(row, { pk: row.pk, sk, indexed: { feed, root } });
    },

    /** Shows it where it was. Refused if it was shown again meanwhile. */
    show({ indexed, ...row }: Item): Write[] {
      return move(row, { ...postKey(row.pk as UserId, row.postId as PostId), ...(indexed as Item) });
    },
  };
}

/** What may change of a post while it stands. */
const CHANGING: readonly (CountedOfPost | 'body')[] = ['likes', 'reposts', 'replies', 'body'];

/** The condition that a row is there, and as it was read. */
function asRead(post: Item) {
  const known = CHANGING.filter((name) => post[name] !== undefined);
  const conditions = CHANGING.map((name) =>
    post[name] === undefined ? `attribute_not_exists(#${name})` : `#${name} = :${name}`,
  );
  return {
    ConditionExpression: ['attribute_exists(pk)', ...conditions].join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(CHANGING.map((name) => [`#${name}`, name])),
    ...(known.length === 0
      ? {}
      : { ExpressionAttributeValues: Object.fromEntries(known.map((name) => [`:${name}`, post[name]])) }),
  };
}
