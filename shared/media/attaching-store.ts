/** Pictures that something is to show (DESIGN.md §3): what there is of them, and how they become a post's or a profile's. */
import { ACTIVITY_SECONDS } from '../activity/activity.ts';
import type { Database, Item, Write } from '../database.ts';
import type { MediaId, PostId, UserId } from '../ids.ts';
import { fromSeconds, secondsAfter, toSeconds } from '../seconds.ts';
import { type Media, type MediaUse, UNATTACHED_SECONDS } from './media.ts';
import { dueKey, mediaKey } from './media-rows-store.ts';

/** Until when it waits for what is to show it; a former avatar for as long as "It wasn't me" can bring it back. */
export const unattachedUntil = ({ createdAt, detachedAt }: Pick<Media, 'createdAt' | 'detachedAt'>): Date =>
  detachedAt === undefined
    ? secondsAfter(createdAt, UNATTACHED_SECONDS)
    : secondsAfter(detachedAt, ACTIVITY_SECONDS);

export function attachingStore(db: Database) {
  const table = () => db.tableName('Posts');

  return {
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
     * else, or is being swept away.
     */
    attach(media: Media, to: PostId | UserId, use: MediaUse = 'post'): Write[] {
      const { userId, id, detachedAt } = media;
      const was = detachedAt === undefined ? 'attribute_not_exists(detachedAt)' : 'detachedAt = :was';
      return [
        {
          Update: {
            TableName: table(),
            Key: mediaKey(userId, id),
            UpdateExpression: 'SET attachedTo = :to REMOVE detachedAt',
            ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(attachedTo) AND attribute_not_exists(goneAt) AND #use = :use AND ${was}`,
            ExpressionAttributeNames: { '#use': 'use' },
            ExpressionAttributeValues: {
              ...{ ':to': to, ':use': use },
              ...(detachedAt === undefined ? {} : { ':was': toSeconds(detachedAt) }),
            },
          },
        },
        { Delete: { TableName: table(), Key: dueKey({ userId, id, at: unattachedUntil(media) }) } },
      ];
    },
  };
}

export type AttachingStore = ReturnType<typeof attachingStore>;

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
