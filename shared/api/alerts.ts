/** Of what phones tell by a push, besides what rings and what changes about the account. */
import * as v from 'valibot';
import { ALERT_KINDS } from '../alerts/alert.ts';
import { type Call, type Declaration, route } from './route.ts';

const CHANGES = { anyOf: ALERT_KINDS.map((name) => ({ required: [name] })) };

const wanted = v.optional(v.pipe(v.boolean('Say true or false.'), v.examples([true])));

export const alertsChosenCall = {
  name: 'alerts-chosen',
  method: 'GET',
  path: '/api/alerts',
  auth: 'user',
} as const satisfies Call;

export const alertsChooseCall = {
  name: 'alerts-choose',
  method: 'PATCH',
  path: '/api/alerts',
  auth: 'user',
  body: v.pipe(
    v.object({ mentions: wanted, replies: wanted, messages: wanted }),
    v.metadata(CHANGES),
    v.check((changes) => Object.keys(changes).length > 0, 'Name what is to change.'),
  ),
} as const satisfies Call;

export const alertsResponse = v.pipe(
  v.strictObject({
    mentions: v.pipe(v.boolean(), v.description('Of posts that mention you.')),
    replies: v.pipe(v.boolean(), v.description('Of posts that answer yours.')),
    messages: v.pipe(v.boolean(), v.description('That somebody has written to you, and who; never what.')),
  }),
  v.title('Alerts'),
);

export const ALERTS = {
  'alerts-chosen': route(alertsChosenCall, {
    summary: 'Read of what your phones tell you by a push',
    description:
      'Of nothing until you choose so. Sign-ins that wait, and changes to your account, they always tell.',
    stack: 'Account',
    grants: { Users: ['GetItem'] },
    answers: { 200: alertsResponse },
  }),
  'alerts-choose': route(alertsChooseCall, {
    summary: 'Choose of what your phones tell you by a push',
    description: 'What is not named stays as it is.',
    stack: 'Account',
    grants: {
      Users: ['GetItem', 'UpdateItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: { 200: alertsResponse },
    problems: ['conflict', 'too_many'],
  }),
} as const satisfies Record<string, Call & Declaration>;
