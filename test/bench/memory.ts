/**
 * How much memory, and with it how much of a processor, a function is worth: `npm run bench:memory [rounds]`.
 *
 * People register, sign in and write, and each call runs the bundle in a process of its own: one that has just
 * started (cold), or one that has answered before (warm). The database is Amazon's own, behind TLS. Measured is
 * processor time, which other work on this machine blurs less than time on the clock. What a memory size makes of it
 * is computed: 1 769 MB have one processor, a smaller function gets its share of each 20 ms, and for each call to the
 * database {@link WAIT_MS} are added. The processors of Lambda are not this machine's.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { bundleFunctions, functionFolder, siteFolder } from '../../infra/bundles.ts';
import { createTables, type LocalDatabase, startDatabase } from '../../infra/local/database.ts';
import { environmentOf, type LocalFunctions } from '../../infra/local/functions.ts';
import { listen } from '../../infra/local/server.ts';
import type { RouteName } from '../../shared/routes.ts';
import { newSecret } from '../../shared/secrets.ts';
import { Browser } from '../support/browser.ts';
import { newPerson, signIn } from '../support/people.ts';
import { makeCertificate } from './certificate.ts';

const rounds = Number(process.argv[2] ?? 9);
const SIZES_MB = [128, 256, 512, 1024];
const ONE_PROCESSOR_MB = 1769;
const SLICE_MS = 20;
/** What DynamoDB takes to answer: a guess, the same for every size. */
const WAIT_MS = 4;

type Measured = {
  /** Milliseconds of a processor, for starting and for the call. */
  startMs: number;
  callMs: number;
  /** Calls to the database. */
  calls: number;
  megabytes: number;
};

/** Says what it took to start, then answers events, and says what each took. */
const RUNNER = `
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const { handler } = await import(process.env.BENCH_FILE);
const startMs = cpu();
process.on('message', async (event) => {
  const before = cpu();
  const result = await handler(event, {});
  const callMs = cpu() - before;
  process.send({ result, startMs, callMs, megabytes: process.memoryUsage().rss / 2 ** 20 });
});
process.send('ready');
`;

const folder = mkdtempSync(join(tmpdir(), 'nod-bench-'));
const cold = new Map<RouteName, Measured[]>();
const warm = new Map<RouteName, Measured[]>();

async function main(): Promise<void> {
  await bundleFunctions();
  const database = await startDatabase();
  try {
    await createTables(database.endpoint, 'bench-');
    await measure(database);
    report();
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measure(database: LocalDatabase): Promise<void> {
  const { endpoint, certificate, counted, close } = await behindTls(database.endpoint);
  const server = await listen(0);
  const runner = join(folder, 'runner.mjs');
  writeFileSync(runner, RUNNER);

  const kept = new Map<RouteName, ChildProcess>();
  let keeps = false;

  async function start(name: RouteName): Promise<ChildProcess> {
    const settings = {
      siteOrigin: server.origin,
      relyingPartyId: 'localhost',
      databaseEndpoint: endpoint,
      tablePrefix: 'bench-',
      decoySecret: newSecret(),
      keySecret: newSecret(),
      originSecret: server.originSecret,
      variables: { NOD_LIMITS_SCALE: '1000' },
    };
    const child = fork(runner, {
      env: {
        ...environmentOf(name, settings),
        NODE_EXTRA_CA_CERTS: certificate,
        AWS_LAMBDA_FUNCTION_NAME: name,
        BENCH_FILE: join(functionFolder(name), 'index.mjs'),
      },
    });
    await once(child, 'message');
    return child;
  }

  const functions = {
    async invoke(name, event) {
      const known = kept.get(name);
      const child = known ?? (await start(name));
      const before = counted();
      child.send(event);
      const [{ result, ...measured }] = (await once(child, 'message')) as [
        Omit<Measured, 'calls'> & { result: APIGatewayProxyStructuredResultV2 },
      ];
      const into = known === undefined ? cold : warm;
      into.set(name, [...(into.get(name) ?? []), { ...measured, calls: counted() - before }]);
      if (keeps) kept.set(name, child);
      else child.kill();
      return result;
    },
  } satisfies Pick<LocalFunctions, 'invoke'>;
  server.serve({
    functions: functions as unknown as LocalFunctions,
    siteFolder: siteFolder({ local: true }),
  });

  for (let round = 0; round < rounds; round++) await useNod(server.origin, 1);
  keeps = true;
  for (let round = 0; round < 3 * rounds; round++) await useNod(server.origin, 20);

  for (const child of kept.values()) child.kill();
  await server.close();
  close();
}

/** One person, once around. */
async function useNod(origin: string, polls: number): Promise<void> {
  // All that a browser of the tests asks of a Nod.
  const nod = { origin } as Parameters<typeof newPerson>[0];
  const person = await newPerson(nod);
  const browser = await signIn(nod, person, new Browser(nod));
  for (let poll = 0; poll < polls; poll++) await browser.succeed('status');
  await browser.succeed('me');
  await browser.succeed('post-create', { body: { body: 'Measured.' } });
  await browser.succeed('posts');
  await person.phone.succeed('sessions');
}

function report(): void {
  const columns = (texts: string[]) => texts.map((text) => text.padStart(9)).join('');
  const sizes = columns(SIZES_MB.map((size) => `${size} MB`));
  console.log(
    `Medians of ${rounds} first calls and ${2 * rounds} warm ones; ${WAIT_MS} ms for each call to the database.\n`,
  );
  console.log(
    `${'processor ms'.padStart(43)}${'first call, ms at'.padStart(22)}${'warm call, ms at'.padStart(37)}`,
  );
  console.log(
    `${'function'.padEnd(20)}${columns(['start', 'first', 'warm'])}    ${sizes} ${sizes}${columns(['resident'])}`,
  );
  for (const [name, firsts] of [...cold].sort(([a], [b]) => a.localeCompare(b))) {
    const later = warmed(name);
    const [first, after] = [middle(firsts), middle(later)];
    const spent = [first.startMs, first.callMs, after.callMs].map((ms) => ms.toFixed(1));
    const at = (measured: Measured) => columns(SIZES_MB.map((size) => timeAt(size, measured).toFixed(0)));
    const most = `${Math.max(...later.map(({ megabytes }) => megabytes)).toFixed(0)} MB`;
    console.log(`${name.padEnd(20)}${columns(spent)}    ${at(first)} ${at(after)}${columns([most])}`);
  }
  console.log('\nGB s of a thousand warm calls, at the same sizes:');
  for (const [name] of [...warm].sort(([a], [b]) => a.localeCompare(b))) {
    const after = middle(warmed(name));
    const cost = SIZES_MB.map((size) => ((size / 1024) * timeAt(size, after)).toFixed(1));
    console.log(`${name.padEnd(20)}${columns(cost)}`);
  }
}

/** Without the first third, in which the processes warm up. */
function warmed(name: RouteName): Measured[] {
  const calls = warm.get(name) ?? [];
  return calls.slice(Math.floor(calls.length / 3));
}

/** How long a call takes at a size, in milliseconds: in each slice of time its share of one, and what it waits. */
function timeAt(size: number, { callMs, calls }: Measured): number {
  const share = (SLICE_MS * size) / ONE_PROCESSOR_MB;
  return Math.floor(callMs / share) * SLICE_MS + (callMs % share) + calls * WAIT_MS;
}

function middle(values: Measured[]): Measured {
  const median = (of: keyof Measured) => {
    const sorted = values.map((value) => value[of]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    startMs: median('startMs'),
    callMs: median('callMs'),
    calls: median('calls'),
    megabytes: median('megabytes'),
  };
}

/** A way to the database over TLS, on which calls are counted. */
async function behindTls(databaseEndpoint: string) {
  const { hostname, port } = new URL(databaseEndpoint);
  const { file, tls } = makeCertificate(folder);
  let count = 0;
  const proxy = createServer(tls, (incoming, outgoing) => {
    count++;
    const { method = 'POST', url = '/', headers } = incoming;
    const passed = request({ hostname, port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  }).listen(0);
  await once(proxy, 'listening');
  return {
    endpoint: `https://localhost:${(proxy.address() as AddressInfo).port}`,
    certificate: file,
    counted: () => count,
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

await main();
