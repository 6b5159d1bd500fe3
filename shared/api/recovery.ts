/** The recovery code, for who has lost every phone. */
import * as v from 'valibot';
import { assertionSchema } from '../devices/device-schemas.ts';
import { isSessionId } from '../ids.ts';
import { parseCode } from '../recovery/code.ts';
import { usernameSchema } from '../users/username.ts';
import { requestOptionsResponse } from './devices.ts';
import { listOf, SESSION_ID, sessionId, timestamp } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';
import { waitingResponse } from './signin.ts';

const CODE = {
  maxLength: 100,
  pattern: '^[\\s\\p{Pd}]*([0-9A-TV-Za-tv-z][\\s\\p{Pd}]*){28}$',
  description:
    'Letters of either case, spaces and hyphens are fine, and so is O for 0, and I or L for 1; the last two characters check the others.',
  examples: ['0000-0000-0000-0000-0000-0000-0000'],
};

export const recoveryRenewCall = {
  name: 'recovery-renew',
  method: 'POST',
  path: '/api/recovery',
  auth: 'fresh',
  act: 'new_recovery_code',
} as const satisfies Call;

export const recoverCall = {
  name: 'recover',
  method: 'POST',
  path: '/api/recover',
  auth: 'open',
  body: v.object({
    username: usernameSchema,
    code: v.pipe(
      v.string('Write the recovery code as text.'),
      v.metadata(CODE),
      v.maxLength(100, 'A recovery code has seven groups of four characters.'),
      v.transform((text) => parseCode(text) ?? ''),
      v.nonEmpty('There is a typo in this code. Compare it with what you noted, character by character.'),
    ),
  }),
} as const satisfies Call;

const namedRecovery = v.object({
  sessionId: v.pipe(v.string(), v.metadata(SESSION_ID), v.guard(isSessionId, 'There is no such recovery.')),
});

export const recoveriesCall = {
  name: 'recoveries',
  method: 'GET',
  path: '/api/recoveries',
  auth: 'phone',
} as const satisfies Call;

export const recoveryStopOptionsCall = {
  name: 'recovery-stop-options',
  method: 'POST',
  path: '/api/recoveries/{sessionId}/stop/options',
  auth: 'phone',
  params: namedRecovery,
} as const satisfies Call;

export const recoveryStopCall = {
  name: 'recovery-stop',
  method: 'POST',
  path: '/api/recoveries/{sessionId}/stop',
  auth: 'phone',
  params: namedRecovery,
  body: v.object({ assertion: assertionSchema }),
} as const satisfies Call;

/** A recovery that has begun, as a phone that it would remove shows it. */
export const recoveryResponse = v.pipe(
  v.strictObject({
    sessionId,
    browser: v.pipe(v.string(), v.description('The browser that has given the recovery code.')),
    os: v.string(),
    place: v.nullable(v.string()),
    ip: v.string(),
    startedAt: timestamp,
    expiresAt: timestamp,
  }),
  v.title('Recovery'),
);

export const RECOVERY = {
  'recovery-renew': route(recoveryRenewCall, {
    summary: 'Get a new recovery code',
    description: 'It is shown this once, and an older one is worth nothing from then on.',
    stack: 'Account',
    grants: { Users: ['PutItem'], Sessions: ['PutItem', 'UpdateItem', 'ConditionCheckItem'] },
    answers: {
      201: v.strictObject({
        code: v.pipe(v.string(), v.regex(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)),
      }),
    },
    problems: ['conflict', 'too_many'],
  }),
  recover: route(recoverCall, {
    summary: 'Recover an account with its recovery code',
    description:
      'A phone then enrols in place of all others, and this browser is let in with it. A name that nobody has is answered like a wrong code.',
    stack: 'Account',
    grants: { Users: ['GetItem'], Sessions: ['PutItem', 'UpdateItem'] },
    answers: { 201: waitingResponse },
    problems: ['code_unknown', 'too_many'],
  }),
  recoveries: route(recoveriesCall, {
    summary: 'The recoveries of the account that have begun and can be stopped',
    description: 'The ten that have begun last. Only who has the recovery code begins any.',
    stack: 'Account',
    grants: { Users: ['GetItem'], Sessions: ['Query', 'BatchGetItem'] },
    answers: { 200: listOf(recoveryResponse) },
  }),
  'recovery-stop-options': route(recoveryStopOptionsCall, {
    summary: 'Begin to stop a recovery: get what the phone signs',
    stack: 'Account',
    grants: { Sessions: ['GetItem', 'PutItem'] },
    answers: { 200: v.strictObject({ publicKey: requestOptionsResponse }) },
    problems: ['not_found', 'already_answered', 'session_ended'],
  }),
  'recovery-stop': route(recoveryStopCall, {
    summary: 'Stop a recovery',
    description:
      'Signed (WebAuthn Level 3 §5.1.4). It ends all recoveries that wait with the same code, and the code is worth nothing from then on.',
    stack: 'Account',
    grants: {
      Users: ['GetItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['GetItem', 'BatchGetItem', 'Query', 'UpdateItem', 'DeleteItem', 'PutItem'],
    },
    memory: 512,
    answers: { 200: v.strictObject({ status: v.literal('stopped') }) },
    problems: [
      'not_found',
      'already_answered',
      'session_ended',
      'challenge_used',
      'assertion_refused',
      'recovery_not_stopped',
      'conflict',
    ],
  }),
} as const satisfies Record<string, Call & Declaration>;
