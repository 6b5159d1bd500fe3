/**
 * Stands in front of a real OpenID provider, under whose name it speaks, and bends what passes: tokens are
 * changed and signed again, answers are broken, huge or never come.
 */
import { once } from 'node:events';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { base64url, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';

export type Passing = { path: string; status: number; body: Buffer; headers: Record<string, unknown> };

/** What to do to an answer; `undefined` lets it pass. */
export type Bend = (passing: Passing) => Partial<Passing> | undefined | Promise<Partial<Passing> | undefined>;

export type HostileProxy = {
  origin: string;
  /** Where the real provider listens; set once it does. */
  target: string;
  bend: Bend | undefined;
  /** The paths that were asked for. */
  asked: string[];
  close(): Promise<void>;
};

export async function startHostileProxy(): Promise<HostileProxy> {
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const proxy: HostileProxy = {
    origin: `http://127.0.0.1:${address.port}`,
    target: '',
    bend: undefined,
    asked: [],
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const path = url.replace(/\?.*$/, '');
    proxy.asked.push(path);
    const target = new URL(proxy.target);
    const passed = forward({ hostname: target.hostname, port: target.port, method, path: url, headers });
    request.pipe(passed);
    const [answer] = (await once(passed, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    const { 'content-length': _, 'transfer-encoding': __, ...kept } = answer.headers;
    const passing = { path, status: answer.statusCode ?? 502, body: Buffer.concat(chunks), headers: kept };
    const bent = { ...passing, ...(await proxy.bend?.(passing)) };
    response.writeHead(bent.status, bent.headers as Record<string, string>).end(bent.body);
  }

  return proxy;
}

/** Bends what is asked for at one path. */
export const at =
  (path: string, bend: Bend): Bend =>
  (passing) =>
    passing.path === path ? bend(passing) : undefined;

/** Bends a JSON body. */
export const json =
  (change: (body: Record<string, unknown>) => unknown): Bend =>
  async ({ body }) => ({ body: Buffer.from(JSON.stringify(await change(JSON.parse(body.toString())))) });

/** Changes the claims of the ID token and signs them again, with the provider's own key unless `sign` does. */
export const idToken = (
  key: JWK,
  change: (claims: JWTPayload) => JWTPayload,
  sign: (claims: JWTPayload, key: JWK) => Promise<string> = signed,
): Bend =>
  at(
    '/token',
    json(async (body) => {
      const [, payload = ''] = String(body.id_token).split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload;
      return { ...body, id_token: await sign(change(claims), key) };
    }),
  );

export async function signed(
  claims: JWTPayload,
  key: JWK,
  header: Record<string, unknown> = {},
): Promise<string> {
  const { alg = 'RS256' } = header;
  return new SignJWT(claims)
    .setProtectedHeader({ ...header, alg: String(alg), kid: String(header.kid ?? key.kid) })
    .sign(await importJWK({ ...key, alg: String(alg) }, String(alg)));
}

/** What a careless client takes for a signature: none at all (RFC 7519 §6). */
export async function unsigned(
  claims: JWTPayload,
  _key: JWK,
  header: Record<string, unknown> = {},
): Promise<string> {
  const part = (value: unknown) => base64url.encode(JSON.stringify(value));
  return `${part({ alg: 'none', ...header })}.${part(claims)}.`;
}
