/**
 * Notices in DynamoDB (DESIGN.md §3), in the Copies table: `pk = notes#<userId>, sk = <id>`, newest last. Beside them,
 * `pk = noted#<userId>`, stand what each is about, `sk = <about>`, and who is in a group, `sk = <about>#<userId>`.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { NoticeId, PostId, UserId } from '../ids.ts';
import { toSeconds } from '../seconds.ts';
import { type About, type Notice, noticeEndsAt, type Told } from './notice.ts';

/** How it stands with what somebody may be told. */
export type Noted = { id: NoticeId | undefined; isMember: boolean };

/** A notice, and what it is about. */
export type NotedNotice = Notice & { about: About };

const listKey = (userId: UserId, id: NoticeId): Key => ({ pk: `notes#${userId}`, sk: id });
const aboutKey = (userId: UserId, about: About): Key => ({ pk: `noted#${userId}`, sk: about });
const memberKey = (userId: UserId, about: About, who: UserId): Key => ({
  pk: `noted#${userId}`,
  sk: `${about}#${who}`,
});
const meantKey = (post: PostId): Key => ({ pk: `meant#${post}`, sk: 'meant' });

export function noticeStore(db: Database) {
  const table = () => db.tableName('Copies');
  const remove = (Key: Key): Write => ({ Delete: { TableName: table(), Key } });
  const put = (Item: Item): Write => ({ Put: { TableName: table(), Item } });

  return {
    /** Which notice is about something, and whether somebody is in its group, as it stands. */
    async noted(userId: UserId, about: About, who: UserId | undefined): Promise<Noted> {
      const keys = [aboutKey(userId, about), ...(who === undefined ? [] : [memberKey(userId, about, who)])];
      const rows = await db.getAll(table(), keys);
      const row = rows.find(({ sk }) => sk === about);
      return { id: row?.id as NoticeId | undefined, isMember: rows.some(({ sk }) => sk !== about) };
    },

    /** One notice, as it stands. */
    async get(userId: UserId, id: NoticeId): Promise<Notice | undefined> {
      const item = await db.get({ TableName: table(), Key: listKey(userId, id) });
      return item && noticeFrom(item);
    },

    /** Somebody's notices, newest first, before one of them. */
    async page(
      userId: UserId,
      { before, limit }: { before: NoticeId | undefined; limit: number },
    ): Promise<Notice[]> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': listKey(userId, 'ntc_').pk },
        ...(before === undefined ? {} : { ExclusiveStartKey: listKey(userId, before) }),
        ScanIndexForward: false,
        Limit: limit,
      });
      return items.map(noticeFrom);
    },

    /** The newest one's id, as it stands. */
    async newest(userId: UserId): Promise<NoticeId | undefined> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': listKey(userId, 'ntc_').pk },
        ScanIndexForward: false,
        Limit: 1,
      });
      return items[0]?.sk as NoticeId | undefined;
    },

    /** All that are behind one, as they stand. */
    async after(userId: UserId, id: NoticeId | undefined): Promise<NotedNotice[]> {
      const items = await db.queryAll({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk > :id',
        ExpressionAttributeValues: { ':pk': listKey(userId, 'ntc_').pk, ':id': id ?? ' ' },
      });
      return items.map(noticeFrom);
    },

    /**
     * Puts a notice where it is to stand now, in the place of how it stood before, or takes it away. Whoever writes these
     * holds them to what was read (`unread-store.ts`).
     * @param member who comes into its group, or goes out of it
     */
    change(
      userId: UserId,
      about: About,
      { before, after }: { before: NoticeId | undefined; after: Notice | undefined },
      member?: { who: UserId; isIn: boolean },
    ): Write[] {
      const moved = before !== undefined && before !== after?.id ? [remove(listKey(userId, before))] : [];
      const out = member && !member.isIn ? [remove(memberKey(userId, about, member.who))] : [];
      if (after === undefined) return [...moved, remove(aboutKey(userId, about)), ...out];
      const { id, ...told } = after;
      const expiresAt = Math.ceil(toSeconds(noticeEndsAt(id)));
      return [
        ...moved,
        put({ ...listKey(userId, id), about, ...told, expiresAt }),
        put({ ...aboutKey(userId, about), id, expiresAt }),
        ...(member?.isIn ? [put({ ...memberKey(userId, about, member.who), expiresAt })] : out),
      ];
    },

    /** Forgets who was in a group that is gone. */
    async forgetMembers(userId: UserId, about: About): Promise<void> {
      const items = await db.queryAll({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :about)',
        ProjectionExpression: 'pk, sk',
        ExpressionAttributeValues: { ':pk': aboutKey(userId, about).pk, ':about': `${about}#` },
      });
      await db.putAll('Copies', { remove: items as Key[] });
    },

    /** Whom a post is about, because it mentions or answers them, once that is known. */
    async meantBy(post: PostId): Promise<UserId[] | undefined> {
      const item = await db.get({ TableName: table(), Key: meantKey(post) });
      return item && (item.people as UserId[]);
    },

    /** Keeps that, so that they are found when the post is gone, whatever it says by then. */
    keepMeant: (post: PostId, people: UserId[], until: Date): Promise<void> =>
      db.put({
        Put: {
          TableName: table(),
          Item: { ...meantKey(post), people, expiresAt: Math.ceil(toSeconds(until)) },
        },
      }),

    forgetMeant: (post: PostId): Promise<void> =>
      db.remove({ Delete: { TableName: table(), Key: meantKey(post) } }),
  };
}

function noticeFrom({ pk: _, sk, expiresAt: __, ...told }: Item): NotedNotice {
  return { ...(told as Told & { about: About }), id: sk as NoticeId };
}
