/**
 * OpenID providers by configuration: `SOCIAL_PROVIDERS` holds a JSON array of them (OPERATIONS.md, "Providers").
 * A preset fills in what a kind of provider needs; what the operator writes beside it wins.
 */
import * as v from 'valibot';
import { env } from '../env.ts';
import { NodError } from '../errors.ts';
import type { Role } from '../users/user.ts';

/**
 * What the authorization request itself sends (OpenID Connect Core §3.1.2.1, RFC 7636 §4.3); nobody may set it by hand.
 */
const OWN_PARAMETERS = new Set([
  'client_id',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'redirect_uri',
  'request',
  'request_uri',
  'response_mode',
  'response_type',
  'scope',
  'state',
]);

const url = v.pipe(v.string(), v.url('Write a URL.'));

/** A parameter: text, or JSON that is sent as text, such as `claims`. */
const parameters = v.record(
  v.string(),
  v.union([
    v.string(),
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.transform((json) => JSON.stringify(json)),
    ),
  ]),
);

const authorizationParameters = v.pipe(
  parameters,
  v.check(
    (given) => !Object.keys(given).some((name) => OWN_PARAMETERS.has(name)),
    `Leave out ${[...OWN_PARAMETERS].join(', ')}: Nod sends them itself.`,
  ),
);

const ROLES = ['admin'] as const satisfies Role[];

const fields = v.object({
  /** Stands in the addresses of the provider's routes, and is kept in sessions and links. */
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/, 'An id has a–z, 0–9 and "-".')),
  /** What the button says. */
  label: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(40)),
  issuer: url,
  /** Where its metadata is, if not right under the issuer (OpenID Connect Discovery §4). */
  discovery: v.optional(v.pipe(url, v.includes('/.well-known/'))),
  /** Metadata that the provider does not tell or tells wrongly, such as `end_session_endpoint`. */
  endpoints: v.optional(v.record(v.pipe(v.string(), v.regex(/_(endpoint|uri)$/)), url), {}),
  clientId: v.pipe(v.string(), v.nonEmpty()),
  /**
   * The name of the client's secret, never the secret: of a secret in Secrets Manager in a deployment, of an
   * environment variable on one machine.
   */
  clientSecret: v.optional(v.pipe(v.string(), v.nonEmpty())),
  tokenEndpointAuth: v.optional(
    v.picklist(['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'none']),
  ),
  scopes: v.optional(v.array(v.string()), ['openid', 'profile', 'email']),
  /** Sent along with the person to the provider: `realm`, `claims`, `prompt`, `acr_values`, … */
  parameters: v.optional(authorizationParameters, {}),
  /** Whether the userinfo endpoint is asked, too, after the code exchange. */
  userinfo: v.optional(v.boolean(), true),
  /**
   * By which algorithm the provider signs userinfo (OpenID Connect Core §5.3.2), where its metadata has no
   * `userinfo_signing_alg_values_supported`. Userinfo that is not signed so is then refused.
   */
  userinfoSignedResponseAlg: v.optional(
    v.picklist(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']),
  ),
  /** Only people with one of these values in a claim may come in. */
  allow: v.optional(v.object({ claim: v.string(), values: v.array(v.string()) })),
  /** Which value of a claim gives which role; looked at anew with every sign-in. */
  roles: v.optional(v.object({ claim: v.string(), values: v.record(v.string(), v.picklist(ROLES)) })),
  /** What signing out of Nod does at the provider. */
  logout: v.optional(
    v.object({
      /** Whether the browser goes there to sign out as well (OpenID Connect RP-Initiated Logout 1.0). */
      browser: v.optional(v.boolean(), true),
      /** What the provider calls the address to come back to. */
      returnParameter: v.optional(v.string(), 'post_logout_redirect_uri'),
      parameters: v.optional(parameters, {}),
      /** Whether the tokens are revoked (RFC 7009). */
      revoke: v.optional(v.boolean(), false),
      /** Whether logout tokens come with another `typ` than `logout+jwt`, as from older versions of Keycloak. */
      untypedTokens: v.optional(v.boolean(), false),
    }),
    {},
  ),
  /** How the server asks whether the person's tokens still hold: by RFC 7662, as AuthMachine does it, or never. */
  revocation: v.optional(v.picklist(['none', 'introspection', 'check_token_revoked']), 'none'),
});

const providerSchema = v.pipe(
  fields,
  v.check(
    ({ clientSecret, tokenEndpointAuth = 'none' }) =>
      clientSecret !== undefined || tokenEndpointAuth === 'none',
    'A client that authenticates needs clientSecret, the name of its secret.',
  ),
  v.check(({ scopes }) => scopes.includes('openid'), 'The scopes must contain openid.'),
  v.check((provider) => isReachedSafely(provider), 'An issuer begins with https://.'),
);

export type Provider = v.InferOutput<typeof fields>;

/** What a kind of provider needs, under what the operator writes. */
const PRESETS: Record<string, Partial<v.InferInput<typeof fields>>> = {
  authmachine: {
    tokenEndpointAuth: 'client_secret_post',
    logout: { parameters: { revoke_tokens: '1' } },
    revocation: 'check_token_revoked',
  },
  peam: {
    tokenEndpointAuth: 'client_secret_post',
    parameters: { realm: '/individu' },
    userinfo: true,
    logout: { returnParameter: 'redirect_uri' },
  },
};

const withPreset = v.pipe(
  v.looseObject({ preset: v.optional(v.picklist(Object.keys(PRESETS))) }),
  v.transform(({ preset = '', ...own }): unknown => ({ ...PRESETS[preset], ...own })),
  providerSchema,
);

const listSchema = v.pipe(
  v.array(withPreset),
  v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'Two providers have one id.'),
);

/**
 * What is configured in a JSON text.
 * @throws {Error} with a sentence for the operator that names the first thing that is wrong
 */
export function parseProviders(json: string): Provider[] {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch {
    throw new Error('SOCIAL_PROVIDERS is not JSON.');
  }
  const result = v.safeParse(listSchema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`SOCIAL_PROVIDERS, ${v.getDotPath(issue) ?? 'as a whole'}: ${issue.message}`);
}

let parsed: { json: string; providers: Provider[] } | undefined;

/** The providers of this Nod, in the order in which their buttons stand. */
export function providers(): Provider[] {
  const json = env.socialProviders;
  if (parsed === undefined || parsed.json !== json) parsed = { json, providers: parseProviders(json) };
  return parsed.providers;
}

/** @throws {NodError} `provider_unknown` */
export function providerById(id: string | undefined): Provider {
  const provider = providers().find((candidate) => candidate.id === id);
  if (provider === undefined) throw new NodError('provider_unknown', 'There is no such way to sign in here.');
  return provider;
}

/** Whether the provider is on this machine, which is no place for TLS; never so in a deployment. */
export function isOnThisMachine({ issuer }: Pick<Provider, 'issuer'>): boolean {
  return env.stage === undefined && LOOPBACK.test(new URL(issuer).hostname);
}

/** RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3 */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function isReachedSafely(provider: Pick<Provider, 'issuer'>): boolean {
  return new URL(provider.issuer).protocol === 'https:' || isOnThisMachine(provider);
}
