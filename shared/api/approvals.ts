/** Approvals: the phone's side of a sign-in. */
import * as v from 'valibot';
import { assertionSchema } from '../devices/device-schemas.ts';
import { SEPARATORS, withAsciiDigits } from '../digits.ts';
import { isSessionId } from '../ids.ts';
import { ACTS } from '../sessions/acts.ts';
import { LIFETIME_NAMES } from '../sessions/session.ts';
import { requestOptionsResponse } from './devices.ts';
import { listOf, SESSION_ID, sessionId, timestamp } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';

const NUMBER = {
  pattern: '^[\\s\\p{Cf}\\p{Pd}\\u2212]*(\\p{Nd}[\\s\\p{Cf}\\p{Pd}\\u2212]*){6}$',
  description:
    'The number that the waiting browser shows, in digits of any script; spaces and hyphens do not count.',
  examples: ['123 456'],
};

const LIFETIME = {
  description: 'How long a sign-in lasts, which has to be said; a step-up ends when its session would.',
};

export const approvalsCall = {
  name: 'approvals',
  method: 'GET',
  path: '/api/approvals',
  auth: 'phone',
} as const satisfies Call;

export const approvalFindCall = {
  name: 'approval-find',
  method: 'POST',
  path: '/api/approvals/find',
  auth: 'phone',
  body: v.object({
    number: v.pipe(
      v.string('Send the number as text.'),
      v.metadata(NUMBER),
      v.transform((text) => withAsciiDigits(text).replace(SEPARATORS, '')),
      v.regex(/^\d{6}$/, 'The number has six digits.'),
    ),
  }),
} as const satisfies Call;

export const approvalAnswerCall = {
  name: 'approval-answer',
  method: 'POST',
  path: '/api/approvals/{sessionId}',
  auth: 'phone',
  params: v.object({
    sessionId: v.pipe(v.string(), v.metadata(SESSION_ID), v.guard(isSessionId, 'There is no such sign-in.')),
  }),
  body: v.variant(
    'decision',
    [
      v.object({
        decision: v.literal('approve'),
        lifetime: v.exactOptional(
          v.pipe(v.picklist(LIFETIME_NAMES, 'Choose 10m, 24h or 30d.'), v.metadata(LIFETIME)),
        ),
        presence: v.optional(v.boolean('presence is true or false.'), false),
        assertion: assertionSchema,
      }),
      v.object({
        decision: v.literal('deny'),
        report: v.optional(v.boolean('report is true or false.'), false),
      }),
    ],
    'The decision is approve or deny.',
  ),
} as const satisfies Call;

/** A browser that asks to be let in, as the phone shows it. */
export const approvalResponse = v.pipe(
  v.strictObject({
    sessionId,
    browser: v.pipe(v.string(), v.examples(['Firefox 143'])),
    os: v.pipe(v.string(), v.examples(['Windows'])),
    place: v.pipe(
      v.nullable(v.string()),
      v.description('City and country of its address, where they are known.'),
    ),
    ip: v.string(),
    known: v.pipe(v.boolean(), v.description('Whether this user has approved this browser before.')),
    startedAt: timestamp,
    expiresAt: timestamp,
    act: v.exactOptional(
      v.pipe(
        v.picklist(ACTS),
        v.description('The one thing that it asks for, where it is signed in already: a step-up.'),
      ),
    ),
  }),
  v.title('Approval'),
);

export const APPROVALS = {
  approvals: route(approvalsCall, {
    summary: 'The waiting sign-ins of known browsers',
    description: 'Never with their numbers, which the phone has from the person.',
    stack: 'SignIn',
    grants: { Sessions: ['Query', 'BatchGetItem'] },
    answers: { 200: listOf(approvalResponse) },
  }),
  'approval-find': route(approvalFindCall, {
    summary: 'Find the waiting sign-in that shows a number',
    description:
      'Answers with who asks, and with what the phone signs to say yes. Ten wrong numbers in a row lock the phone for a quarter of an hour, for all but the numbers of known browsers.',
    stack: 'SignIn',
    grants: {
      Users: ['UpdateItem'],
      Sessions: ['GetItem', 'Query', 'BatchGetItem', 'PutItem', 'UpdateItem'],
    },
    answers: { 200: v.strictObject({ approval: approvalResponse, publicKey: requestOptionsResponse }) },
    problems: ['number_unknown', 'number_crowded_out', 'too_many', 'too_many_numbers', 'conflict'],
  }),
  'approval-answer': route(approvalAnswerCall, {
    summary: 'Say yes or no to a waiting sign-in',
    description:
      'A yes is signed (WebAuthn Level 3 §5.1.4); a no needs only the phone’s cookie. A no that is reported as an attack denies everything else that waits.',
    stack: 'SignIn',
    grants: {
      Users: ['UpdateItem'],
      Sessions: ['GetItem', 'Query', 'BatchGetItem', 'UpdateItem', 'DeleteItem', 'PutItem'],
    },
    memory: 512,
    answers: { 200: v.strictObject({ status: v.picklist(['approved', 'denied']) }) },
    problems: ['not_found', 'already_answered', 'session_ended', 'challenge_used', 'assertion_refused'],
  }),
} as const satisfies Record<string, Call & Declaration>;
