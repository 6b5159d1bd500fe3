/** Posts and their authors. */
import * as v from 'valibot';
import { LANGUAGES } from '../languages.ts';
import { aboutSchema, linkSchema, MOST_LINKS } from '../people/profile-edit.ts';
import { AUTHORS_POSTS } from '../posts/authors-posts.ts';
import { postBodySchema } from '../posts/body.ts';
import { isPostId } from '../posts/post.ts';
import { POST_LANGUAGES } from '../posts/post-language.ts';
import { WHO_MAY_REPLY } from '../posts/who-may-reply.ts';
import { displayNameSchema, usernameSchema } from '../users/username.ts';
import { cursorText, NO_CURSOR } from './cursor.ts';
import { htmlDocument, listOf, nothing, POST_ID, postId, timestamp, username } from './fields.ts';
import { attachedMedia, mediaId, postMedia } from './media.ts';
import { type Call, type Declaration, route } from './route.ts';

const FEED = { description: 'Everybody’s posts, which is what there is without it, too.' };
const KIND = {
  description:
    'Of an author’s posts only those that answer nothing, reposts included, or only their replies. Then a page may be short, or empty, and not the last.',
};
const LIMIT = {
  type: 'integer',
  minimum: 1,
  maximum: 100,
  description: 'How many posts at most.',
  examples: [20],
};
const POST_LANGUAGE = {
  description: 'What it is written in, as ISO 639 names it (the first subtag of BCP 47).',
  examples: ['en'],
};
const CHANGES = {
  anyOf: ['displayName', 'about', 'links', 'pinned', 'avatar', 'showsLastSeen'].map((name) => ({
    required: [name],
  })),
};
const SHOWS_LAST_SEEN = {
  description: 'Whether it is shown on which day they were last here.',
  examples: [true],
};
const REPLY_TO = { ...POST_ID, description: 'The post that it answers, by its id.' };
const WHO_MAY = {
  description:
    'Who may reply in its thread: everybody, which is what there is without it, whom its author follows, whom it mentions, or nobody. Of a reply it is what the thread’s first post says, whatever is sent.',
};

const AFTER = { ...POST_ID, description: 'Only posts that are newer than the one of this id.' };

export const cursor = v.pipe(cursorText, v.guard(isPostId, NO_CURSOR));

export const limit = v.pipe(
  v.string(),
  v.metadata(LIMIT),
  v.regex(/^\d{1,3}$/, 'The limit is a number from 1 to 100.'),
  v.transform(Number),
  v.minValue(1, 'The limit is a number from 1 to 100.'),
  v.maxValue(100, 'The limit is a number from 1 to 100.'),
);

export const postLanguage = v.pipe(
  v.picklist(POST_LANGUAGES, 'This is no language that a post can be in.'),
  v.metadata(POST_LANGUAGE),
);

export const namedPost = v.object({
  postId: v.pipe(v.string(), v.metadata(POST_ID), v.guard(isPostId, 'There is no such post.')),
});

const whoMayReply = v.pipe(v.picklist(WHO_MAY_REPLY, 'There is no such choice.'), v.metadata(WHO_MAY));

export const postsCall = {
  name: 'posts',
  method: 'GET',
  path: '/api/posts',
  auth: 'reader',
  query: v.object({
    feed: v.optional(v.pipe(v.literal('all', 'The feed is all.'), v.metadata(FEED))),
    author: v.optional(usernameSchema),
    kind: v.optional(v.pipe(v.picklist(AUTHORS_POSTS, 'There is no such kind.'), v.metadata(KIND))),
    cursor: v.optional(cursor),
    after: v.optional(
      v.pipe(v.string(), v.metadata(AFTER), v.guard(isPostId, 'This is not the id of a post.')),
    ),
    limit: v.optional(limit, '20'),
  }),
} as const satisfies Call;

export const postCall = {
  name: 'post',
  method: 'GET',
  path: '/api/posts/{postId}',
  auth: 'reader',
  params: namedPost,
} as const satisfies Call;

export const postCreateCall = {
  name: 'post-create',
  method: 'POST',
  path: '/api/posts',
  auth: 'user',
  body: v.object({
    body: postBodySchema,
    language: v.optional(postLanguage),
    replyTo: v.optional(v.pipe(v.string(), v.metadata(REPLY_TO), v.guard(isPostId, 'This is no post’s id.'))),
    whoMayReply: v.optional(whoMayReply),
    media: v.optional(attachedMedia),
  }),
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
  auth: 'reader',
  params: v.object({ username: usernameSchema }),
} as const satisfies Call;

export const profileEditCall = {
  name: 'profile-edit',
  method: 'PATCH',
  path: '/api/profile',
  auth: 'user',
  body: v.pipe(
    v.object({
      displayName: v.optional(displayNameSchema),
      about: v.optional(aboutSchema),
      links: v.optional(
        v.pipe(
          v.array(linkSchema, 'The links are a list.'),
          v.maxLength(MOST_LINKS, 'There may be four links.'),
        ),
      ),
      pinned: v.optional(
        v.nullable(v.pipe(v.string(), v.metadata(POST_ID), v.guard(isPostId, 'You have no such post.'))),
      ),
      avatar: v.optional(v.nullable(mediaId)),
      showsLastSeen: v.optional(v.pipe(v.boolean('Say yes or no.'), v.metadata(SHOWS_LAST_SEEN))),
    }),
    v.metadata(CHANGES),
    v.check((changes) => Object.keys(changes).length > 0, 'Name what is to change.'),
  ),
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

/** Somebody beside what they do. */
export const personResponse = v.pipe(
  v.strictObject({
    username,
    displayName: v.string(),
    avatar: v.optional(v.pipe(v.string(), v.description('The path of their picture.'))),
  }),
  v.title('Person'),
);

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const postCounts = v.strictObject({ likes: count, reposts: count, replies: count });

export const ownMarks = v.pipe(
  v.strictObject({ liked: v.boolean(), saved: v.boolean(), reposted: v.boolean() }),
  v.description('What the reader has done with it, if they are signed in.'),
);

export const shownBody = v.pipe(
  v.string(),
  v.description('As it is shown: without empty lines around it, and with one where several were written.'),
);

const href = v.pipe(v.string(), v.url(), v.description('Where it leads, by `http` or `https`.'));
const host = v.pipe(v.string(), v.description('The whole host, in letters only where these deceive nobody.'));
const rest = v.pipe(v.string(), v.description('What follows the host as it was written.'));

export const textEntities = v.pipe(
  v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('link'), start: count, end: count, href, host, rest }),
      v.strictObject({ kind: v.literal('mention'), start: count, end: count, username: v.string() }),
      v.strictObject({ kind: v.literal('tag'), start: count, end: count, tag: v.string() }),
    ]),
  ),
  v.description(
    'What in the text leads somewhere, in its order: from the UTF-16 code unit `start` up to `end`. A mention’s name may be nobody’s.',
  ),
);

export const postResponse = v.pipe(
  v.strictObject({
    id: postId,
    author: personResponse,
    body: shownBody,
    entities: textEntities,
    language: v.optional(v.pipe(v.picklist(POST_LANGUAGES), v.metadata(POST_LANGUAGE))),
    createdAt: timestamp,
    editedAt: v.optional(v.pipe(timestamp, v.description('When its text was last changed, if it was.'))),
    replyTo: v.optional(
      v.pipe(
        v.strictObject({ id: postId, username }),
        v.description('Of a reply: the post that it answers, and whose that is.'),
      ),
    ),
    root: v.optional(
      v.pipe(postId, v.description('Of a reply: the first post of its thread, while it stands in that.')),
    ),
    whoMayReply: v.optional(whoMayReply),
    counts: postCounts,
    by: v.optional(v.pipe(personResponse, v.description('Whose repost has put it here.'))),
    mine: v.optional(ownMarks),
    media: v.array(postMedia),
  }),
  v.title('Post'),
);

export const profileResponse = v.pipe(
  v.strictObject({
    username,
    displayName: v.string(),
    createdAt: timestamp,
    avatar: v.optional(v.pipe(v.string(), v.description('The path of their picture.'))),
    about: v.optional(v.string()),
    aboutEntities: v.optional(textEntities),
    links: v.array(
      v.pipe(
        v.strictObject({
          address: v.pipe(
            v.string(),
            v.description('As they have written it.'),
            v.examples(['https://example.com']),
          ),
          href,
          host,
          rest,
        }),
        v.description('Their places elsewhere.'),
      ),
    ),
    pinned: v.optional(v.pipe(postId, v.description('Their post that stands above the others.'))),
    lastSeen: v.optional(
      v.pipe(
        v.string(),
        v.isoDate(),
        v.description(
          'The day on which they were last here, in UTC: of those who want it shown, to whoever is signed in.',
        ),
      ),
    ),
    hides: v.optional(
      v.pipe(
        v.strictObject({ muted: v.boolean(), blocked: v.boolean(), blockedBy: v.boolean() }),
        v.description(
          'Of others, for whoever is signed in: whether they have muted or blocked them, and whether they are blocked by them.',
        ),
      ),
    ),
    counts: v.strictObject({ followers: count, following: count, posts: count }),
    follows: v.optional(v.boolean()),
    followsYou: v.optional(v.boolean()),
  }),
  v.title('Profile'),
);

export const POSTS = {
  posts: route(postsCall, {
    summary: 'Read posts, newest first',
    stack: 'Blog',
    grants: { Users: ['GetItem', 'BatchGetItem'], Posts: ['Query', 'BatchGetItem'] },
    answers: { 200: listOf(postResponse) },
    problems: ['not_found'],
  }),
  post: route(postCall, {
    summary: 'Read one post',
    stack: 'Blog',
    grants: { Users: ['BatchGetItem'], Posts: ['Query', 'BatchGetItem'] },
    answers: { 200: postResponse },
  }),
  'post-create': route(postCreateCall, {
    summary: 'Write a post',
    description:
      'A repeat with the same `Idempotency-Key` and the same input is answered with the first post.',
    stack: 'Blog',
    grants: {
      Users: ['UpdateItem'],
      Posts: ['Query', 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    idempotent: true,
    answers: { 201: postResponse },
    problems: ['conflict', 'too_many', 'not_found', 'blocked', 'may_not_reply', 'image_taken'],
  }),
  'post-delete': route(postDeleteCall, {
    summary: 'Delete one of your posts',
    description: 'While something stands below it in its thread, its place is kept there.',
    stack: 'Blog',
    grants: {
      Users: ['UpdateItem'],
      Posts: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['ConditionCheckItem'],
    },
    answers: { 204: nothing },
  }),
  user: route(userCall, {
    summary: 'Read an author’s profile',
    description:
      'For whoever is signed in it says, of others, who of the two follows, has muted or has blocked whom.',
    stack: 'People',
    grants: { Users: ['GetItem'], Posts: ['BatchGetItem'] },
    answers: { 200: profileResponse },
    problems: ['not_found'],
  }),
  'profile-edit': route(profileEditCall, {
    summary: 'Change what you say about yourself',
    description:
      'What is not named stays. An empty text and an empty list take away what was there, and so does `null`. `avatar` is one of your pictures that was uploaded for one; `showsLastSeen` says whether others see on which day you were last here.',
    stack: 'People',
    grants: {
      Users: ['GetItem', 'UpdateItem'],
      Posts: ['BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      Copies: ['PutItem', 'DeleteItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: { 200: profileResponse },
    problems: ['not_found', 'conflict', 'too_many', 'image_taken'],
  }),
  page: route(pageCall, {
    summary: 'Read a public page with its first posts',
    description:
      'What CloudFront answers the site’s own addresses with. It is the same for everybody who reads its language in its theme, and tells nobody by a cookie. Where there is no such user or post the answer is a page that says so, with 404.',
    stack: 'Pages',
    grants: {
      Users: ['GetItem', 'BatchGetItem'],
      Posts: ['Query', 'GetItem', 'BatchGetItem'],
      Copies: ['Query'],
    },
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
