/** Pictures whose files are to be deleted by some time, or to be taken to where their post is: the sweep's side. */
import type { Database, Item, Write } from '../database.ts';
import { sortable } from '../seconds.ts';
import { DUE, type DueMedia, dueKey, mediaKey, mediaRows } from './media-rows-store.ts';

const MINUTE_MS = 60_000;

export function mediaDueStore(db: Database) {
  const table = () => db.tableName('Posts');
  const rows = mediaRows(db);

  return {
    /** What is to be deleted, or taken somewhere, by now, the longest due first. */
    async due(now: Date, limit: number): Promise<DueMedia[]> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :due AND sk <= :now',
        ExpressionAttributeValues: { ':due': DUE, ':now': `${sortable(now)}$` },
        Limit: limit,
      });
      return items.map(dueFromItem);
    },

    /** Nothing can be made of it from now on. Refused (the first) if it was attached meanwhile, or (the second) if it is gone. */
    claim(due: DueMedia, now: Date): [Write, Write] {
      return [
        {
          ConditionCheck: {
            TableName: table(),
            Key: dueKey(due),
            ConditionExpression: 'attribute_exists(pk)',
          },
        },
        rows.goneAt(due.userId, due.id, now, 'attribute_exists(pk)'),
      ];
    },

    /** Once its files are where they belong. Refused if they are deleted meanwhile. */
    moved: (due: DueMedia): Write[] => [
      {
        ConditionCheck: {
          TableName: table(),
          Key: mediaKey(due.userId, due.id),
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(goneAt)',
        },
      },
      rows.drop(due),
    ],

    /** What is due is looked at once more. */
    again: (due: DueMedia, now: Date): Write => rows.put({ ...due, at: now }),

    /** What is due comes again within a minute, behind all that is due by now; of one picture two rows stay two. */
    putOff(due: DueMedia, now: Date): Write[] {
      const minutes = Math.floor((now.getTime() - due.at.getTime()) / MINUTE_MS) + 1;
      return [rows.drop(due), rows.put({ ...due, at: new Date(due.at.getTime() + minutes * MINUTE_MS) })];
    },

    /** Nothing is to be done about this any more; what else is due of the picture stays so. */
    drop: rows.drop,

    /** Once its files are deleted. */
    remove(due: DueMedia): Write[] {
      return [{ Delete: { TableName: table(), Key: mediaKey(due.userId, due.id) } }, rows.drop(due)];
    },
  };
}

function dueFromItem({ sk, userId, mediaId, fromEdge, withPost, withProfile }: Item): DueMedia {
  const at = new Date(Number(String(sk).split('#')[0]));
  return {
    ...{ userId, id: mediaId, at, fromEdge },
    ...(withPost === undefined ? {} : { withPost }),
    ...(withProfile === undefined ? {} : { withProfile }),
  } as DueMedia;
}
