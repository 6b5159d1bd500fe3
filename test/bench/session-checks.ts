/**
 * Who checks sessions here: Nod's `status` as it is deployed and in other forms, and others' answers to the same question,
 * "who is signed in with this cookie?". Each is one bundle that answers one event of API Gateway, and says `susan`.
 *
 * The others are installed into a folder of their own outside of the project, in the versions below.
 */
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { functionOptions, ROOT } from '../../infra/bundles.ts';
import { replaced } from '../../infra/lean-sdk.ts';
import { newSessionId, newUserId } from '../../shared/ids.ts';
import { digest, newSecret } from '../../shared/secrets.ts';

const PEERS = { 'better-auth': '1.7.25', '@auth/core': '0.41.3' };
const PEERS_FOLDER = join(tmpdir(), 'nod-bench-peers');

export type SessionCheck = {
  name: string;
  /** The bundle, and the event that it answers. */
  file: string;
  event: object;
  env: Record<string, string>;
};

const secret = newSecret();
const token = newSecret();
const originSecret = newSecret();
const [userId, sessionId] = [newUserId(), newSessionId()];
const now = Date.now();

/** A user and a session as better-auth has them. */
const ROWS = {
  user: {
    id: 'u1',
    name: 'susan',
    email: 'susan@nod.example',
    emailVerified: true,
    image: null,
    createdAt: new Date(now),
    updatedAt: new Date(now),
  },
  session: {
    id: 's1',
    token,
    userId: 'u1',
    ipAddress: '192.0.2.1',
    userAgent: 'bench',
    expiresAt: new Date(now + 7 * 86_400_000),
    createdAt: new Date(now),
    updatedAt: new Date(now),
  },
};

/** What every contestant's store has, with DynamoDB's types. */
export const TABLES = { Sessions: sessionRow(), user: typed(ROWS.user), session: typed(ROWS.session) };

export async function sessionChecks(folder: string): Promise<SessionCheck[]> {
  return [...(await nods(folder)), ...(await peers(folder))];
}

async function nods(folder: string): Promise<SessionCheck[]> {
  const lean = functionOptions(['status']);
  const { plugins: _, ...whole } = lean;
  const bySdk = insteadOf((status) =>
    replaced(replaced(status, /\breader\b/g, 'database'), /\bprimeReader\b/g, 'prime'),
  );
  const unprimed = insteadOf((status) => replaced(status, /^await prime.*$/m, ''));
  const variants: [name: string, options: esbuild.BuildOptions][] = [
    ['status', lean],
    ['status, not primed', { ...lean, plugins: [...lean.plugins, unprimed] }],
    ['status by the SDK', { ...lean, plugins: [...lean.plugins, bySdk] }],
    ['status by the whole SDK', { ...whole, plugins: [bySdk] }],
  ];
  const env = {
    AWS_LAMBDA_FUNCTION_NAME: 'status',
    TABLE_SESSIONS: 'Sessions',
    TABLE_COPIES: 'Copies',
    SITE_ORIGIN: 'https://nod.example',
    RP_ID: 'nod.example',
    ORIGIN_SECRET: originSecret,
  };
  const event = eventOf('/api/status', `__Host-session=${userId}.${sessionId}.${secret}`);
  return Promise.all(
    variants.map(async ([name, options], at) => {
      const outdir = join(folder, String(at));
      await esbuild.build({ ...options, outdir, sourcemap: false });
      return { name, file: join(outdir, 'status/index.mjs'), event, env };
    }),
  );
}

/** Another text of `functions/status.ts`. */
function insteadOf(change: (text: string) => string): esbuild.Plugin {
  return {
    name: 'another-status',
    setup(build) {
      build.onLoad({ filter: /functions\/status\.ts$/ }, ({ path }) => ({
        contents: change(readFileSync(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

async function peers(folder: string): Promise<SessionCheck[]> {
  install();
  const sqlite = join(folder, 'better-auth.sqlite');
  await fill(sqlite);
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  const cookie = `__Secure-better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  const betterAuth = eventOf('/api/auth/get-session', cookie);
  const contestants: [name: string, entry: string, event: object, env: Record<string, string>][] = [
    ['better-auth, memory', 'better-auth-memory', betterAuth, { BENCH_ROWS: JSON.stringify(ROWS) }],
    ['better-auth, SQLite', 'better-auth-sqlite', betterAuth, { BENCH_SQLITE: sqlite }],
    ['better-auth, DynamoDB', 'better-auth-dynamodb', betterAuth, {}],
    ['Auth.js, JWT', 'auth-js', eventOf('/auth/session', await authJsCookie()), {}],
  ];
  const { plugins: _, ...options } = functionOptions(['status']);
  await esbuild.build({
    ...options,
    entryPoints: contestants.map(([, entry]) => join(import.meta.dirname, `peers/${entry}.mjs`)),
    outdir: folder,
    sourcemap: false,
    nodePaths: [join(PEERS_FOLDER, 'node_modules'), join(ROOT, 'node_modules')],
    // What one of their packages still asks for by `require`.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return contestants.map(([name, entry, event, env]) => ({
    name,
    file: join(folder, `${entry}.mjs`),
    event,
    env: { ...env, BENCH_SECRET: secret },
  }));
}

function install(): void {
  const manifest = JSON.stringify({ private: true, dependencies: PEERS });
  const file = join(PEERS_FOLDER, 'package.json');
  if (existsSync(file) && readFileSync(file, 'utf8') === manifest) return;
  mkdirSync(PEERS_FOLDER, { recursive: true });
  console.error(`Installing ${Object.keys(PEERS).join(' and ')} into ${PEERS_FOLDER} …`);
  const where = ['--prefix', PEERS_FOLDER, '--no-audit', '--no-fund'];
  const what = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-save', ...where, ...what], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(file, manifest);
}

/** The tables as better-auth makes them, with the two rows. */
async function fill(file: string): Promise<void> {
  const database = new DatabaseSync(file);
  const { getMigrations } = await fromPeers('better-auth/dist/db/get-migration.mjs');
  const { runMigrations } = await getMigrations({ database });
  await runMigrations();
  for (const [table, row] of Object.entries(ROWS)) {
    const names = Object.keys(row);
    const values = Object.values(row).map((value) => {
      if (value instanceof Date) return value.toISOString();
      return typeof value === 'boolean' ? Number(value) : value;
    });
    const marks = names.map(() => '?').join();
    database.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${marks})`).run(...values);
  }
  database.close();
}

const fromPeers = (file: string) => import(pathToFileURL(join(PEERS_FOLDER, 'node_modules', file)).href);

async function authJsCookie(): Promise<string> {
  const name = '__Secure-authjs.session-token';
  const { encode } = await fromPeers('@auth/core/jwt.js');
  const claims = { name: 'susan', email: 'susan@nod.example', sub: 'u1' };
  return `${name}=${await encode({ token: claims, secret, salt: name })}`;
}

function eventOf(path: string, cookie: string): object {
  return {
    version: '2.0',
    routeKey: `GET ${path}`,
    rawPath: path,
    rawQueryString: '',
    cookies: [cookie],
    headers: { host: 'nod.example', 'user-agent': 'bench', 'x-origin-secret': originSecret },
    requestContext: {
      http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'bench' },
      requestId: 'bench',
      timeEpoch: Date.now(),
    },
    isBase64Encoded: false,
  };
}

function sessionRow(): object {
  const seconds = (offset: number) => ({ N: String(now / 1000 + offset) });
  return {
    pk: { S: userId },
    sk: { S: `session#${sessionId}` },
    username: { S: 'susan' },
    displayName: { S: 'Susan' },
    roles: { L: [] },
    purpose: { S: 'signin' },
    status: { S: 'active' },
    lifetime: { S: '24h' },
    decoy: { BOOL: false },
    known: { BOOL: false },
    signinHash: { S: digest('signin') },
    secretHash: { S: digest(secret) },
    startedAt: seconds(-60),
    approvedAt: seconds(-50),
    completedAt: seconds(-40),
    lastActiveAt: seconds(-40),
    endsAt: seconds(3600),
    lifetimeEndsAt: seconds(80_000),
    browser: { S: 'Firefox 143' },
    os: { S: 'Windows' },
    place: { NULL: true },
    ip: { S: '192.0.2.1' },
  };
}

function typed(row: object): object {
  const typeOf = (value: unknown) => {
    if (value === null) return { NULL: true };
    if (typeof value === 'boolean') return { BOOL: value };
    return { S: value instanceof Date ? value.toISOString() : String(value) };
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeOf(value)]));
}
