/** What one can do with a post: like it, repost it, save it. */
import * as v from 'valibot';
import { isMarkedPlace } from '../posts/mark.ts';
import { isPostId } from '../posts/post.ts';
import { cursorText, NO_CURSOR } from './cursor.ts';
import { listOf, POST_ID } from './fields.ts';
import { limit, ownMarks, postCounts, postResponse } from './posts.ts';
import { type Call, type Declaration, route } from './route.ts';

const params = v.object({
  postId: v.pipe(v.string(), v.metadata(POST_ID), v.guard(isPostId, 'There is no such post.')),
});

const listQuery = v.object({
  cursor: v.optional(v.pipe(cursorText, v.check(isMarkedPlace, NO_CURSOR))),
  limit: v.optional(limit, '20'),
});

export const postLikeCall = {
  name: 'post-like',
  method: 'PUT',
  path: '/api/posts/{postId}/like',
  auth: 'user',
  params,
} as const satisfies Call;

export const postUnlikeCall = {
  name: 'post-unlike',
  method: 'DELETE',
  path: '/api/posts/{postId}/like',
  auth: 'user',
  params,
} as const satisfies Call;

export const postRepostCall = {
  name: 'post-repost',
  method: 'PUT',
  path: '/api/posts/{postId}/repost',
  auth: 'user',
  params,
} as const satisfies Call;

export const postUnrepostCall = {
  name: 'post-unrepost',
  method: 'DELETE',
  path: '/api/posts/{postId}/repost',
  auth: 'user',
  params,
} as const satisfies Call;

export const postSaveCall = {
  name: 'post-save',
  method: 'PUT',
  path: '/api/posts/{postId}/save',
  auth: 'user',
  params,
} as const satisfies Call;

export const postUnsaveCall = {
  name: 'post-unsave',
  method: 'DELETE',
  path: '/api/posts/{postId}/save',
  auth: 'user',
  params,
} as const satisfies Call;

export const savedCall = {
  name: 'saved',
  method: 'GET',
  path: '/api/saved',
  auth: 'user',
  query: listQuery,
} as const satisfies Call;

export const likesCall = {
  name: 'likes',
  method: 'GET',
  path: '/api/likes',
  auth: 'user',
  query: listQuery,
} as const satisfies Call;

/** How a post stands then. */
export const marksResponse = v.strictObject({ counts: postCounts, mine: ownMarks });

const ANSWER = { 200: marksResponse } as const;

export const MARKS = {
  'post-like': route(postLikeCall, {
    summary: 'Like a post',
    description: 'What is liked already stays so.',
    stack: 'Blog',
    grants: {
      Posts: ['Query', 'BatchGetItem', 'UpdateItem', 'PutItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: ANSWER,
    problems: ['blocked', 'too_many'],
    // What many read at once, many like at once.
    throttle: { rate: 300, burst: 300 },
  }),
  'post-unlike': route(postUnlikeCall, {
    summary: 'Like a post no more',
    stack: 'Blog',
    grants: {
      Posts: ['Query', 'BatchGetItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: ANSWER,
    problems: ['too_many'],
  }),
  'post-repost': route(postRepostCall, {
    summary: 'Repost a post, also one of your own',
    description: 'It stands among your posts and in the timelines of your followers, once, as yours.',
    stack: 'Blog',
    grants: {
      Posts: ['Query', 'BatchGetItem', 'UpdateItem', 'PutItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: ANSWER,
    problems: ['blocked', 'too_many'],
  }),
  'post-unrepost': route(postUnrepostCall, {
    summary: 'Undo a repost',
    stack: 'Blog',
    grants: {
      Posts: ['Query', 'BatchGetItem', 'GetItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: ANSWER,
    problems: ['too_many'],
  }),
  'post-save': route(postSaveCall, {
    summary: 'Save a post, which nobody else sees',
    stack: 'Blog',
    grants: {
      Posts: ['Query', 'BatchGetItem', 'UpdateItem', 'PutItem', 'ConditionCheckItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: ANSWER,
    problems: ['blocked', 'too_many'],
  }),
  'post-unsave': route(postUnsaveCall, {
    summary: 'Take a post out of what you have saved',
    stack: 'Blog',
    grants: {
      Posts: ['Query', 'BatchGetItem', 'GetItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: ANSWER,
    problems: ['too_many'],
  }),
  saved: route(savedCall, {
    summary: 'Read what you have saved, the latest first',
    stack: 'Blog',
    grants: { Users: ['BatchGetItem'], Posts: ['Query', 'BatchGetItem'] },
    answers: { 200: listOf(postResponse) },
  }),
  likes: route(likesCall, {
    summary: 'Read what you like, the latest first',
    description:
      'Nobody else can read it. A page may be short, or empty, and not the last: what was deleted or hidden since is left out.',
    stack: 'Blog',
    grants: { Users: ['BatchGetItem'], Posts: ['Query', 'BatchGetItem'] },
    answers: { 200: listOf(postResponse) },
  }),
} as const satisfies Record<string, Call & Declaration>;
