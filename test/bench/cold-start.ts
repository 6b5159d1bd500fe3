/**
 * How long a status poll takes from the start of its process: `npm run bench:cold-start [runs]`.
 *
 * Each run starts Node.js anew, loads a bundle, and waits for the answer to a poll whose one GetItem goes over
 * TLS to a stub on this machine. The variants and a bare `node -e 0` take turns, so that whatever else the
 * machine does meets all of them alike. The second column is what a person waits for on Lambda after the INIT
 * phase, which has a whole processor: the handler alone, held to the share of one that 256 MB get.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { functionOptions } from '../../infra/bundles.ts';
import { newSessionId, newUserId } from '../../shared/ids.ts';
import { digest, newSecret } from '../../shared/secrets.ts';
import { makeCertificate } from './certificate.ts';

const runs = Number(process.argv[2] ?? 15);
/** A Lambda function of 256 MB has this share of a processor (1 769 MB have one). */
const SHARE = 256 / 1769;
const SLICE_MS = 20;

const folder = mkdtempSync(join(tmpdir(), 'nod-bench-'));
const secret = newSecret();
const [userId, sessionId] = [newUserId(), newSessionId()];
const originSecret = newSecret();

const lean = functionOptions(['status']);
const { plugins: _, ...whole } = lean;
const asCommonJs = { format: 'cjs', outExtension: { '.js': '.cjs' } } as const;
const bundled: Record<string, esbuild.BuildOptions> = {
  'whole SDK, module': whole,
  'whole SDK, CommonJS': { ...whole, ...asCommonJs },
  'lean SDK, module': lean,
  'lean SDK, CommonJS': { ...lean, ...asCommonJs },
};
/** CommonJS cannot wait at its top, so for it the priming read is taken out; for a module it is done or not. */
const variants = Object.entries(bundled).flatMap(([name, options]) =>
  options.format === 'cjs'
    ? [
        {
          name,
          options: { ...options, plugins: [...(options.plugins ?? []), withoutPriming()] },
          primed: false,
        },
      ]
    : [
        { name, options, primed: false },
        { name: `${name}, primed`, options, primed: true },
      ],
);

function withoutPriming(): esbuild.Plugin {
  return {
    name: 'without-priming',
    setup(build) {
      build.onLoad({ filter: /functions\/status\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(/^await prime\(.*$/m, ''),
        loader: 'ts',
      }));
    },
  };
}

const RUNNER = `
const [file, event] = JSON.parse(process.env.BENCH);
const { handler } = await import(file);
if (process.send) {
  process.send('ready');
  await new Promise((resolve) => process.once('message', resolve));
}
const { body } = await handler(event, {});
if (JSON.parse(body).status !== 'active') { console.error(body); process.exit(2); }
process.send?.('done');
process.exit(0);
`;

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function main(): Promise<void> {
  const { endpoint, certificate, close } = await startStub();
  const runner = join(folder, 'runner.mjs');
  writeFileSync(runner, RUNNER);
  const built = await buildVariants();
  const env = {
    PATH: process.env.PATH,
    NODE_EXTRA_CA_CERTS: certificate,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    TABLE_SESSIONS: 'Sessions',
    SITE_ORIGIN: 'https://nod.example',
    RP_ID: 'nod.example',
    ORIGIN_SECRET: originSecret,
  };
  const bare: number[] = [];
  const cold = new Map<string, number[]>();
  const throttled = new Map<string, number[]>();
  for (let run = 0; run < runs; run++) {
    bare.push(await elapsed(spawn(process.execPath, ['-e', '0'], { env })));
    for (const { name, file, primed } of built) {
      const onLambda = primed ? { AWS_LAMBDA_FUNCTION_NAME: 'status' } : {};
      const variables = { ...env, ...onLambda, BENCH: JSON.stringify([file, event()]) };
      const whole = spawn(process.execPath, [runner], {
        env: variables,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      note(cold, name, await elapsed(whole));
      const held = spawn(process.execPath, [runner], {
        env: variables,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      note(throttled, name, await elapsedThrottled(held));
    }
  }
  close();
  const base = median(bare);
  const bestBare = Math.min(...bare);
  console.log(`bare node: ${base.toFixed(0)} ms, median of ${runs}; best ${bestBare.toFixed(0)} ms\n`);
  for (const { name, file } of built) {
    const size = (readFileSync(file).length / 1000).toFixed(0).padStart(4);
    const start = median(cold.get(name) ?? []);
    const best = Math.min(...(cold.get(name) ?? [])) / bestBare;
    const first = median(throttled.get(name) ?? []);
    console.log(
      `${name.padEnd(24)} ${size} kB   ${start.toFixed(0).padStart(4)} ms = ${(start / base).toFixed(2)} × bare (best ${best.toFixed(2)} ×)` +
        `   first call at ${(SHARE * 100).toFixed(0)} % of a processor: ${first.toFixed(0).padStart(4)} ms`,
    );
  }
  rmSync(folder, { recursive: true });
}

async function buildVariants(): Promise<{ name: string; file: string; primed: boolean }[]> {
  return Promise.all(
    variants.map(async ({ name, options, primed }, at) => {
      const outdir = join(folder, String(at));
      await esbuild.build({ ...options, outdir, sourcemap: false });
      const extension = options.format === 'cjs' ? '.cjs' : '.mjs';
      return { name, file: join(outdir, `status/index${extension}`), primed };
    }),
  );
}

function note(into: Map<string, number[]>, name: string, value: number): void {
  into.set(name, [...(into.get(name) ?? []), value]);
}

async function elapsed(child: ChildProcess): Promise<number> {
  const startedAt = performance.now();
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`a run ended with ${code}`);
  return performance.now() - startedAt;
}

/** From the call to the answer, the process stopped for most of each slice of time. */
async function elapsedThrottled(child: ChildProcess): Promise<number> {
  await once(child, 'message');
  let isDone = false;
  const done = once(child, 'message').then(() => {
    isDone = true;
  });
  const startedAt = performance.now();
  child.send('go');
  const exit = once(child, 'exit');
  while (!isDone) {
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, SLICE_MS * SHARE))]);
    if (isDone) break;
    child.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, SLICE_MS * (1 - SHARE)));
    child.kill('SIGCONT');
  }
  const time = performance.now() - startedAt;
  await exit;
  return time;
}

function event() {
  return {
    version: '2.0',
    routeKey: 'GET /api/status',
    rawPath: '/api/status',
    rawQueryString: '',
    cookies: [`__Host-session=${userId}.${sessionId}.${secret}`],
    headers: { 'user-agent': 'bench', 'x-origin-secret': originSecret },
    requestContext: {
      http: {
        method: 'GET',
        path: '/api/status',
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'bench',
      },
      requestId: 'bench',
      timeEpoch: Date.now(),
    },
    isBase64Encoded: false,
  };
}

/** A DynamoDB that has one row, over TLS with a certificate made for this run. */
async function startStub() {
  const { file: certificate, tls } = makeCertificate(folder);
  const seconds = (offset: number) => ({ N: String(Date.now() / 1000 + offset) });
  const Item = {
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
  const answer = JSON.stringify({ Item });
  const server = createServer(tls, (request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(answer);
    });
  }).listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    certificate,
    endpoint: `https://localhost:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

await main();
