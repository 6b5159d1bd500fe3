/** Phones: how one is enrolled, and what becomes of it. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import * as v from 'valibot';
import { isDeviceId } from '../devices/device.ts';
import {
  assertionSchema,
  attestationSchema,
  deviceNameSchema,
  ticketSchema,
} from '../devices/device-schemas.ts';
import { base64url, count, DEVICE_ID, deviceId, listOf, timestamp, username } from './fields.ts';
import { type Call, type Declaration, route, type Schema } from './route.ts';

const namedDevice = v.object({
  deviceId: v.pipe(v.string(), v.metadata(DEVICE_ID), v.guard(isDeviceId, 'There is no such phone.')),
});

export const deviceOptionsCall = {
  name: 'device-options',
  method: 'POST',
  path: '/api/devices/options',
  auth: 'open',
  body: v.object({ ticket: ticketSchema }),
} as const satisfies Call;

export const deviceEnrolCall = {
  name: 'device-enrol',
  method: 'POST',
  path: '/api/devices',
  auth: 'open',
  body: v.object({ ticket: ticketSchema, credential: attestationSchema, name: deviceNameSchema }),
} as const satisfies Call;

export const deviceResumeOptionsCall = {
  name: 'device-resume-options',
  method: 'POST',
  path: '/api/devices/resume/options',
  auth: 'open',
} as const satisfies Call;

export const deviceResumeCall = {
  name: 'device-resume',
  method: 'POST',
  path: '/api/devices/resume',
  auth: 'open',
  body: v.object({ assertion: assertionSchema }),
} as const satisfies Call;

export const devicesCall = {
  name: 'devices',
  method: 'GET',
  path: '/api/devices',
  auth: 'user or phone',
} as const satisfies Call;

export const deviceCurrentCall = {
  name: 'device-current',
  method: 'GET',
  path: '/api/devices/current',
  auth: 'any',
} as const satisfies Call;

export const deviceRenameCall = {
  name: 'device-rename',
  method: 'PATCH',
  path: '/api/devices/{deviceId}',
  auth: 'user or phone',
  params: namedDevice,
  body: v.object({ name: deviceNameSchema }),
} as const satisfies Call;

export const deviceInviteCall = {
  name: 'device-invite',
  method: 'POST',
  path: '/api/devices/invite',
  auth: 'fresh',
  act: 'add_phone',
} as const satisfies Call;

export const deviceRemoveCall = {
  name: 'device-remove',
  method: 'DELETE',
  path: '/api/devices/{deviceId}',
  auth: 'fresh or phone',
  act: 'remove_phone',
  params: namedDevice,
} as const satisfies Call;

export const deviceResponse = v.pipe(
  v.strictObject({
    id: deviceId,
    name: v.string(),
    createdAt: timestamp,
    lastUsedAt: timestamp,
    current: v.pipe(v.boolean(), v.description('Whether it is the phone that asks.')),
    rings: v.pipe(v.boolean(), v.description('Whether it is rung: it has a push subscription.')),
  }),
  v.title('Device'),
);

const descriptor = v.strictObject({
  id: base64url,
  type: v.literal('public-key'),
  transports: v.array(v.string()),
});

const challenge = v.pipe(base64url, v.description('What the phone signs; it is good once.'));
const timeout = v.pipe(v.number(), v.description('Milliseconds.'));

/** `PublicKeyCredentialCreationOptionsJSON` (WebAuthn Level 3 §5.4), as Nod fills it. */
const creationOptionsResponse = v.pipe(
  v.strictObject({
    rp: v.strictObject({ id: v.string(), name: v.string() }),
    user: v.strictObject({ id: base64url, name: v.string(), displayName: v.string() }),
    challenge,
    pubKeyCredParams: v.array(v.strictObject({ type: v.literal('public-key'), alg: v.number() })),
    timeout,
    authenticatorSelection: v.strictObject({
      residentKey: v.literal('required'),
      requireResidentKey: v.literal(true),
      userVerification: v.literal('required'),
    }),
    excludeCredentials: v.array(descriptor),
    attestation: v.literal('none'),
  }),
  v.title('CreationOptions'),
  v.description('For `PublicKeyCredential.parseCreationOptionsFromJSON` (WebAuthn Level 3 §5.1.9).'),
) as unknown as Schema<unknown, PublicKeyCredentialCreationOptionsJSON>;

/** `PublicKeyCredentialRequestOptionsJSON` (WebAuthn Level 3 §5.5), as Nod fills it. */
export const requestOptionsResponse = v.pipe(
  v.strictObject({
    rpId: v.string(),
    challenge,
    allowCredentials: v.array(descriptor),
    userVerification: v.literal('required'),
    timeout,
  }),
  v.title('RequestOptions'),
  v.description('For `PublicKeyCredential.parseRequestOptionsFromJSON` (WebAuthn Level 3 §5.1.10).'),
) as unknown as Schema<unknown, PublicKeyCredentialRequestOptionsJSON>;

export const DEVICES = {
  'device-options': route(deviceOptionsCall, {
    summary: 'Begin to enrol a phone: get the options for its passkey',
    description: 'Leaves the ticket unspent.',
    stack: 'Account',
    grants: { Users: ['Query'], Sessions: ['GetItem', 'PutItem'] },
    answers: {
      200: v.strictObject({
        publicKey: creationOptionsResponse,
        username,
        purpose: v.pipe(
          v.picklist(['registration', 'invite', 'recovery']),
          v.description('What the ticket makes of the phone: a new user’s first, one more, or the only one.'),
        ),
      }),
    },
    problems: ['ticket_unknown', 'ticket_used', 'ticket_expired'],
  }),
  'device-enrol': route(deviceEnrolCall, {
    summary: 'Enrol a phone',
    description:
      'Spends the ticket and does what it is for. A repeat with the same `Idempotency-Key`, after a lost answer, gets a new cookie.',
    stack: 'Account',
    grants: {
      Users: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      Copies: ['PutItem'],
      Sessions: [
        'GetItem',
        'BatchGetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'DeleteItem',
        'ConditionCheckItem',
      ],
    },
    needsAdminUsername: true,
    memory: 512,
    idempotent: true,
    answers: { 201: v.strictObject({ device: deviceResponse }) },
    problems: [
      'ticket_unknown',
      'ticket_used',
      'ticket_expired',
      'challenge_used',
      'attestation_refused',
      'too_many_phones',
      'session_ended',
      'already_answered',
      'user_disabled',
      'conflict',
    ],
  }),
  'device-resume-options': route(deviceResumeOptionsCall, {
    summary: 'Begin to give a phone that lost its cookie a new one',
    stack: 'Account',
    grants: { Sessions: ['PutItem', 'UpdateItem'] },
    answers: { 200: v.strictObject({ publicKey: requestOptionsResponse }) },
    problems: ['too_many'],
  }),
  'device-resume': route(deviceResumeCall, {
    summary: 'Give a phone that still has its passkey a new cookie',
    description: 'The old cookie is worth nothing from then on.',
    stack: 'Account',
    grants: { Users: ['GetItem', 'UpdateItem'], Sessions: ['GetItem', 'DeleteItem'] },
    memory: 512,
    answers: { 200: v.strictObject({ device: deviceResponse, username }) },
    problems: ['challenge_used', 'assertion_refused', 'user_disabled', 'conflict'],
  }),
  devices: route(devicesCall, {
    summary: 'List your phones, oldest first',
    stack: 'Account',
    grants: { Users: ['Query', 'GetItem'] },
    answers: {
      200: listOf(deviceResponse, {
        onlyWayIn: v.exactOptional(
          v.pipe(v.literal(true), v.description('The one phone is the last sign-in method, which stays.')),
        ),
      }),
    },
  }),
  'device-current': route(deviceCurrentCall, {
    summary: 'Which phone this is, if it is one',
    description: 'Asking is no error for whoever is none: a page asks so to find out.',
    stack: 'Account',
    grants: { Users: ['GetItem'], Sessions: ['Query', 'BatchGetItem'] },
    tellsOfBell: true,
    texts: {
      details: 'With any value: also how many known browsers wait, and whether it is the only way in.',
    },
    answers: {
      200: v.variant('status', [
        v.strictObject({
          status: v.literal('enrolled'),
          device: deviceResponse,
          waiting: v.exactOptional(v.pipe(count, v.description('How many known browsers wait for it.'))),
          onlyWayIn: v.exactOptional(
            v.pipe(v.boolean(), v.description('It is the last sign-in method, which stays.')),
          ),
          bell: v.exactOptional(
            v.pipe(v.literal(true), v.description('There is a bell to listen to, at `/live?of=phone`.')),
          ),
        }),
        v.strictObject({
          status: v.pipe(
            v.literal('none'),
            v.description(
              'No phone of anybody: it never was one, was removed, or its browser lost the cookie.',
            ),
          ),
        }),
      ]),
    },
    problems: ['not_a_phone', 'user_disabled'],
  }),
  'device-rename': route(deviceRenameCall, {
    summary: 'Give one of your phones another name',
    stack: 'Account',
    grants: { Users: ['GetItem', 'UpdateItem'] },
    answers: { 200: v.strictObject({ device: deviceResponse }) },
    problems: ['conflict'],
  }),
  'device-invite': route(deviceInviteCall, {
    summary: 'Invite one more phone',
    description: 'The link lets no browser in, and is good only while the browser that invited is signed in.',
    stack: 'Account',
    grants: { Users: ['GetItem'], Sessions: ['PutItem', 'UpdateItem', 'ConditionCheckItem'] },
    answers: {
      201: v.strictObject({
        enrolUrl: v.pipe(v.string(), v.description('What the phone opens: `/phone#enrol=<ticket>`.')),
        expiresAt: timestamp,
      }),
    },
    problems: ['too_many', 'too_many_phones', 'user_disabled'],
  }),
  'device-remove': route(deviceRemoveCall, {
    summary: 'Remove a phone',
    description: 'A phone removes itself; a browser whose session is fresh removes any phone of its user.',
    stack: 'Account',
    grants: {
      Users: ['GetItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['Query', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    texts: { sessions: '`end` also ends the sessions that it approved, or stepped up.' },
    answers: {
      200: v.strictObject({
        status: v.literal('removed'),
        ended: v.pipe(count, v.description('How many sessions were ended with it.')),
        current: v.exactOptional(
          v.pipe(v.literal(true), v.description('The session that asks is among them.')),
        ),
      }),
    },
    problems: ['reauth_required', 'last_sign_in_method', 'conflict'],
  }),
} as const satisfies Record<string, Call & Declaration>;
