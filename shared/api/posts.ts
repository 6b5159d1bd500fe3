/** Posts and their authors. */
import * as v from 'valibot';
import type { PostId } from '../ids.ts';
import { LANGUAGES } from '../languages.ts';
import { postBodySchema } from '../posts/body.ts';
import { isPostId } from '../posts/post.ts';
import { usernameSchema } from '../users/username.ts';
import { htmlDocument, listOf, nothing, POST_ID, postId, timestamp, username } from './fields.ts';
import { attachedMedia, postMedia } from './media.ts';
import { type Call, type Declaration, route } from './route.ts';

const FEED = { description: 'Everybody’s posts, which is what there is without it, too.' };
const LIMIT = {
  type: 'integer',
  minimum: 1,
  maximum: 100,
  description: 'How many posts at most.',
  examples: [20],
};
const CURSOR = { description: 'Goes on after an earlier page: its `next`.' };

const cursor = v.pipe(
  v.string(),
  v.metadata(CURSOR),
  v.check((text) => isPostId(fromCursor(text)), 'This is not a cursor: take it from next.'),
  v.transform((text) => fromCursor(text) as PostId),
);

const limit = v.pipe(
  v.string(),
  v.metadata(LIMIT),
  v.regex(/^\d{1,3}$/, 'The limit is a number from 1 to 100.'),
  v.transform(Number),
  v.minValue(1, 'The limit is a number from 1 to 100.'),
  v.maxValue(100, 'The limit is a number from 1 to 100.'),
);

export const toCursor = (id: PostId): string => Buffer.from(id).toString('base64url');
const fromCursor = (text: string): string => Buffer.from(text, 'base64url').toString('latin1');

export const postsCall = {
  name: 'posts',
  method: 'GET',
  path: '/api/posts',
  auth: 'open',
  query: v.object({
    feed: v.optional(v.pipe(v.literal('all', 'The feed is all.'), v.metadata(FEED))),
    author: v.optional(usernameSchema),
    cursor: v.optional(cursor),
    limit: v.optional(limit, '20'),
  }),
} as const satisfies Call;

export const postCall = {
  name: 'post',
  method: 'GET',
  path: '/api/posts/{postId}',
  auth: 'open',
  params: v.object({
    postId: v.pipe(v.string(), v.metadata(POST_ID), v.guard(isPostId, 'There is no such post.')),
  }),
} as const satisfies Call;

export const postCreateCall = {
  name: 'post-create',
  method: 'POST',
  path: '/api/posts',
  auth: 'user',
  body: v.object({ body: postBodySchema, media: v.optional(attachedMedia) }),
} as const satisfies Call;

export const postDeleteCall = {
  name: 'post-delete',
  method: 'DELETE',
  path: '/api/posts/{postId}',
  auth: 'user',
  params: v.object({
    postId: v.pipe(v.string(), v.metadata(POST_ID), v.guard(isPostId, 'You have no such post.')),
  }),
} as const satisfies Call;

export const userCall = {
  name: 'user',
  method: 'GET',
  path: '/api/users/{username}',
  auth: 'open',
  params: v.object({ username: usernameSchema }),
} as const satisfies Call;

export const pageCall = {
  name: 'page',
  method: 'GET',
  path: '/api/pages/{language}/{document}',
  auth: 'open',
  params: v.object({
    language: v.pipe(
      v.picklist(LANGUAGES, 'Nod does not speak this language.'),
      v.description('The language of the page.'),
    ),
    document: v.string(),
  }),
} as const satisfies Call;

export const postResponse = v.pipe(
  v.strictObject({
    id: postId,
    author: v.strictObject({ username, displayName: v.string() }),
    body: v.string(),
    createdAt: timestamp,
    media: v.array(postMedia),
  }),
  v.title('Post'),
);

export const profileResponse = v.pipe(
  v.strictObject({ username, displayName: v.string(), createdAt: timestamp }),
  v.title('Profile'),
);

export const POSTS = {
  posts: route(postsCall, {
    summary: 'Read posts, newest first',
    stack: 'Blog',
    grants: { Users: ['GetItem'], Posts: ['Query'] },
    answers: { 200: listOf(postResponse) },
    problems: ['not_found'],
  }),
  post: route(postCall, {
    summary: 'Read one post',
    stack: 'Blog',
    grants: { Posts: ['Query'] },
    answers: { 200: postResponse },
  }),
  'post-create': route(postCreateCall, {
    summary: 'Write a post',
    description:
      'A repeat with the same `Idempotency-Key`, text and pictures is answered with the first post.',
    stack: 'Blog',
    grants: {
      Posts: ['GetItem', 'PutItem', 'BatchGetItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    idempotent: true,
    answers: { 201: postResponse },
    problems: ['conflict', 'too_many', 'not_found', 'image_taken'],
  }),
  'post-delete': route(postDeleteCall, {
    summary: 'Delete one of your posts',
    stack: 'Blog',
    grants: { Posts: ['GetItem', 'DeleteItem', 'PutItem'] },
    answers: { 204: nothing },
  }),
  user: route(userCall, {
    summary: 'Read an author’s profile',
    stack: 'People',
    grants: { Users: ['GetItem'] },
    answers: { 200: profileResponse },
    problems: ['not_found'],
  }),
  page: route(pageCall, {
    summary: 'Read a public page with its first posts',
    description:
      'What CloudFront answers the site’s own addresses with. It is the same for everybody who reads its language in its theme, and tells nobody by a cookie. Where there is no such user or post the answer is a page that says so, with 404.',
    stack: 'Pages',
    grants: { Users: ['GetItem'], Posts: ['Query'] },
    names: { document: 'The file of the site that stands in for the page, such as `profile.html`.' },
    texts: {
      path: 'The path of the page, such as `/@susan`.',
      visitor:
        'Whom it is drawn for, as the cookie `visitor` says: a theme and what a browser remembers, such as `dark.person`.',
    },
    answers: { 200: htmlDocument, 404: htmlDocument },
    // Somebody waits for its first byte.
    memory: 512,
  }),
} as const satisfies Record<string, Call & Declaration>;
