/** Muting and blocking. */
import * as v from 'valibot';
import { isUserId } from '../ids.ts';
import { usernameSchema } from '../users/username.ts';
import { cursorText, NO_CURSOR } from './cursor.ts';
import { listOf, nothing, username } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';

const named = v.object({ username: usernameSchema });

const cursor = v.pipe(cursorText, v.guard(isUserId, NO_CURSOR));

export const hidesCall = {
  name: 'hides',
  method: 'GET',
  path: '/api/hides',
  auth: 'user',
  query: v.object({ cursor: v.optional(cursor) }),
} as const satisfies Call;

export const muteCall = {
  name: 'mute',
  method: 'PUT',
  path: '/api/users/{username}/mute',
  auth: 'user',
  params: named,
} as const satisfies Call;

export const unmuteCall = {
  name: 'unmute',
  method: 'DELETE',
  path: '/api/users/{username}/mute',
  auth: 'user',
  params: named,
} as const satisfies Call;

export const blockCall = {
  name: 'block',
  method: 'PUT',
  path: '/api/users/{username}/block',
  auth: 'user',
  params: named,
} as const satisfies Call;

export const unblockCall = {
  name: 'unblock',
  method: 'DELETE',
  path: '/api/users/{username}/block',
  auth: 'user',
  params: named,
} as const satisfies Call;

export const hiddenPersonResponse = v.pipe(
  v.strictObject({
    username,
    displayName: v.string(),
    avatar: v.optional(v.pipe(v.string(), v.description('The path of their picture.'))),
    muted: v.boolean(),
    blocked: v.boolean(),
  }),
  v.title('HiddenPerson'),
);

export const HIDES = {
  hides: route(hidesCall, {
    summary: 'List whom you have muted and blocked',
    description: '50 to a page, in no order that means anything.',
    stack: 'People',
    grants: { Users: ['BatchGetItem'], Posts: ['GetItem'] },
    answers: { 200: listOf(hiddenPersonResponse) },
  }),
  mute: route(muteCall, {
    summary: 'See nothing of somebody any more, except on their own page',
    description: 'They are not told. Somebody who is muted already stays so.',
    stack: 'People',
    grants: {
      Users: ['GetItem'],
      Posts: ['GetItem', 'UpdateItem'],
      Sessions: ['PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: { 204: nothing },
    problems: ['not_found', 'too_many_hidden', 'too_many', 'conflict'],
  }),
  unmute: route(unmuteCall, {
    summary: 'See somebody again whom you have muted',
    stack: 'People',
    grants: {
      Users: ['GetItem'],
      Posts: ['GetItem', 'UpdateItem'],
      Sessions: ['PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: { 204: nothing },
    problems: ['not_found', 'too_many', 'conflict'],
  }),
  block: route(blockCall, {
    summary: 'Block somebody',
    description:
      'Neither of the two sees, follows or writes to the other from now on, and neither follows the other any more. The page of whoever has blocked somebody tells them so.',
    stack: 'People',
    grants: {
      Users: ['GetItem', 'UpdateItem'],
      Posts: ['GetItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      Sessions: ['PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: { 204: nothing },
    problems: ['not_found', 'too_many_hidden', 'too_many', 'conflict'],
  }),
  unblock: route(unblockCall, {
    summary: 'Unblock somebody',
    description: 'The two see each other again; nothing else comes back.',
    stack: 'People',
    grants: {
      Users: ['GetItem'],
      Posts: ['GetItem', 'UpdateItem'],
      Sessions: ['PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: { 204: nothing },
    problems: ['not_found', 'too_many', 'conflict'],
  }),
} as const satisfies Record<string, Call & Declaration>;
