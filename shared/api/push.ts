/** Ringing phones, and their presence. */
import * as v from 'valibot';
import { subscriptionSchema } from '../push/subscription-schema.ts';
import { base64url, count } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';

export const pushKeyCall = {
  name: 'push-key',
  method: 'GET',
  path: '/api/push',
  auth: 'phone',
} as const satisfies Call;

export const pushSubscribeCall = {
  name: 'push-subscribe',
  method: 'PUT',
  path: '/api/push',
  auth: 'phone',
  body: subscriptionSchema,
} as const satisfies Call;

export const pushUnsubscribeCall = {
  name: 'push-unsubscribe',
  method: 'DELETE',
  path: '/api/push',
  auth: 'phone',
} as const satisfies Call;

export const presenceCall = {
  name: 'presence',
  method: 'PUT',
  path: '/api/presence',
  auth: 'phone',
} as const satisfies Call;

export const PUSH = {
  'push-key': route(pushKeyCall, {
    summary: 'What the phone’s browser needs to subscribe',
    stack: 'Account',
    grants: {},
    needsKeySecret: true,
    answers: {
      200: v.strictObject({
        publicKey: v.pipe(base64url, v.description('The `applicationServerKey` (RFC 8292 §3.2).')),
        subscribed: v.pipe(v.boolean(), v.description('Whether this phone is rung already.')),
      }),
    },
  }),
  'push-subscribe': route(pushSubscribeCall, {
    summary: 'Ring this phone from now on',
    description:
      'The body is `PushSubscription.toJSON()` (Push API §8), and what this phone is told in from now on. Where no language is said, what it said last stays; until it has said one, it is told in that of the user.',
    stack: 'Account',
    grants: { Users: ['UpdateItem'] },
    answers: { 200: v.strictObject({ subscribed: v.literal(true) }) },
    problems: ['endpoint_refused', 'conflict'],
  }),
  'push-unsubscribe': route(pushUnsubscribeCall, {
    summary: 'Do not ring this phone any more',
    stack: 'Account',
    grants: { Users: ['UpdateItem'] },
    answers: { 200: v.strictObject({ subscribed: v.literal(false) }) },
    problems: ['conflict'],
  }),
  presence: route(presenceCall, {
    summary: 'Say that the phone is here, for the sessions that last only while it is',
    stack: 'Account',
    grants: { Sessions: ['Query', 'UpdateItem'] },
    answers: {
      200: v.strictObject({
        bound: v.pipe(count, v.description('How many live sessions are bound to this phone’s presence.')),
      }),
    },
  }),
} as const satisfies Record<string, Call & Declaration>;
