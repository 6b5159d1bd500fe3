/**
 * Pictures in DynamoDB (DESIGN.md §3): `pk = userId, sk = media#<id>` in Posts, and while its files are to be deleted at
 * some time, a row of one list, `pk = media-due, sk = <ms>#<userId>#<id>`. The files themselves are in a bucket
 * (`media-bucket.ts`). Of attaching a picture and sweeping it away exactly one happens: both are held to the row of the
 * list, which attaching deletes.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { MediaId, PostId, UserId } from '../ids.ts';
import { fromSeconds, secondsAfter, sortable, toSeconds } from '../seconds.ts';
import { type Media, UNATTACHED_SECONDS } from './media.ts';

const DUE = 'media-due';

/** A picture whose files are to be deleted. */
export type DueMedia = {
  userId: UserId;
  id: MediaId;
  at: Date;
  /** Whether the edge must forget it at once, too. */
  fromEdge: boolean;
};

export function mediaStore(db: Database) {
  const table = () => db.tableName('Posts');
  const keyOf = (userId: UserId, id: MediaId): Key => ({ pk: userId, sk: `media#${id}` });
  const dueKey = ({ userId, id, at }: Pick<DueMedia, 'userId' | 'id' | 'at'>): Key => ({
    pk: DUE,
    sk: `${sortable(at)}#${userId}#${id}`,
  });
  const put = (due: DueMedia): Write => ({
    Put: {
      TableName: table(),
      Item: { ...dueKey(due), userId: due.userId, mediaId: due.id, fromEdge: due.fromEdge },
    },
  });
  /** Until when it waits for its post. */
  const unattachedUntil = ({ createdAt }: Pick<Media, 'createdAt'>): Date =>
    secondsAfter(createdAt, UNATTACHED_SECONDS);

  return {
    /** A picture that nothing shows yet: it goes if nothing does within a day. */
    create({ id, userId, createdAt, ...media }: Media): Write[] {
      return [
        {
          Put: {
            TableName: table(),
            Item: { ...keyOf(userId, id), ...media, mediaId: id, createdAt: toSeconds(createdAt) },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        put({ userId, id, at: unattachedUntil({ createdAt }), fromEdge: false }),
      ];
    },

    /** Those of a user's pictures that there are, in the order of the ids. */
    async ofUser(userId: UserId, ids: readonly MediaId[]): Promise<Media[]> {
      if (ids.length === 0) return [];
      const items = await db.getAll(
        table(),
        ids.map((id) => keyOf(userId, id)),
      );
      return ids.flatMap((id) => items.filter(({ mediaId }) => mediaId === id).map(fromItem));
    },

    /** Makes it a post's; refused if it is something's already, was made for something else, or is being swept away. */
    attach(media: Media, postId: PostId): Write[] {
      return [
        {
          Update: {
            TableName: table(),
            Key: keyOf(media.userId, media.id),
            UpdateExpression: 'SET attachedTo = :post',
            ConditionExpression:
              'attribute_exists(pk) AND attribute_not_exists(attachedTo) AND attribute_not_exists(goneAt) AND #use = :use',
            ExpressionAttributeNames: { '#use': 'use' },
            ExpressionAttributeValues: { ':post': postId, ':use': 'post' },
          },
        },
        {
          Delete: {
            TableName: table(),
            Key: dueKey({ userId: media.userId, id: media.id, at: unattachedUntil(media) }),
          },
        },
      ];
    },

    /**
     * The one way to be rid of pictures, to be written with what takes away the thing that shows them: their files go with
     * the next sweep. `fromEdge` if copies must not live on at the edge for up to an hour, as where somebody else has put
     * them there: that costs money with each picture.
     */
    forget(userId: UserId, ids: readonly MediaId[], now: Date, { fromEdge = false } = {}): Write[] {
      return ids.map((id) => put({ userId, id, at: now, fromEdge }));
    },

    /** What is to be deleted by now, the longest due first. */
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
        {
          Update: {
            TableName: table(),
            Key: keyOf(due.userId, due.id),
            UpdateExpression: 'SET goneAt = :now',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':now': toSeconds(now) },
          },
        },
      ];
    },

    /** Once its files are deleted. */
    remove(due: DueMedia): Write[] {
      return [
        { Delete: { TableName: table(), Key: keyOf(due.userId, due.id) } },
        { Delete: { TableName: table(), Key: dueKey(due) } },
      ];
    },
  };
}

export type MediaStore = ReturnType<typeof mediaStore>;

function fromItem({ pk, sk: _, mediaId, createdAt, ...media }: Item): Media {
  return { ...media, id: mediaId, userId: pk, createdAt: fromSeconds(createdAt as number) } as Media;
}

function dueFromItem({ sk, userId, mediaId, fromEdge }: Item): DueMedia {
  const at = new Date(Number(String(sk).split('#')[0]));
  return { userId, id: mediaId, at, fromEdge } as DueMedia;
}
