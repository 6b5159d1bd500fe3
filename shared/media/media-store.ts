/**
 * Pictures in DynamoDB (DESIGN.md §3): `pk = userId, sk = media#<id>` in Posts, and while its files are to be deleted at
 * some time, a row of one list, `pk = media-due, sk = <ms>#<userId>#<id>`. The files themselves are in a bucket
 * (`media-bucket.ts`). Of attaching a picture and sweeping it away exactly one happens: both are held to the row of the
 * list, which attaching deletes. The sweep's side of it is in `media-due-store.ts`.
 */
import { ACTIVITY_SECONDS } from '../activity/activity.ts';
import type { Database, Item, Write } from '../database.ts';
import type { MediaId, PostId, UserId } from '../ids.ts';
import type { Post } from '../posts/post.ts';
import { fromSeconds, secondsAfter, toSeconds } from '../seconds.ts';
import { type Media, type MediaUse, UNATTACHED_SECONDS } from './media.ts';
import { dueKey, mediaKey, mediaRows } from './media-rows-store.ts';

export function mediaStore(db: Database) {
  const table = () => db.tableName('Posts');
  const rows = mediaRows(db);
  /** Until when it waits for what is to show it; a former avatar for as long as "It wasn't me" can bring it back. */
  const unattachedUntil = ({ createdAt, detachedAt }: Pick<Media, 'createdAt' | 'detachedAt'>): Date =>
    detachedAt === undefined
      ? secondsAfter(createdAt, UNATTACHED_SECONDS)
      : secondsAfter(detachedAt, ACTIVITY_SECONDS);

  const moveWithProfile = ({ userId, id }: Media, now: Date): Write =>
    rows.put({ userId, id, at: now, fromEdge: false, withProfile: true });

  return {
    /** A picture that nothing shows yet: it goes if nothing does within a day. */
    create({ id, userId, createdAt, ...media }: Omit<Media, 'detachedAt' | 'goneAt'>): Write[] {
      return [
        {
          Put: {
            TableName: table(),
            Item: { ...mediaKey(userId, id), ...media, mediaId: id, createdAt: toSeconds(createdAt) },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        rows.put({ userId, id, at: unattachedUntil({ createdAt }), fromEdge: false }),
      ];
    },

    /** Those of a user's pictures that there are, in the order of the ids. */
    async ofUser(userId: UserId, ids: readonly MediaId[]): Promise<Media[]> {
      if (ids.length === 0) return [];
      const items = await db.getAll(
        table(),
        ids.map((id) => mediaKey(userId, id)),
      );
      return ids.flatMap((id) => items.filter(({ mediaId }) => mediaId === id).map(fromItem));
    },

    /**
     * Makes it a post's, or the avatar of its owner's profile; refused if it is something's already, was made for something
     * else, or is being swept away. Of a former avatar the next sweep takes the files back to where they are shown.
     */
    attach(media: Media, to: PostId | UserId, use: MediaUse, now: Date): Write[] {
      const { userId, id, detachedAt } = media;
      return [
        {
          Update: {
            TableName: table(),
            Key: mediaKey(userId, id),
            UpdateExpression: 'SET attachedTo = :to REMOVE detachedAt',
            ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(attachedTo) AND attribute_not_exists(goneAt) AND #use = :use AND ${
              detachedAt === undefined ? 'attribute_not_exists(detachedAt)' : 'detachedAt = :detachedAt'
            }`,
            ExpressionAttributeNames: { '#use': 'use' },
            ExpressionAttributeValues: {
              ':to': to,
              ':use': use,
              ...(detachedAt === undefined ? {} : { ':detachedAt': toSeconds(detachedAt) }),
            },
          },
        },
        { Delete: { TableName: table(), Key: dueKey({ userId, id, at: unattachedUntil(media) }) } },
        ...(detachedAt === undefined ? [] : [moveWithProfile(media, now)]),
      ];
    },

    /**
     * An avatar is no more: the next sweep holds its files back, and they are deleted once nothing can bring it back.
     * Refused if it is another thing's by now.
     */
    detach(media: Media, now: Date): Write[] {
      const { userId, id, attachedTo } = media;
      return [
        {
          Update: {
            TableName: table(),
            Key: mediaKey(userId, id),
            UpdateExpression: 'SET detachedAt = :now REMOVE attachedTo',
            ConditionExpression: 'attachedTo = :it',
            ExpressionAttributeValues: { ':now': toSeconds(now), ':it': attachedTo ?? null },
          },
        },
        rows.put({ userId, id, at: unattachedUntil({ ...media, detachedAt: now }), fromEdge: false }),
        moveWithProfile(media, now),
      ];
    },

    /**
     * The one way to be rid of pictures, to be written with what takes away the thing that shows them: their files go with
     * the next sweep. `fromEdge` if copies must not live on at the edge for up to an hour, as where somebody else has put
     * them there: that costs money with each picture.
     */
    forget(userId: UserId, ids: readonly MediaId[], now: Date, { fromEdge = false } = {}): Write[] {
      return ids.map((id) => rows.put({ userId, id, at: now, fromEdge }));
    },

    /** The same of one that nothing shows, at once: refused if something does by now, or if it is being swept away. */
    takeBack: (media: Media, now: Date): Write[] => [
      rows.goneAt(
        media.userId,
        media.id,
        now,
        'attribute_exists(pk) AND attribute_not_exists(attachedTo) AND attribute_not_exists(goneAt)',
      ),
      rows.put({ userId: media.userId, id: media.id, at: now, fromEdge: true }),
      { Delete: { TableName: table(), Key: dueKey({ ...media, at: unattachedUntil(media) }) } },
    ],

    /**
     * With what hides a post, or shows it again: a write for each of its pictures, whose files the next sweep takes to where
     * the post then is.
     */
    moveWith: (
      { userId, id: withPost, media = [] }: Pick<Post, 'userId' | 'id'> & { media?: { id: MediaId }[] },
      now: Date,
    ): Write[] => media.map(({ id }) => rows.put({ userId, id, at: now, fromEdge: false, withPost })),
  };
}

export type MediaStore = ReturnType<typeof mediaStore>;

function fromItem({ pk, sk: _, mediaId, createdAt, detachedAt, goneAt, ...media }: Item): Media {
  return {
    ...media,
    id: mediaId,
    userId: pk,
    createdAt: fromSeconds(createdAt as number),
    ...(detachedAt === undefined ? {} : { detachedAt: fromSeconds(detachedAt as number) }),
    ...(goneAt === undefined ? {} : { goneAt: fromSeconds(goneAt as number) }),
  } as Media;
}
