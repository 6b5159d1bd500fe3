/** The rows of a picture (DESIGN.md §3), for whoever makes one and for whoever sweeps it away. */
import type { Database, Key, UpdateWrite, Write } from '../database.ts';
import type { MediaId, PostId, UserId } from '../ids.ts';
import { sortable, toSeconds } from '../seconds.ts';

export const DUE = 'media-due';

/** A picture whose files are to be deleted, or taken to where its post is. */
export type DueMedia = {
  userId: UserId;
  id: MediaId;
  at: Date;
  /** Whether the edge must forget it at once, too, where its files go or are held back: that costs money. */
  fromEdge: boolean;
  /** Its files are not to be deleted, but to be where this post is: held back while that is hidden, and shown again with it. */
  withPost?: PostId;
  /** The same of an avatar: they are held back unless its owner's profile shows it. */
  withProfile?: true;
};

export const mediaKey = (userId: UserId, id: MediaId): Key => ({ pk: userId, sk: `media#${id}` });

export const dueKey = ({ userId, id, at }: Pick<DueMedia, 'userId' | 'id' | 'at'>): Key => ({
  pk: DUE,
  sk: `${sortable(at)}#${userId}#${id}`,
});

export function mediaRows(db: Database) {
  const table = () => db.tableName('Posts');

  return {
    /** Lists what is to be done with its files. */
    put: ({ id, ...due }: DueMedia): Write => {
      const { userId, fromEdge, withPost, withProfile } = due;
      return {
        Put: {
          TableName: table(),
          Item: {
            ...dueKey({ id, ...due }),
            ...{ userId, mediaId: id, fromEdge },
            ...(withPost === undefined ? {} : { withPost }),
            ...(withProfile === undefined ? {} : { withProfile }),
          },
        },
      };
    },

    /** Takes it off the list. */
    drop: (due: DueMedia): Write => ({ Delete: { TableName: table(), Key: dueKey(due) } }),

    /** From now on nothing can be made of it. */
    goneAt: (userId: UserId, id: MediaId, now: Date, condition: string): UpdateWrite => ({
      Update: {
        TableName: table(),
        Key: mediaKey(userId, id),
        UpdateExpression: 'SET goneAt = :now',
        ConditionExpression: condition,
        ExpressionAttributeValues: { ':now': toSeconds(now) },
      },
    }),
  };
}
