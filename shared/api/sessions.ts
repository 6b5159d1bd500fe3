/** The browsers that are signed in, those that are known, and what happened to the account. */
import * as v from 'valibot';
import { ACTIVITY_KINDS, isActivityId } from '../activity/activity.ts';
import { isBrowserId, isSessionId } from '../ids.ts';
import { ACTS } from '../sessions/acts.ts';
import { LIFETIME_NAMES, REASONS } from '../sessions/session.ts';
import { isListPlace } from '../sessions/session-lists.ts';
import { ACT_GROUPS } from '../undo/undoable.ts';
import { cursorText, NO_CURSOR } from './cursor.ts';
import {
  BROWSER_ID,
  base64url,
  browserId,
  count,
  listOf,
  SESSION_ID,
  sessionId,
  timestamp,
} from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';

const namedSession = v.object({
  sessionId: v.pipe(v.string(), v.metadata(SESSION_ID), v.guard(isSessionId, 'There is no such session.')),
});

export const sessionsCall = {
  name: 'sessions',
  method: 'GET',
  path: '/api/sessions',
  auth: 'user or phone',
  query: v.object({
    cursor: v.optional(v.pipe(cursorText, v.guard(isListPlace, NO_CURSOR))),
  }),
} as const satisfies Call;

export const sessionEndCall = {
  name: 'session-end',
  method: 'DELETE',
  path: '/api/sessions/{sessionId}',
  auth: 'user or phone',
  params: namedSession,
} as const satisfies Call;

export const compromiseCall = {
  name: 'compromise',
  method: 'GET',
  path: '/api/sessions/{sessionId}/compromise',
  auth: 'user or phone',
  params: namedSession,
} as const satisfies Call;

export const sessionsEndCall = {
  name: 'sessions-end',
  method: 'DELETE',
  path: '/api/sessions',
  auth: 'user or phone',
} as const satisfies Call;

export const browsersCall = {
  name: 'browsers',
  method: 'GET',
  path: '/api/browsers',
  auth: 'user or phone',
} as const satisfies Call;

export const browserForgetCall = {
  name: 'browser-forget',
  method: 'DELETE',
  path: '/api/browsers/{browserId}',
  auth: 'user or phone',
  params: v.object({
    browserId: v.pipe(
      v.string(),
      v.metadata(BROWSER_ID),
      v.guard(isBrowserId, 'This browser is not known, or not any more.'),
    ),
  }),
} as const satisfies Call;

export const activityCall = {
  name: 'activity',
  method: 'GET',
  path: '/api/activity',
  auth: 'user',
  query: v.object({
    cursor: v.optional(v.pipe(cursorText, v.check(isActivityId, NO_CURSOR))),
  }),
} as const satisfies Call;

export const receiptCall = {
  name: 'receipt',
  method: 'GET',
  path: '/api/sessions/{sessionId}/receipt',
  auth: 'user',
  params: v.object({
    sessionId: v.pipe(
      v.string(),
      v.metadata(SESSION_ID),
      v.guard(isSessionId, 'There is no receipt of this session.'),
    ),
  }),
} as const satisfies Call;

export const unhideCall = {
  name: 'unhide',
  method: 'POST',
  path: '/api/sessions/{sessionId}/unhide',
  auth: 'user',
  params: namedSession,
} as const satisfies Call;

export const sessionResponse = v.pipe(
  v.strictObject({
    id: sessionId,
    browser: v.string(),
    os: v.string(),
    place: v.nullable(v.string()),
    createdAt: timestamp,
    lastActiveAt: timestamp,
    expiresAt: v.pipe(timestamp, v.description('When it ends if it is not used until then.')),
    lifetime: v.pipe(v.picklist(LIFETIME_NAMES), v.description('What was chosen when it was approved.')),
    lifetimeEndsAt: v.pipe(timestamp, v.description('When it ends however much it is used.')),
    current: v.pipe(v.boolean(), v.description('Whether it is the session that asks.')),
    device: v.pipe(v.nullable(v.string()), v.description('The phone that approved it.')),
    provider: v.exactOptional(v.pipe(v.string(), v.description('The provider that let it in, if one did.'))),
  }),
  v.title('Session'),
);

/** What came of a session that was somebody else's. */
export const takenBackResponse = v.pipe(
  v.strictObject({
    phones: v.pipe(v.array(v.string()), v.description('Their names.')),
    providers: v.pipe(v.array(v.string()), v.description('Where accounts were linked.')),
    recoveryCode: v.pipe(v.boolean(), v.description('Whether it made the recovery code.')),
    sessions: v.pipe(count, v.description('How many other sessions that let in.')),
    acts: v.pipe(
      v.array(v.strictObject({ of: v.picklist(ACT_GROUPS), count })),
      v.description(
        'How much of what it did besides is undone: whom it followed, muted or blocked, and so on.',
      ),
    ),
    more: v.exactOptional(
      v.pipe(v.literal(true), v.description('There are more acts than these: call again to undo them.')),
    ),
  }),
  v.title('TakenBack'),
);

export const browserResponse = v.pipe(
  v.strictObject({
    id: browserId,
    browser: v.string(),
    os: v.string(),
    place: v.nullable(v.string()),
    createdAt: v.pipe(timestamp, v.description('Since when it has been known.')),
    lastUsedAt: v.pipe(timestamp, v.description('When it last signed in.')),
    current: v.pipe(v.boolean(), v.description('Whether it is the browser that asks.')),
  }),
  v.title('KnownBrowser'),
);

export const activityResponse = v.pipe(
  v.strictObject({
    id: v.string(),
    at: timestamp,
    kind: v.picklist(ACTIVITY_KINDS),
    sessionId: v.exactOptional(sessionId),
    browser: v.exactOptional(v.pipe(v.string(), v.description('The browser that it is about.'))),
    os: v.exactOptional(v.string()),
    place: v.exactOptional(v.nullable(v.string())),
    ip: v.exactOptional(v.pipe(v.string(), v.description('The address that it came from.'))),
    device: v.exactOptional(
      v.pipe(v.string(), v.description('The name of the phone that did it, or that it was done to.')),
    ),
    act: v.exactOptional(
      v.pipe(v.picklist(ACTS), v.description('What the phone answered, where it was no sign-in.')),
    ),
    by: v.exactOptional(v.pipe(v.picklist(REASONS), v.description('Who or what ended it.'))),
    count: v.exactOptional(v.pipe(count, v.description('How many sessions or posts.'))),
    provider: v.exactOptional(v.pipe(v.string(), v.description('The OpenID provider that it is about.'))),
    reported: v.exactOptional(
      v.pipe(v.literal(true), v.description('The denial was reported as an attack.')),
    ),
    hasReceipt: v.exactOptional(
      v.pipe(v.literal(true), v.description('There is a receipt of what a phone signed.')),
    ),
  }),
  v.title('Activity'),
);

/** What a phone signed to approve a session, and all that it takes to check that. */
export const receiptResponse = v.pipe(
  v.strictObject({
    sessionId,
    statement: v.pipe(
      v.string(),
      v.description('The canonical JSON (RFC 8785) whose SHA-256 is the challenge.'),
    ),
    challenge: v.pipe(base64url, v.description('base64url of that digest.')),
    approvedAt: timestamp,
    device: v.strictObject({ name: v.string(), credentialId: base64url }),
    publicKey: v.pipe(
      v.record(v.string(), v.string()),
      v.description('The phone’s public key, as a JWK (RFC 7517).'),
    ),
    assertion: v.pipe(
      v.strictObject({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
      v.description('What the phone signed (WebAuthn Level 3 §6.3.3).'),
    ),
  }),
  v.title('Receipt'),
);

export const SESSIONS = {
  sessions: route(sessionsCall, {
    summary: 'List the browsers that are signed in',
    description:
      '50 to a page, and on the first one the session that asks besides. Those whose lifetime ends last come on the first page; on each, the one that was used last is first.',
    stack: 'Account',
    grants: { Sessions: ['Query'] },
    answers: { 200: listOf(sessionResponse) },
  }),
  'session-end': route(sessionEndCall, {
    summary: 'Sign one browser out',
    stack: 'Account',
    grants: {
      Users: ['Query', 'GetItem', 'UpdateItem', 'DeleteItem'],
      SocialLinks: ['DeleteItem'],
      Sessions: [
        'GetItem',
        'Query',
        'BatchGetItem',
        'UpdateItem',
        'DeleteItem',
        'PutItem',
        'ConditionCheckItem',
      ],
      Posts: [
        'Query',
        'GetItem',
        'BatchGetItem',
        'PutItem',
        'UpdateItem',
        'DeleteItem',
        'ConditionCheckItem',
      ],
      Copies: ['PutItem', 'DeleteItem'],
    },
    texts: {
      notMe:
        'With any value: it was not you. What the session wrote is hidden, the phones, links and recovery code that came of it are taken back, and what it did is undone. A session must be fresh for that.',
    },
    answers: {
      200: v.strictObject({
        status: v.literal('closed'),
        hidden: v.exactOptional(v.pipe(count, v.description('With `notMe`: how many posts are hidden now.'))),
        takenBack: v.exactOptional(takenBackResponse),
      }),
    },
    problems: ['reauth_required', 'session_ended', 'conflict'],
  }),
  compromise: route(compromiseCall, {
    summary: 'What “It wasn’t me” would take back of a session',
    stack: 'Account',
    grants: {
      Users: ['Query', 'GetItem'],
      Sessions: ['GetItem', 'Query'],
    },
    answers: { 200: takenBackResponse },
  }),
  'sessions-end': route(sessionsEndCall, {
    summary: 'Sign all other browsers out',
    description:
      'From the first moment on, nothing that was approved before it can be completed. Thousands may take longer than a call has: then it ends as many as it can, and a repeat goes on.',
    stack: 'Account',
    grants: {
      Users: ['UpdateItem'],
      Sessions: ['Query', 'UpdateItem', 'DeleteItem', 'PutItem'],
    },
    answers: {
      200: v.strictObject({
        ended: v.pipe(count, v.description('How many sessions.')),
        more: v.exactOptional(v.pipe(v.literal(true), v.description('Some are left: call again.'))),
      }),
    },
  }),
  browsers: route(browsersCall, {
    summary: 'List the known browsers, which may ring the phone',
    description: 'Those that signed in within the last 400 days, the last first; 50 at most.',
    stack: 'Account',
    grants: { Users: ['GetItem'], Sessions: ['Query'] },
    answers: { 200: listOf(browserResponse) },
  }),
  'browser-forget': route(browserForgetCall, {
    summary: 'Forget a known browser',
    description:
      'It rings no more, and what it asks for at the moment is denied. A session in it goes on: `session-end` ends that.',
    stack: 'Account',
    grants: { Sessions: ['GetItem', 'Query', 'BatchGetItem', 'UpdateItem', 'DeleteItem', 'PutItem'] },
    answers: { 200: v.strictObject({ status: v.literal('forgotten') }) },
    problems: ['conflict'],
  }),
  activity: route(activityCall, {
    summary: 'What happened to the account in the last 90 days, newest first',
    stack: 'Account',
    grants: { Sessions: ['Query'] },
    answers: { 200: listOf(activityResponse) },
  }),
  receipt: route(receiptCall, {
    summary: 'What a phone signed to approve a session',
    description: 'It can be checked without this site: `check-receipt.mjs` does.',
    stack: 'Account',
    grants: { Sessions: ['GetItem'] },
    answers: { 200: receiptResponse },
  }),
  unhide: route(unhideCall, {
    summary: 'Show again what was hidden of a session',
    stack: 'Account',
    grants: {
      Users: ['UpdateItem'],
      Sessions: ['PutItem'],
      Posts: ['Query', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
    answers: { 200: v.strictObject({ shown: v.pipe(count, v.description('How many posts.')) }) },
  }),
} as const satisfies Record<string, Call & Declaration>;
