/** The recovery code, for who has lost every phone. */
import * as v from 'valibot';
import { parseCode } from '../recovery/code.ts';
import { usernameSchema } from '../users/username.ts';
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
} as const satisfies Record<string, Call & Declaration>;
