/** Signing in with an OpenID provider. */
import * as v from 'valibot';
import { displayNameSchema, usernameSchema } from '../users/username.ts';
import { language, listOf, nothing, sessionId, timestamp } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';

const LOGOUT_TOKEN = {
  maxLength: 16_384,
  description: 'A logout token (OpenID Connect Back-Channel Logout 1.0 §2.4).',
};
const ANSWERS = {
  anyOf: [{ required: ['username'] }, { required: ['displayName'] }, { required: ['link'] }],
  description: 'The answer to what was asked; an answer to something else leaves the question as it is.',
};

const NEXT = {
  maxLength: 2048,
  description: 'The page of this site to go to in the end; anything else becomes `/`.',
};
const LINK = { description: 'Adds the provider to the account of the session, which must be fresh.' };
const AGAIN = {
  description: 'Asks the person there even if they are signed in, for a session that is fresh.',
};

const PROVIDER = { provider: 'A provider, by its id in `social-providers`.' };

export const socialProvidersCall = {
  name: 'social-providers',
  method: 'GET',
  path: '/api/social/providers',
  auth: 'open',
} as const satisfies Call;

export const socialStartCall = {
  name: 'social-start',
  method: 'POST',
  path: '/api/social/{provider}/start',
  auth: 'any',
  body: v.object({
    next: v.pipe(v.string(), v.metadata(NEXT), v.maxLength(2048, 'That address is too long.')),
    link: v.exactOptional(v.pipe(v.literal(true), v.metadata(LINK))),
    again: v.exactOptional(v.pipe(v.literal(true), v.metadata(AGAIN))),
  }),
} as const satisfies Call;

export const socialCallbackCall = {
  name: 'social-callback',
  method: 'GET',
  path: '/api/social/{provider}/callback',
  auth: 'any',
} as const satisfies Call;

export const socialQuestionCall = {
  name: 'social-question',
  method: 'GET',
  path: '/api/social/question',
  auth: 'any',
} as const satisfies Call;

export const socialContinueCall = {
  name: 'social-continue',
  method: 'POST',
  path: '/api/social/continue',
  auth: 'any',
  body: v.pipe(
    v.object({
      authorization: sessionId,
      username: v.exactOptional(usernameSchema),
      displayName: v.exactOptional(displayNameSchema),
      link: v.exactOptional(v.literal(true)),
      language: v.exactOptional(language),
    }),
    v.metadata(ANSWERS),
    v.check(
      ({ authorization: _, language: __, ...answers }) => Object.keys(answers).length > 0,
      'Answer what was asked.',
    ),
  ),
} as const satisfies Call;

export const socialLinksCall = {
  name: 'social-links',
  method: 'GET',
  path: '/api/social/links',
  auth: 'user',
} as const satisfies Call;

export const socialUnlinkCall = {
  name: 'social-unlink',
  method: 'DELETE',
  path: '/api/social/links/{provider}',
  auth: 'fresh',
  act: 'remove_link',
} as const satisfies Call;

export const socialLogoutCall = {
  name: 'social-logout',
  method: 'POST',
  path: '/api/social/{provider}/backchannel-logout',
  auth: 'open',
  form: true,
  body: v.object({
    logout_token: v.pipe(v.string(), v.metadata(LOGOUT_TOKEN), v.maxLength(16_384)),
  }),
} as const satisfies Call;

export const socialEndedCall = {
  name: 'social-ended',
  method: 'GET',
  path: '/api/social/{provider}/ended',
  auth: 'any',
} as const satisfies Call;

const label = v.pipe(v.string(), v.description('Its name for people.'));

export const socialProviderResponse = v.pipe(
  v.strictObject({ id: v.string(), label }),
  v.title('SocialProvider'),
);

/** What the way from a provider has stopped for. */
export const socialQuestionResponse = v.pipe(
  v.variant('question', [
    v.strictObject({
      id: v.string(),
      label,
      question: v.literal('username'),
      suggestion: v.pipe(v.nullable(v.string()), v.description('A name that is free, if one was found.')),
      displayName: v.nullable(v.string()),
    }),
    v.strictObject({
      id: v.string(),
      label,
      question: v.literal('link'),
      issuer: v.string(),
      subject: v.string(),
    }),
  ]),
  v.title('SocialQuestion'),
);

export const socialLinkResponse = v.pipe(
  v.strictObject({
    provider: v.string(),
    label,
    issuer: v.pipe(v.string(), v.description('The `iss` of its ID tokens (OpenID Connect Core 1.0 §2).')),
    subject: v.pipe(v.string(), v.description('The `sub` of its ID tokens.')),
    name: v.pipe(v.nullable(v.string()), v.description('How the provider calls the person.')),
    createdAt: timestamp,
    lastUsedAt: timestamp,
  }),
  v.title('SocialLink'),
);

export const SOCIAL = {
  'social-providers': route(socialProvidersCall, {
    summary: 'List the providers that people can sign in with here',
    stack: 'SignIn',
    grants: {},
    needsProviders: 'list',
    answers: { 200: listOf(socialProviderResponse) },
  }),
  'social-start': route(socialStartCall, {
    summary: 'Begin to sign in at a provider',
    description: 'The way is bound to this browser by a cookie of its own.',
    stack: 'SignIn',
    grants: { Sessions: ['GetItem', 'PutItem', 'UpdateItem'] },
    needsProviders: 'list',
    names: PROVIDER,
    answers: {
      200: v.strictObject({ url: v.pipe(v.string(), v.description('Where the browser goes now.')) }),
    },
    problems: [
      'provider_unknown',
      'provider_unavailable',
      'provider_not_ready',
      'too_many',
      'not_signed_in',
      'reauth_required',
      'phone_away',
    ],
  }),
  'social-callback': route(socialCallbackCall, {
    summary: 'Where a provider sends the browser back to',
    description: 'The redirection endpoint (RFC 6749 §3.1.2).',
    stack: 'SignIn',
    grants: {
      Users: ['GetItem', 'PutItem', 'UpdateItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      Copies: ['PutItem'],
      SocialLinks: ['GetItem', 'PutItem'],
    },
    needsKeySecret: true,
    needsProviders: 'secrets',
    hasProblemPage: true,
    names: PROVIDER,
    texts: {
      state: 'As it was sent along (RFC 6749 §4.1.2).',
      code: 'The authorization code.',
      iss: 'The issuer (RFC 9207).',
      error: 'Why there is no code (RFC 6749 §4.1.2.1).',
    },
    answers: { 302: nothing },
    problems: [
      'provider_unknown',
      'provider_refused',
      'provider_declined',
      'provider_account_refused',
      'signed_out_there',
      'authorization_unknown',
      'provider_unavailable',
      'provider_not_ready',
      'link_taken',
      'already_linked',
      'username_taken',
      'user_disabled',
      'not_signed_in',
      'phone_away',
      'conflict',
    ],
  }),
  'social-question': route(socialQuestionCall, {
    summary: 'What the way from a provider has stopped for',
    stack: 'SignIn',
    grants: { Sessions: ['GetItem'] },
    needsProviders: 'list',
    texts: { authorization: 'Which way, as the fragment of the page says that the browser came back to.' },
    answers: { 200: socialQuestionResponse },
    problems: ['not_awaiting_input', 'provider_unknown'],
  }),
  'social-continue': route(socialContinueCall, {
    summary: 'Answer what the way from a provider has stopped for',
    stack: 'SignIn',
    grants: {
      Users: ['GetItem', 'PutItem', 'UpdateItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      Copies: ['PutItem'],
      SocialLinks: ['GetItem', 'PutItem'],
    },
    needsKeySecret: true,
    needsProviders: 'list',
    answers: {
      200: v.strictObject({
        status: v.picklist(['approved', 'linked', 'question']),
        next: v.pipe(
          v.string(),
          v.description('The page to go on to, once the sign-in is completed where there is one.'),
        ),
      }),
    },
    problems: [
      'not_awaiting_input',
      'provider_unknown',
      'provider_account_refused',
      'signed_out_there',
      'authorization_unknown',
      'username_taken',
      'link_taken',
      'already_linked',
      'user_disabled',
      'not_signed_in',
      'phone_away',
      'conflict',
    ],
  }),
  'social-links': route(socialLinksCall, {
    summary: 'List your accounts at providers',
    stack: 'SignIn',
    grants: { Users: ['Query'] },
    needsProviders: 'list',
    answers: { 200: listOf(socialLinkResponse) },
  }),
  'social-unlink': route(socialUnlinkCall, {
    summary: 'Remove one of your accounts at providers',
    stack: 'SignIn',
    grants: {
      Users: ['GetItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      SocialLinks: ['DeleteItem'],
    },
    names: PROVIDER,
    answers: { 204: nothing },
    problems: ['not_found', 'last_sign_in_method', 'conflict'],
  }),
  'social-logout': route(socialLogoutCall, {
    summary: 'A provider says that a person signed out there',
    description: 'Ends the sessions that it let in (OpenID Connect Back-Channel Logout 1.0 §2.5).',
    stack: 'SignIn',
    grants: { Sessions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    needsProviders: 'list',
    names: PROVIDER,
    answers: { 200: nothing },
    problems: ['provider_unknown', 'provider_refused', 'provider_unavailable'],
  }),
  'social-ended': route(socialEndedCall, {
    summary: 'Where a provider sends the browser back to after signing out there',
    description: 'OpenID Connect RP-Initiated Logout 1.0 §3.',
    stack: 'SignIn',
    grants: { Sessions: ['GetItem', 'DeleteItem'] },
    needsProviders: 'list',
    hasProblemPage: true,
    names: PROVIDER,
    texts: { state: 'As it was sent along.' },
    answers: { 302: nothing },
    problems: ['provider_unknown', 'authorization_unknown'],
  }),
} as const satisfies Record<string, Call & Declaration>;
