/**
 * The undo log (DESIGN.md §3): `pk = userId, sk = undo#<ISO time>#<random>` in the Sessions table, for as long as the
 * activity is kept. What a session does that leaves no row of its own, or takes one away, is noted here in the transaction
 * that does it, so that "It wasn't me" undoes it.
 */
import { randomBytes } from 'node:crypto';
import { ACTIVITY_SECONDS } from '../activity/activity.ts';
import type { Database, Item, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { secondsAfter, toSeconds } from '../seconds.ts';
import { type Provenance, provenanceOf } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import type { Undoable } from './undoable.ts';

const UNDO = 'undo#';

/** Two functions' clocks may be so far apart: when something was done, and when its session began or was reported. */
const CLOCKS_APART_SECONDS = 60;

/** As many as are undone before that is noted, each by a transaction of its own. */
const AT_ONCE = 25;

/**
 * An entry of the log, as it stands. `undone`: it is settled and not yet noted in the activity; whether anything was left
 * of it to undo.
 */
export type UndoEntry = Undoable & Provenance & { pk: UserId; sk: string; undone?: boolean };

/** Where a walk through the log stands: a page of it, and where the next one goes on. */
export type UndoPage = { entries: UndoEntry[]; lastKey?: Item };

export function undoLogStore(db: Database) {
  const table = () => db.tableName('Sessions');

  return {
    /** That a session does this; it belongs into the transaction that does it. */
    note(session: Session, now: Date, undoable: Undoable): Write {
      return {
        Put: {
          TableName: table(),
          Item: {
            pk: session.userId,
            sk: `${UNDO}${now.toISOString()}#${randomBytes(9).toString('base64url')}`,
            ...undoable,
            ...provenanceOf(session),
            expiresAt: Math.ceil(toSeconds(secondsAfter(now, ACTIVITY_SECONDS))),
          },
        },
      };
    },

    /** What a user did since they signed in, before any step-up, newest first, from where the page before ended. */
    async since(
      { userId, startedAt, signedInAt = startedAt }: Session,
      after: Item | undefined,
      now: Date,
      limit = AT_ONCE,
    ): Promise<UndoPage> {
      const at = (moment: Date) => UNDO + moment.toISOString();
      const { items, ...rest } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': userId,
          ':first': at(secondsAfter(signedInAt, -CLOCKS_APART_SECONDS)),
          ':last': at(secondsAfter(now, CLOCKS_APART_SECONDS)),
        },
        ScanIndexForward: false,
        Limit: limit,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      });
      return { entries: items as UndoEntry[], ...rest };
    },

    /** It is undone, or nothing of it was left to undo; refused if it was settled already. */
    settle: ({ pk, sk }: UndoEntry, undone: boolean): Write => ({
      Update: {
        TableName: table(),
        Key: { pk, sk },
        UpdateExpression: 'SET undone = :undone',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(undone)',
        ExpressionAttributeValues: { ':undone': undone },
      },
    }),

    /** Takes a settled entry out of the log; refused if it was already. */
    forget: ({ pk, sk }: UndoEntry): Write => ({
      Delete: { TableName: table(), Key: { pk, sk }, ConditionExpression: 'attribute_exists(pk)' },
    }),
  };
}
