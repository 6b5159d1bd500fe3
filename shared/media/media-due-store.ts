/** Pictures whose files are to be deleted by some time, or to be taken to where their post is: the sweep's side. */
import type { Database, Item, Write } from '../database.ts';
import { sortable } from '../seconds.ts';
import { DUE, type DueMedia, dueKey, mediaKey, mediaRows } from './media-rows-store.ts';

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
      { Delete: { TableName: table(), Key: dueKey(due) } },
    ],

    /** What is due is looked at once more. */
    again: (due: DueMedia, now: Date): Write => rows.put({ ...due, at: now }),

    /** Once its files are deleted. */
    remove(due: DueMedia): Write[] {
      return [
        { Delete: { TableName: table(), Key: mediaKey(due.userId, due.id) } },
        { Delete: { TableName: table(), Key: dueKey(due) } },
      ];
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
