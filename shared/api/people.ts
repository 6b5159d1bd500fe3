/** Who follows whom. */
import * as v from 'valibot';
import { usernameSchema } from '../users/username.ts';
import { cursorText, NO_CURSOR } from './cursor.ts';
import { listOf, nothing, username } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';

const IS_PLACE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#usr_[A-Za-z0-9_-]{22}$/;

const place = v.pipe(
  cursorText,
  v.check((text) => IS_PLACE.test(text), NO_CURSOR),
);

export const followCall = {
  name: 'follow',
  method: 'PUT',
  path: '/api/users/{username}/follow',
  auth: 'user',
  params: v.object({ username: usernameSchema }),
} as const satisfies Call;

export const unfollowCall = {
  name: 'unfollow',
  method: 'DELETE',
  path: '/api/users/{username}/follow',
  auth: 'user',
  params: v.object({ username: usernameSchema }),
} as const satisfies Call;

export const followersCall = {
  name: 'followers',
  method: 'GET',
  path: '/api/users/{username}/followers',
  auth: 'reader',
  params: v.object({ username: usernameSchema }),
  query: v.object({ cursor: v.optional(place) }),
} as const satisfies Call;

export const followingCall = {
  name: 'following',
  method: 'GET',
  path: '/api/users/{username}/following',
  auth: 'reader',
  params: v.object({ username: usernameSchema }),
  query: v.object({ cursor: v.optional(place) }),
} as const satisfies Call;

const follows = v.optional(
  v.pipe(v.boolean(), v.description('Whether the reader follows them, if they are signed in.')),
);
const followsYou = v.optional(
  v.pipe(v.boolean(), v.description('Whether they follow the reader, if they are signed in.')),
);

/** What the reader and somebody else are to each other; absent where nobody is signed in, and of oneself. */
export const relation = { follows, followsYou };

export const listedPersonResponse = v.pipe(
  v.strictObject({
    username,
    displayName: v.string(),
    avatar: v.optional(v.pipe(v.string(), v.description('The path of their picture.'))),
    follows,
    followsYou,
  }),
  v.title('ListedPerson'),
);

export const PEOPLE = {
  follow: route(followCall, {
    summary: 'Follow somebody',
    description: 'A repeat changes nothing and is answered alike. Nobody follows themselves.',
    stack: 'People',
    grants: {
      Users: ['GetItem', 'UpdateItem'],
      Posts: ['GetItem', 'PutItem', 'UpdateItem'],
      Sessions: ['PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: { 204: nothing },
    problems: ['not_found', 'blocked', 'too_many_follows', 'too_many', 'conflict'],
  }),
  unfollow: route(unfollowCall, {
    summary: 'Follow somebody no more',
    description:
      'A repeat changes nothing and is answered alike. Your home leaves out at once what they wrote.',
    stack: 'People',
    grants: {
      Users: ['GetItem', 'UpdateItem'],
      Posts: ['GetItem', 'DeleteItem', 'UpdateItem'],
      Sessions: ['PutItem', 'ConditionCheckItem'],
    },
    answers: { 204: nothing },
    problems: ['not_found', 'conflict'],
  }),
  followers: route(followersCall, {
    summary: 'Read who follows somebody, newest first',
    stack: 'People',
    grants: { Users: ['GetItem', 'BatchGetItem'], Posts: ['Query', 'BatchGetItem'] },
    answers: { 200: listOf(listedPersonResponse) },
    problems: ['not_found'],
  }),
  following: route(followingCall, {
    summary: 'Read whom somebody follows, newest first',
    stack: 'People',
    grants: { Users: ['GetItem', 'BatchGetItem'], Posts: ['Query', 'BatchGetItem'] },
    answers: { 200: listOf(listedPersonResponse) },
    problems: ['not_found'],
  }),
} as const satisfies Record<string, Call & Declaration>;
