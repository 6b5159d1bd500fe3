/**
 * An OpenID provider on this machine, for trying what Nod does with one: certified `oidc-provider`, two people in
 * it, and no password. Never part of a deployment.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import Provider, { type Configuration, errors } from 'oidc-provider';
import { PEOPLE, type Person } from './demo-people.ts';
import { providerMemory } from './demo-provider-memory.ts';
import { failedPage, goneByPage, homePage, leavePage, leftPage, pickPage } from './demo-provider-pages.ts';

export type DemoProvider = {
  issuer: string;
  /** Where it listens. */
  ownOrigin: string;
  /** Its entry for `SOCIAL_PROVIDERS`, and the variable that its client's secret stands in. */
  entry: Record<string, unknown>;
  variables: Record<string, string>;
  provider: Provider;
  /** Withdraws what the person has let Nod have. */
  revoke(sub: string): void;
  close(): Promise<void>;
};

export type DemoOptions = {
  /** Nod's id for it. */
  id?: string;
  siteOrigin: string;
  port?: number;
  /** What it calls itself, if it is reached by another address than its own. */
  issuer?: string;
  keys?: JWK[];
  people?: readonly Person[];
  configuration?: Configuration;
};

/**
 * Starts it on `127.0.0.1`, and not on Nod's host `localhost`: cookies do not tell ports apart.
 * @throws {Error} `EADDRINUSE` if the port is taken
 */
export async function startDemoProvider(options: DemoOptions): Promise<DemoProvider> {
  const { id = 'demo', siteOrigin, port = 0, people = PEOPLE } = options;
  const clientSecret = randomBytes(32).toString('base64url');
  const memory = providerMemory();
  let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async () => {};
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) return void response.destroy();
      sendPage(response, failedPage(siteOrigin), 500);
    });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The demo provider has no port.');
  const ownOrigin = `http://127.0.0.1:${address.port}`;
  const issuer = options.issuer ?? ownOrigin;

  const provider = new Provider(issuer, {
    adapter: memory.adapter,
    clients: [
      {
        client_id: 'nod',
        client_secret: clientSecret,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${siteOrigin}/api/social/${id}/callback`],
        post_logout_redirect_uris: [`${siteOrigin}/api/social/${id}/ended`],
        backchannel_logout_uri: `${siteOrigin}/api/social/${id}/backchannel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    features: {
      backchannelLogout: { enabled: true },
      devInteractions: { enabled: false },
      introspection: { enabled: true, allowedPolicy: () => true },
      revocation: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: {
        logoutSource(ctx, form) {
          ctx.body = leavePage(form);
        },
        postLogoutSuccessSource(ctx) {
          ctx.body = leftPage(siteOrigin);
        },
      },
    },
    // Its own refuses to call this machine, which is where Nod is, and has no patience with a busy one.
    fetch(url, options) {
      const { dispatcher: _, ...others } = options as RequestInit & { dispatcher?: unknown };
      return fetch(url, { ...(others as RequestInit), signal: AbortSignal.timeout(10_000) });
    },
    findAccount: (_, sub) => {
      const person = people.find((candidate) => candidate.sub === sub);
      return person && { accountId: sub, claims: () => ({ ...person }) };
    },
    interactions: { url: (_, { uid }) => `/pick/${uid}` },
    issueRefreshToken: () => true,
    jwks: { keys: options.keys ?? [newKey()] },
    loadExistingGrant,
    pkce: { required: () => true },
    ttl: TTL,
    ...options.configuration,
  });
  const protocol = provider.callback();

  answer = async (request, response) => {
    const { method, url = '/' } = request;
    const path = new URL(url, issuer).pathname;
    if (path === '/') {
      if (method === 'POST') memory.revoke((await formOf(request)).get('sub') ?? '');
      return sendPage(response, homePage(people, siteOrigin));
    }
    if (!path.startsWith('/pick/')) return protocol(request, response);
    try {
      await provider.interactionDetails(request, response);
    } catch (error) {
      // Somebody has gone back to a question that they have answered, or that has become too old.
      if (!(error instanceof errors.SessionNotFound)) throw error;
      return sendPage(response, goneByPage(siteOrigin), 400);
    }
    if (method !== 'POST') return sendPage(response, pickPage(people, siteOrigin));
    const sub = (await formOf(request)).get('sub');
    const result = sub ? { login: { accountId: sub } } : { error: 'access_denied' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };

  /** Nobody is asked for consent: what Nod wants, it gets. */
  async function loadExistingGrant(ctx: Parameters<NonNullable<Configuration['loadExistingGrant']>>[0]) {
    const { client, session } = ctx.oidc;
    const accountId = session?.accountId;
    if (client === undefined || accountId === undefined) return undefined;
    const existing = session?.grantIdFor(client.clientId);
    const known = existing === undefined ? undefined : await provider.Grant.find(existing);
    if (known !== undefined) return known;
    const grant = new provider.Grant({ clientId: client.clientId, accountId });
    grant.addOIDCScope('openid profile email offline_access');
    await grant.save();
    return grant;
  }

  const secretName = `${id.toUpperCase()}_CLIENT_SECRET`;
  return {
    issuer,
    ownOrigin,
    entry: {
      id,
      label: 'Demo',
      issuer,
      clientId: 'nod',
      clientSecret: secretName,
      revocation: 'introspection',
      logout: { revoke: true },
    },
    variables: { [secretName]: clientSecret },
    provider,
    revoke: memory.revoke,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const DAY = 24 * 60 * 60;

/** How long things last there, in seconds. */
export const TTL = {
  AccessToken: 300,
  AuthorizationCode: 60,
  Grant: DAY,
  IdToken: 3600,
  Interaction: 600,
  RefreshToken: DAY,
  Session: DAY,
};

export function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    ...privateKey.export({ format: 'jwk' }),
    kid: randomBytes(6).toString('hex'),
    use: 'sig',
    alg: 'RS256',
  } as JWK;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

function sendPage(response: ServerResponse, html: string, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(html);
}
