/** What two people write to each other. */
import * as v from 'valibot';
import { isMessageId } from '../chats/message.ts';
import { messageBodySchema } from '../chats/message-body.ts';
import { usernameSchema } from '../users/username.ts';
import { cursorText, NO_CURSOR } from './cursor.ts';
import { count, listOf, MESSAGE_ID, messageId, nothing, timestamp } from './fields.ts';
import { personResponse } from './posts.ts';
import { type Call, type Declaration, route } from './route.ts';

const cursor = v.pipe(cursorText, v.guard(isMessageId, NO_CURSOR));

const page = v.object({ cursor: v.optional(cursor) });
const withSomebody = v.object({ username: usernameSchema });

export const chatsCall = {
  name: 'chats',
  method: 'GET',
  path: '/api/chats',
  auth: 'user',
  unnoted: true,
  query: page,
} as const satisfies Call;

export const chatCall = {
  name: 'chat',
  method: 'GET',
  path: '/api/chats/{username}',
  auth: 'user',
  unnoted: true,
  params: withSomebody,
  query: page,
} as const satisfies Call;

export const messageCreateCall = {
  name: 'message-create',
  method: 'POST',
  path: '/api/chats/{username}',
  auth: 'user',
  params: withSomebody,
  body: v.object({ body: messageBodySchema }),
} as const satisfies Call;

export const chatReadCall = {
  name: 'chat-read',
  method: 'PUT',
  path: '/api/chats/{username}/read',
  auth: 'user',
  unnoted: true,
  params: withSomebody,
  body: v.object({ to: v.pipe(v.string(), v.metadata(MESSAGE_ID), v.guard(isMessageId)) }),
} as const satisfies Call;

export const messageDeleteCall = {
  name: 'message-delete',
  method: 'DELETE',
  path: '/api/chats/{username}/messages/{messageId}',
  auth: 'user',
  params: v.object({
    username: usernameSchema,
    messageId: v.pipe(
      v.string(),
      v.metadata(MESSAGE_ID),
      v.guard(isMessageId, 'You have written no such message.'),
    ),
  }),
} as const satisfies Call;

export const messageResponse = v.pipe(
  v.strictObject({
    id: messageId,
    mine: v.pipe(v.boolean(), v.description('Whether the reader wrote it.')),
    body: v.optional(v.pipe(v.string(), v.description('Absent where its author has deleted it.'))),
    createdAt: timestamp,
    deletedAt: v.optional(timestamp),
  }),
  v.title('Message'),
);

export const chatResponse = v.pipe(
  v.strictObject({
    with: personResponse,
    last: messageResponse,
    unread: v.pipe(count, v.description('How many of the other’s messages the reader has not read.')),
  }),
  v.title('Chat'),
);

export const CHATS = {
  chats: route(chatsCall, {
    summary: 'List your conversations, newest first',
    description: 'A page asks for it again and again; it is no activity of the session.',
    stack: 'Messages',
    grants: { Users: ['BatchGetItem'], Posts: ['Query', 'BatchGetItem'] },
    answers: { 200: listOf(chatResponse) },
  }),
  chat: route(chatCall, {
    summary: 'Read a conversation, newest first',
    description:
      'Reading it marks nothing as read: `chat-read` does. A page asks for it again and again; it is no activity of the session. With somebody to whom nobody has written yet it is empty.',
    stack: 'Messages',
    grants: { Users: ['GetItem', 'BatchGetItem'], Posts: ['Query', 'BatchGetItem'] },
    answers: {
      200: listOf(messageResponse, {
        with: personResponse,
        unread: count,
        blocked: v.pipe(v.boolean(), v.description('Whether one of the two has blocked the other.')),
      }),
    },
  }),
  'message-create': route(messageCreateCall, {
    summary: 'Write to somebody',
    description:
      'A repeat with the same `Idempotency-Key` and the same text is answered with the first message. Nobody writes to themselves.',
    stack: 'Messages',
    grants: {
      Users: ['GetItem'],
      Posts: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    idempotent: true,
    answers: { 201: messageResponse },
    problems: ['blocked', 'conflict', 'too_many'],
  }),
  'chat-read': route(chatReadCall, {
    summary: 'Note up to which message you have read',
    description: 'Never takes back what is read already. A page does it by itself; it is no activity.',
    stack: 'Messages',
    grants: {
      Users: ['GetItem'],
      Posts: ['GetItem', 'Query', 'UpdateItem'],
      Sessions: ['ConditionCheckItem'],
    },
    answers: { 204: nothing },
    problems: ['conflict'],
  }),
  'message-delete': route(messageDeleteCall, {
    summary: 'Delete a message of yours, for both of you',
    description: 'Its place stays, and says that it was deleted.',
    stack: 'Messages',
    grants: {
      Users: ['GetItem'],
      Posts: ['GetItem', 'UpdateItem'],
      Sessions: ['ConditionCheckItem'],
    },
    answers: { 204: nothing },
    problems: ['conflict'],
  }),
} as const satisfies Record<string, Call & Declaration>;
