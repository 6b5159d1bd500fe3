/** Signing in and out: the browser's side. */
import * as v from 'valibot';
import { assertionSchema } from '../devices/device-schemas.ts';
import { ACTS } from '../sessions/acts.ts';
import { LIFETIME_NAMES, REASONS, STATUSES } from '../sessions/session.ts';
import { displayNameSchema, usernameSchema } from '../users/username.ts';
import { requestOptionsResponse } from './devices.ts';
import { count, language, nothing, sessionId, timestamp, username } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';
import { sessionResponse } from './sessions.ts';
import { socialProviderResponse } from './social.ts';

const ACT = {
  description:
    'Asks for this one thing instead of a sign-in (a step-up), from a browser that is signed in under this name.',
};

export const registerCall = {
  name: 'register',
  method: 'POST',
  path: '/api/register',
  auth: 'open',
  body: v.object({
    username: usernameSchema,
    displayName: v.optional(displayNameSchema),
    language: v.exactOptional(language),
  }),
} as const satisfies Call;

export const loginStartCall = {
  name: 'login-start',
  method: 'POST',
  path: '/api/login/start',
  auth: 'open',
  body: v.object({
    username: usernameSchema,
    act: v.exactOptional(
      v.pipe(v.picklist(ACTS, 'This is nothing that the phone is asked for.'), v.metadata(ACT)),
    ),
  }),
} as const satisfies Call;

export const loginCompleteCall = {
  name: 'login-complete',
  method: 'POST',
  path: '/api/login/complete',
  auth: 'signin',
} as const satisfies Call;

export const loginCancelCall = {
  name: 'login-cancel',
  method: 'POST',
  path: '/api/login/cancel',
  auth: 'signin',
} as const satisfies Call;

export const passkeyOptionsCall = {
  name: 'passkey-options',
  method: 'POST',
  path: '/api/login/passkey/options',
  auth: 'open',
} as const satisfies Call;

export const passkeyAnswerCall = {
  name: 'passkey-answer',
  method: 'POST',
  path: '/api/login/passkey',
  auth: 'any',
  body: v.object({
    assertion: assertionSchema,
    lifetime: v.optional(v.picklist(LIFETIME_NAMES, 'Choose 10m, 24h or 30d.'), '24h'),
  }),
} as const satisfies Call;

export const statusCall = {
  name: 'status',
  method: 'GET',
  path: '/api/status',
  auth: 'any',
} as const satisfies Call;

export const meCall = { name: 'me', method: 'GET', path: '/api/me', auth: 'user' } as const satisfies Call;

export const languageSetCall = {
  name: 'language-set',
  method: 'PUT',
  path: '/api/me/language',
  auth: 'user',
  body: v.object({ language }),
} as const satisfies Call;

export const logoutCall = {
  name: 'logout',
  method: 'POST',
  path: '/api/logout',
  auth: 'user',
  whileAway: true,
} as const satisfies Call;

export const userResponse = v.pipe(
  v.strictObject({
    username,
    displayName: v.string(),
    avatar: v.optional(v.pipe(v.string(), v.description('The path of their picture.'))),
    roles: v.array(v.picklist(['admin'])),
  }),
  v.title('User'),
);

export const statusResponse = v.pipe(
  v.strictObject({
    status: v.union([v.picklist(STATUSES), v.literal('none')]),
    reason: v.exactOptional(v.pipe(v.picklist(REASONS), v.description('Why the session is over.'))),
    user: v.exactOptional(v.pipe(userResponse, v.description('Only while active or walkaway.'))),
    device: v.exactOptional(v.pipe(v.string(), v.description('The phone’s name, once it approved.'))),
    found: v.exactOptional(
      v.pipe(v.literal(true), v.description('While pending: the number was typed on the phone.')),
    ),
    expiresAt: v.exactOptional(timestamp),
    awayAt: v.exactOptional(
      v.pipe(
        timestamp,
        v.description(
          'Of a session that is bound to a phone: when it is locked, or over if it is that already, if the phone is not heard.',
        ),
      ),
    ),
    unread: v.exactOptional(
      v.pipe(
        v.strictObject({ notices: count, messages: count }),
        v.description(
          'What waits to be read: how many notices, and in how many conversations something. Only while active, and not where the store was too busy for it.',
        ),
      ),
    ),
    bell: v.exactOptional(
      v.pipe(v.literal(true), v.description('`/live` tells when to look, so that polls can be few.')),
    ),
    pollAfterMs: v.pipe(
      v.number(),
      v.description(
        'How long to wait before the next poll, in milliseconds, while somebody looks at the page.',
      ),
    ),
  }),
  v.title('Status'),
);

/** A browser that waits until a phone has enrolled: the link for the phone, and until when it is good. */
export const waitingResponse = v.strictObject({
  username,
  enrolUrl: v.pipe(
    v.string(),
    v.description('The path and fragment that the phone opens: `/phone#enrol=<ticket>`.'),
  ),
  expiresAt: timestamp,
});

export const SIGN_IN = {
  register: route(registerCall, {
    summary: 'Register: reserve a name and wait for the phone',
    description:
      'The name is reserved for ten minutes. The session that waits is approved when a phone enrols with the link. A repeat with the same `Idempotency-Key` reserves the name anew.',
    stack: 'SignIn',
    grants: { Users: ['ConditionCheckItem'], Sessions: ['UpdateItem', 'PutItem'] },
    idempotent: true,
    answers: { 201: waitingResponse },
    problems: ['username_taken', 'too_many'],
  }),
  'login-start': route(loginStartCall, {
    summary: 'Begin to sign in: get the number to type on the phone',
    description: 'The answer is the same for any name, whether or not somebody has it.',
    stack: 'SignIn',
    grants: {
      Users: ['GetItem'],
      Sessions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    needsDecoySecret: true,
    answers: {
      202: v.strictObject({
        sessionId,
        number: v.pipe(v.string(), v.regex(/^\d{6}$/), v.description('What the person types on the phone.')),
        approveUrl: v.pipe(v.string(), v.description('The same as a link: `/phone#approve=<number>`.')),
        expiresAt: timestamp,
      }),
    },
    problems: ['too_many', 'conflict', 'not_signed_in', 'signed_in_as_other', 'phone_away'],
  }),
  'login-complete': route(loginCompleteCall, {
    summary: 'Complete a sign-in that the phone has approved',
    description:
      'Swaps the sign-in cookie for a session cookie. A repeat with the same `Idempotency-Key`, after a lost answer, gets another cookie for the same session.',
    stack: 'SignIn',
    grants: {
      Users: ['GetItem', 'ConditionCheckItem'],
      Sessions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
    idempotent: true,
    answers: {
      200: v.strictObject({
        user: userResponse,
        provider: v.exactOptional(
          v.pipe(
            socialProviderResponse,
            v.description('The provider that let the browser in, where one did.'),
          ),
        ),
      }),
    },
    problems: ['not_approved', 'already_completed', 'session_ended', 'user_disabled', 'conflict'],
  }),
  'login-cancel': route(loginCancelCall, {
    summary: 'Give up waiting for the phone',
    description: 'A registration’s link is spent, and its name is free again.',
    stack: 'SignIn',
    grants: { Sessions: ['UpdateItem', 'DeleteItem'] },
    answers: { 200: v.strictObject({ status: v.literal('cancelled') }) },
    problems: ['conflict', 'session_ended'],
  }),
  'passkey-options': route(passkeyOptionsCall, {
    summary: 'Begin to sign in with a passkey on this computer',
    stack: 'SignIn',
    grants: { Sessions: ['PutItem', 'UpdateItem'] },
    answers: { 200: v.strictObject({ publicKey: requestOptionsResponse }) },
    problems: ['too_many'],
  }),
  'passkey-answer': route(passkeyAnswerCall, {
    summary: 'Approve the sign-in of this computer with a passkey on it',
    description: 'The session is approved and is then completed like any other, by `login-complete`.',
    stack: 'SignIn',
    grants: { Users: ['GetItem', 'UpdateItem'], Sessions: ['GetItem', 'PutItem', 'DeleteItem'] },
    memory: 512,
    answers: { 200: v.strictObject({ status: v.literal('approved') }) },
    problems: ['challenge_used', 'assertion_refused', 'user_disabled', 'not_waiting', 'conflict'],
  }),
  status: route(statusCall, {
    summary: 'How this browser’s session stands, or its waiting sign-in',
    description:
      'One call of the store, which never extends the idle time. A cookie that opens nothing is like none.',
    stack: 'SignIn',
    grants: { Sessions: ['GetItem', 'BatchGetItem'], Copies: ['BatchGetItem'] },
    isQuiet: true,
    tellsOfBell: true,
    // Where there is no bell, each page in use polls once a second.
    throttle: { rate: 1000, burst: 1000 },
    texts: { of: '`signin` asks for the waiting sign-in, also where there is a session.' },
    answers: { 200: statusResponse },
  }),
  me: route(meCall, {
    summary: 'Who is signed in',
    description:
      'Counts as activity, as every call of a signed-in user does. Once a day it notes the day for those who want it shown.',
    stack: 'Account',
    grants: { Users: ['GetItem', 'UpdateItem'] },
    answers: {
      200: v.strictObject({
        user: userResponse,
        session: sessionResponse,
        recoveryCode: v.pipe(
          v.nullable(v.strictObject({ createdAt: timestamp })),
          v.description('The recovery code that there is, by when it was made.'),
        ),
      }),
    },
  }),
  'language-set': route(languageSetCall, {
    summary: 'Choose the language that you are told things in while no page is open',
    description: 'From the next push on, what waits to be sent included. Pages go by the cookie `lang`.',
    stack: 'Account',
    grants: { Users: ['UpdateItem'], Sessions: ['ConditionCheckItem'] },
    answers: { 204: nothing },
  }),
  logout: route(logoutCall, {
    summary: 'Sign out in this browser',
    description: 'Also while the phone of the session is away, when nothing else can be done.',
    stack: 'SignIn',
    grants: { Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    needsKeySecret: true,
    needsProviders: 'secrets',
    answers: {
      200: v.strictObject({
        status: v.literal('closed'),
        providerLogoutUrl: v.exactOptional(
          v.pipe(
            v.string(),
            v.description('Where a provider let this browser in: where to go on to, to sign out there, too.'),
          ),
        ),
      }),
    },
    problems: ['session_ended', 'conflict'],
  }),
} as const satisfies Record<string, Call & Declaration>;
