/**
 * Pictures in DynamoDB (DESIGN.md §3): `pk = userId, sk = media#<id>` in Posts, and while its files are to be deleted at
 * some time, a row of one list, `pk = media-due, sk = <ms>#<userId>#<id>`. The files themselves are in a bucket
 * (`media-bucket.ts`). Of attaching a picture and sweeping it away exactly one happens: both are held to the row of the
 * list, which attaching deletes. The sweep's side of it is in `media-due-store.ts`.
 */
import type { Database, Write } from '../database.ts';
import type { MediaId, UserId } from '../ids.ts';
import type { Post } from '../posts/post.ts';
import { toSeconds } from '../seconds.ts';
import { attachingStore, unattachedUntil } from './attaching-store.ts';
import type { Media } from './media.ts';
import { dueKey, mediaKey, mediaRows } from './media-rows-store.ts';

export function mediaStore(db: Database) {
  const table = () => db.tableName('Posts');
  const [rows, attaching] = [mediaRows(db), attachingStore(db)];
  const moveWithProfile = ({ userId, id }: Media, now: Date, fromEdge: boolean): Write =>
    rows.put({ userId, id, at: now, fromEdge, withProfile: true });

  return {
    ...attaching,

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

    /** Has its owner's profile show it. Of a former avatar the next sweep takes the files back to where they are shown. */
    wear: (media: Media, now: Date): Write[] => [
      ...attaching.attach(media, media.userId, 'avatar'),
      ...(media.detachedAt === undefined ? [] : [moveWithProfile(media, now, false)]),
    ],

    /**
     * An avatar is no more: the next sweep holds its files back, and they are deleted once nothing can bring it back.
     * Refused if it is another thing's by now. `fromEdge` as of {@link forget}.
     */
    takeOff(media: Media, now: Date, fromEdge: boolean): Write[] {
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
        moveWithProfile(media, now, fromEdge),
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
    ): Write[] => media.map(({ id }) => rows.put({ userId, id, at: now, fromEdge: true, withPost })),
  };
}

export type MediaStore = ReturnType<typeof mediaStore>;
