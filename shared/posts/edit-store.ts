/**
 * What posts said before they were edited (DESIGN.md §3): `pk = userId, sk = edit#<postId>#<n>` in the Posts table, the
 * first version as 0. The row is made by the session that has edited.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import type { Provenance } from '../sessions/provenance.ts';
import type { Post } from './post.ts';
import { postKey } from './post-store.ts';

/** What can be edited of a post. */
export type PostText = Pick<Post, 'body' | 'language'>;

/** A version of a post, and since when it stood. */
export type PostVersion = PostText & { at: Date };

/** A version that another one has taken the place of. */
export type OldVersion = PostVersion & { n: number };

const EDIT = 'edit#';

const prefixOf = (id: PostId): string => `${EDIT}${id}#`;

/** The post of which a row holds an old version, if its key is that of one. */
export const editedIn = ({ sk }: Key): PostId | undefined =>
  sk.startsWith(EDIT) ? (sk.split('#')[1] as PostId) : undefined;

const keyOf = (userId: UserId, id: PostId, n: number): Key => ({
  pk: userId,
  sk: `${prefixOf(id)}${String(n).padStart(3, '0')}`,
});

export function editStore(db: Database) {
  const table = () => db.tableName('Posts');

  const remove = (userId: UserId, id: PostId, n: number): Write => ({
    Delete: {
      TableName: table(),
      Key: keyOf(userId, id, n),
      ConditionExpression: 'attribute_exists(pk)',
    },
  });

  /** Gives the post another text; refused if it is another one than was read. */
  function write(
    { userId, id, edits = 0, editedAt }: Post,
    to: PostText & Pick<Post, 'edits' | 'editedAt'>,
  ): Write {
    const set = { body: to.body, language: to.language, edits: to.edits };
    const values = { ...set, editedAt: to.editedAt && toSeconds(to.editedAt) };
    const kept = Object.entries(values).filter(([, value]) => value !== undefined);
    const dropped = Object.keys(values).filter((name) => !kept.some(([other]) => other === name));
    return {
      Update: {
        TableName: table(),
        Key: postKey(userId, id),
        UpdateExpression: [
          `SET ${kept.map(([name]) => `#${name} = :${name}`).join(', ')}`,
          ...(dropped.length === 0 ? [] : [`REMOVE ${dropped.map((name) => `#${name}`).join(', ')}`]),
        ].join(' '),
        ConditionExpression: [
          'attribute_exists(pk) AND attribute_not_exists(gone)',
          edits === 0 && editedAt === undefined
            ? 'attribute_not_exists(#editedAt)'
            : '#editedAt = :editedBefore',
        ].join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(Object.keys(values).map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(kept.map(([name, value]) => [`:${name}`, value])),
          ...(editedAt === undefined ? {} : { ':editedBefore': toSeconds(editedAt) }),
        },
      },
    };
  }

  return {
    /** The versions before the one that stands, the newest first. */
    async of({ userId, id }: Pick<Post, 'userId' | 'id'>): Promise<OldVersion[]> {
      const items = await db.queryAll({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :edits)',
        ExpressionAttributeValues: { ':pk': userId, ':edits': prefixOf(id) },
        ScanIndexForward: false,
      });
      return items.map(versionFrom);
    },

    /** Keeps the text that stands and puts another one in its place; refused if it is not that one any more. */
    edit: (post: Post, text: PostText, provenance: Provenance, now: Date): Write[] => [
      {
        Put: {
          TableName: table(),
          Item: {
            ...keyOf(post.userId, post.id, post.edits ?? 0),
            body: post.body,
            ...(post.language === undefined ? {} : { language: post.language }),
            at: toSeconds(post.editedAt ?? post.createdAt),
            ...provenance,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      write(post, { ...text, edits: (post.edits ?? 0) + 1, editedAt: now }),
    ],

    /** Puts an old version in the place of what stands, as if nothing had followed it. */
    restore: (post: Post, { n, body, language, at }: OldVersion): Write[] => [
      remove(post.userId, post.id, n),
      write(post, {
        body,
        ...(language === undefined ? {} : { language }),
        ...(n === 0 ? {} : { edits: n, editedAt: at }),
      }),
    ],

    /** Drops one version. */
    drop: ({ userId, id }: Post, { n }: OldVersion): Write => remove(userId, id, n),

    /** Drops all of them. */
    async forget(post: Post): Promise<Write[]> {
      return (await this.of(post)).map(({ n }) => remove(post.userId, post.id, n));
    },
  };
}

function versionFrom({ sk, body, language, at }: Item): OldVersion {
  return {
    n: Number(String(sk).split('#')[2]),
    body,
    ...(language === undefined ? {} : { language }),
    at: fromSeconds(at as number),
  } as OldVersion;
}
