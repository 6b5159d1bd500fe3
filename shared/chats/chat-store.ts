/**
 * Conversations of two in DynamoDB (DESIGN.md §3), in the Posts table. The words stand once, under a key that is made of
 * both: `pk = chat#<low>#<high>, sk = message#<id>`. Each side has a row of its own for the conversation, `pk = userId,
 * sk = inbox#<other>`, and one by which its conversations are listed, `sk = inboxat#<id of the last message>`. A message
 * writes these four and nothing that another conversation of the recipient's needs too: whoever writes to the same
 * person at the same moment comes in nobody's way.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { MessageId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import type { Inbox, Message } from './message.ts';

const MESSAGE = 'message#';
const INBOX = 'inbox#';
const LIST = 'inboxat#';

/** So many messages are looked through at most to count those that are unread. */
const MOST_COUNTED = 200;

export type MessagePage = { messages: Message[]; next: MessageId | null };

/** A conversation in somebody's list. */
export type Listed = { other: UserId; lastId: MessageId };

export const inboxKey = (userId: UserId, other: UserId): Key => ({ pk: userId, sk: INBOX + other });

export const messageKey = (one: UserId, other: UserId, id: MessageId): Key => ({
  pk: chatOf(one, other),
  sk: MESSAGE + id,
});

/** What both sides find their words under. */
const chatOf = (one: UserId, other: UserId): string => `chat#${[one, other].sort().join('#')}`;

const listKey = (userId: UserId, lastId: MessageId): Key => ({ pk: userId, sk: LIST + lastId });

export function chatStore(db: Database) {
  const table = () => db.tableName('Posts');

  return {
    /** What somebody has of the conversation, if there is one. */
    async inbox(userId: UserId, other: UserId): Promise<Inbox | undefined> {
      const item = await db.get({ TableName: table(), Key: inboxKey(userId, other) });
      return item && inboxFrom(item);
    },

    async message(one: UserId, other: UserId, id: MessageId): Promise<Message | undefined> {
      const item = await db.get({ TableName: table(), Key: messageKey(one, other, id) });
      return item && messageFrom(item);
    },

    /** The messages of two that are older than `before`, newest first, as they stand. */
    async messages(
      one: UserId,
      other: UserId,
      { before, limit }: { before?: MessageId | undefined; limit: number },
    ): Promise<MessagePage> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :message)',
        ExpressionAttributeValues: { ':pk': chatOf(one, other), ':message': MESSAGE },
        ...(before === undefined ? {} : { ExclusiveStartKey: messageKey(one, other, before) }),
        ScanIndexForward: false,
        // One more than asked for tells whether there is a next page.
        Limit: limit + 1,
      });
      const messages = items.slice(0, limit).map(messageFrom);
      return { messages, next: items.length > limit ? (messages.at(-1)?.id ?? null) : null };
    },

    /** Somebody's conversations whose last message is older than `before`, newest first. */
    async list(
      userId: UserId,
      { before, limit }: { before?: MessageId | undefined; limit: number },
    ): Promise<{ listed: Listed[]; next: MessageId | null }> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :list)',
        ExpressionAttributeValues: { ':pk': userId, ':list': LIST },
        ...(before === undefined ? {} : { ExclusiveStartKey: listKey(userId, before) }),
        ScanIndexForward: false,
        Limit: limit + 1,
      });
      const listed = items
        .slice(0, limit)
        .map(({ sk, other }): Listed => ({ other: other as UserId, lastId: idIn(sk, LIST) }));
      return { listed, next: items.length > limit ? (listed.at(-1)?.lastId ?? null) : null };
    },

    /** How many of the other's messages are newer than one, up to another; of many no more than are looked through. */
    unreadBetween: ({ userId, other, lastId }: Inbox, readTo: MessageId): Promise<number> =>
      db.count({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :last',
        // What is read itself is no part of it: `~` sorts behind every character of an id.
        ExpressionAttributeValues: {
          ':pk': chatOf(userId, other),
          ':after': `${MESSAGE}${readTo}~`,
          ':last': MESSAGE + lastId,
          ':other': other,
        },
        FilterExpression: '#from = :other AND attribute_exists(body)',
        ExpressionAttributeNames: { '#from': 'from' },
        Limit: MOST_COUNTED,
      }),

    /** A message and what moves with it. Refused unless `seen` is still the last one of the conversation. */
    send(message: Message, from: Named, to: Named, seen: MessageId | undefined): Write[] {
      const { createdAt, ...fields } = message;
      const inbox = (of: Named, other: Named, update: string, values: Item = {}): Write => ({
        Update: {
          TableName: table(),
          Key: inboxKey(of.userId, other.userId),
          UpdateExpression: update,
          ConditionExpression: seen === undefined ? 'attribute_not_exists(pk)' : 'lastId = :seen',
          ExpressionAttributeValues: {
            ...values,
            ':id': message.id,
            ':username': other.username,
            ':displayName': other.displayName,
            ...(seen === undefined ? {} : { ':seen': seen }),
          },
        },
      });
      const names = 'SET lastId = :id, username = :username, displayName = :displayName';
      return [
        {
          Put: {
            TableName: table(),
            Item: {
              ...messageKey(from.userId, to.userId, message.id),
              ...fields,
              createdAt: toSeconds(createdAt),
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        inbox(from, to, `${names}, unread = if_not_exists(unread, :none)`, { ':none': 0 }),
        inbox(to, from, `${names} ADD unread :one`, { ':one': 1 }),
        ...[
          [from, to],
          [to, from],
        ].flatMap(([of, other]) => moveInList(of as Named, other as Named)),
      ];

      function moveInList({ userId }: Named, other: Named): Write[] {
        return [
          ...(seen === undefined ? [] : [{ Delete: { TableName: table(), Key: listKey(userId, seen) } }]),
          { Put: { TableName: table(), Item: { ...listKey(userId, message.id), other: other.userId } } },
        ];
      }
    },

    /** Somebody has read up to a message. Refused if they have already, or if their inbox is no longer as it was seen. */
    read: ({ userId, other, lastId, unread: seen }: Inbox, readTo: MessageId, unread: number): Write => ({
      Update: {
        TableName: table(),
        Key: inboxKey(userId, other),
        UpdateExpression: 'SET readTo = :readTo, unread = :unread',
        ConditionExpression:
          'lastId = :lastId AND unread = :seen AND (attribute_not_exists(readTo) OR readTo < :readTo)',
        ExpressionAttributeValues: {
          ':readTo': readTo,
          ':unread': unread,
          ':lastId': lastId,
          ':seen': seen,
        },
      },
    }),

    /**
     * Takes the words of a message away, for both. Refused if they are gone already, or if the recipient has read on since
     * `theirs` was looked at, which knows whether it counts as unread.
     */
    delete({ id, from, to }: Message, theirs: Inbox | undefined, now: Date): Write[] {
      const counts = theirs !== undefined && theirs.unread > 0 && (theirs.readTo ?? '') < id;
      return [
        {
          Update: {
            TableName: table(),
            Key: messageKey(from, to, id),
            UpdateExpression: 'SET deletedAt = :now REMOVE body',
            ConditionExpression: '#from = :from AND attribute_exists(body)',
            ExpressionAttributeNames: { '#from': 'from' },
            ExpressionAttributeValues: { ':now': toSeconds(now), ':from': from },
          },
        },
        ...(counts ? [oneUnreadLess(theirs)] : []),
      ];

      function oneUnreadLess({ readTo }: Inbox): Write {
        return {
          Update: {
            TableName: table(),
            Key: inboxKey(to, from),
            UpdateExpression: 'ADD unread :less',
            ConditionExpression: `unread > :none AND ${readTo === undefined ? 'attribute_not_exists(readTo)' : 'readTo = :readTo'}`,
            ExpressionAttributeValues: {
              ':less': -1,
              ':none': 0,
              ...(readTo === undefined ? {} : { ':readTo': readTo }),
            },
          },
        };
      }
    },
  };
}

const idIn = (sk: unknown, prefix: string): MessageId => String(sk).slice(prefix.length) as MessageId;

/** With whom the conversation is, if a row's key is that of an inbox. */
export const inboxOtherIn = ({ sk }: Key): UserId | undefined =>
  sk.startsWith(INBOX) ? (sk.slice(INBOX.length) as UserId) : undefined;

/** What somebody has of a conversation, as a row holds it. */
export function inboxFrom({ pk, sk, ...inbox }: Item): Inbox {
  return { ...inbox, userId: pk, other: String(sk).slice(INBOX.length) } as Inbox;
}

/** The message that a row holds. */
export function messageFrom({ pk: _, sk: __, createdAt, deletedAt, ...message }: Item): Message {
  return {
    ...message,
    createdAt: fromSeconds(createdAt as number),
    ...(deletedAt === undefined ? {} : { deletedAt: fromSeconds(deletedAt as number) }),
  } as Message;
}

export const isInboxRow = ({ sk }: Item): boolean => String(sk).startsWith(INBOX);
