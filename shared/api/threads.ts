/** Threads, and what posts said before. */
import * as v from 'valibot';
import { postBodySchema } from '../posts/body.ts';
import { isPostId } from '../posts/post.ts';
import { listOf, nothing, POST_ID, postId, timestamp } from './fields.ts';
import { cursor, namedPost, postLanguage, postResponse, shownBody, textEntities } from './posts.ts';
import { type Call, type Declaration, route } from './route.ts';

const SEEN = {
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$',
  examples: ['2026-11-28T11:41:06.000Z'],
  description:
    'When the text that is edited was last changed, as `editedAt` says it; left out where it never was. Refused if somebody has changed it since.',
};

export const threadCall = {
  name: 'thread',
  method: 'GET',
  path: '/api/posts/{postId}/thread',
  auth: 'reader',
  params: namedPost,
  query: v.object({
    cursor: v.optional(cursor),
  }),
} as const satisfies Call;

export const replyRemoveCall = {
  name: 'reply-remove',
  method: 'DELETE',
  path: '/api/posts/{postId}/replies/{replyId}',
  auth: 'user',
  params: v.object({
    postId: v.pipe(v.string(), v.metadata(POST_ID), v.guard(isPostId, 'There is no such post.')),
    replyId: v.pipe(v.string(), v.metadata(POST_ID), v.guard(isPostId, 'There is no such reply.')),
  }),
} as const satisfies Call;

export const postEditCall = {
  name: 'post-edit',
  method: 'PATCH',
  path: '/api/posts/{postId}',
  auth: 'user',
  params: namedPost,
  body: v.object({
    body: postBodySchema,
    language: v.optional(postLanguage),
    editedAt: v.optional(
      v.pipe(
        v.string(),
        v.metadata(SEEN),
        v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'This is no time of a post.'),
      ),
    ),
  }),
} as const satisfies Call;

export const postHistoryCall = {
  name: 'post-history',
  method: 'GET',
  path: '/api/posts/{postId}/history',
  auth: 'reader',
  params: namedPost,
} as const satisfies Call;

/** What is left of a post. */
export const placeResponse = v.pipe(
  v.strictObject({
    id: postId,
    gone: v.pipe(
      v.picklist(['deleted', 'hidden', 'unseen']),
      v.description(
        'Why there is no post: its author has deleted it, it is hidden for now, or its author and the reader do not see each other.',
      ),
    ),
    replyTo: v.optional(v.strictObject({ id: postId })),
  }),
  v.title('Place'),
);

const postOrPlace = v.union([postResponse, placeResponse]);

export const threadResponse = v.pipe(
  listOf(postOrPlace, {
    above: v.pipe(
      v.array(postOrPlace),
      v.description(
        'What the post answers, the topmost first: at most the nearest eight, on the first page.',
      ),
    ),
    post: postOrPlace,
    mayReply: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Whether whoever began the thread lets the reader reply, if they are signed in.'),
      ),
    ),
  }),
  v.title('Thread'),
);

export const versionResponse = v.pipe(
  v.strictObject({
    body: shownBody,
    entities: textEntities,
    language: v.optional(postLanguage),
    at: v.pipe(timestamp, v.description('Since when it stood.')),
  }),
  v.title('Version'),
);

export const THREADS = {
  thread: route(threadCall, {
    summary: 'Read the thread around a post',
    description:
      'The post, what it answers, and what answers it: a page of that at a time, the oldest first, and behind each what answers it in turn. A page may be shorter, or empty, and still have a next one.',
    stack: 'Blog',
    grants: { Users: ['BatchGetItem'], Posts: ['Query', 'GetItem', 'BatchGetItem'] },
    answers: { 200: threadResponse },
  }),
  'reply-remove': route(replyRemoveCall, {
    summary: 'Take a reply out of a thread that you began',
    description: 'It stays on its author’s page, and begins a thread of its own there.',
    stack: 'Blog',
    grants: {
      Posts: ['Query', 'GetItem', 'UpdateItem'],
      Sessions: ['PutItem', 'ConditionCheckItem'],
    },
    answers: { 204: nothing },
  }),
  'post-edit': route(postEditCall, {
    summary: 'Edit one of your posts',
    description:
      'Within 24 hours, at most 50 times. What it said before can be read. The same text is no edit.',
    stack: 'Blog',
    grants: {
      Users: ['BatchGetItem'],
      Posts: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'],
      Sessions: ['PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: { 200: postResponse },
    problems: ['conflict', 'too_many', 'not_editable'],
  }),
  'post-history': route(postHistoryCall, {
    summary: 'Read what a post said before',
    description: 'All versions, the one that stands first.',
    stack: 'Blog',
    grants: { Posts: ['Query', 'GetItem'] },
    answers: { 200: v.strictObject({ items: v.array(versionResponse) }) },
  }),
} as const satisfies Record<string, Call & Declaration>;
