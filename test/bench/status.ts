/**
 * What it costs to know who is signed in: `npm run bench [runs]`, 5 unless said.
 *
 * Nod's `status`, in several forms, and others' session checks take turns with bare Node.js, so that whatever else the
 * machine does meets all of them alike: compare within one table. Each is a bundle in a process of its own that answers
 * events of API Gateway; who has a DynamoDB reaches it over TLS, at a stub on this machine. Columns:
 *
 * - cold: processor time from the start of the process to its first answer, and as a multiple of bare Node.js;
 * - warm: processor time of one check, of some thousands one after the other, when all is compiled;
 * - first call: what somebody waits for after the INIT phase, with the share of a processor that 256 MB have;
 * - a second: how many checks one process answers, 16 at once.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heldBack } from './held-back.ts';
import { type SessionCheck, sessionChecks, TABLES } from './session-checks.ts';
import { startStoreStub } from './store-stub.ts';

const runs = Number(process.argv[2] ?? 5);

/** What a process is told to do: answer once, answer once when told to, or answer thousands of times. */
type Task = 'cold' | 'held back' | 'warm';
type Measured = { cpuMs: number; warmMs?: number; aSecond?: number };

const RUNNER = `
const cpuMs = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const { task, file, event } = JSON.parse(process.env.BENCH);
const { handler } = await import(file);
const context = { getRemainingTimeInMillis: () => 10_000 };
const check = () => handler(event, context);
if (task === 'held back') {
  process.send('ready');
  await new Promise((resolve) => process.once('message', resolve));
}
const { body } = await check();
const measured = { cpuMs: cpuMs() };
if (!body.includes('"susan"')) { console.error(body); process.exit(2); }
if (task === 'held back') process.send('done');
if (task === 'warm') {
  const times = async (n) => { for (let at = 0; at < n; at++) await check(); };
  await times(500);
  const before = cpuMs();
  await times(1000);
  measured.warmMs = (cpuMs() - before) / 1000;
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: 16 }, () => times(64)));
  measured.aSecond = 1024 / ((performance.now() - startedAt) / 1000);
}
process.getBuiltinModule('fs').writeSync(1, JSON.stringify(measured));
process.exit(0);
`;
const BARE = `const { user, system } = process.cpuUsage();
process.getBuiltinModule('fs').writeSync(1, JSON.stringify({ cpuMs: (user + system) / 1000 }));`;

const folder = mkdtempSync(join(tmpdir(), 'nod-bench-'));
const runner = join(folder, 'runner.mjs');
const noted = new Map<string, number[]>();

async function main(): Promise<void> {
  writeFileSync(runner, RUNNER);
  const checks = await sessionChecks(folder);
  const stub = await startStoreStub(folder, TABLES);
  const env = {
    PATH: process.env.PATH,
    NODE_EXTRA_CA_CERTS: stub.certificate,
    AWS_ENDPOINT_URL_DYNAMODB: stub.endpoint,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  try {
    for (let run = 0; run < runs; run++) {
      console.error(`Run ${run + 1} of ${runs} …`);
      note('bare', 'cold', (await ended(spawned(['-e', BARE], env))).cpuMs);
      for (const check of checks) {
        const child = (task: Task) =>
          spawned([runner], { ...env, ...check.env, BENCH: told(check, task) }, task);
        note(check.name, 'cold', (await ended(child('cold'))).cpuMs);
        const { warmMs = Number.NaN, aSecond = Number.NaN } = await ended(child('warm'));
        note(check.name, 'warm', warmMs);
        note(check.name, 'a second', aSecond);
        const held = child('held back');
        const whole = ended(held);
        note(check.name, 'first call', await heldBack(held));
        await whole;
      }
    }
    report(checks);
  } finally {
    stub.close();
    rmSync(folder, { recursive: true });
  }
}

const told = ({ file, event }: SessionCheck, task: Task): string => JSON.stringify({ task, file, event });

function spawned(args: string[], env: NodeJS.ProcessEnv, task: Task = 'cold'): ChildProcess {
  const ipc = task === 'held back' ? (['ipc'] as const) : [];
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit', ...ipc] });
}

/** What the process has measured. */
async function ended(child: ChildProcess): Promise<Measured> {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (part) => {
    said += part;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`a run ended with ${code}`);
  return JSON.parse(said);
}

function note(name: string, column: string, value: number): void {
  const key = `${name} ${column}`;
  noted.set(key, [...(noted.get(key) ?? []), value]);
}

/** The median of what was noted. */
function median(name: string, column: string): number {
  const values = (noted.get(`${name} ${column}`) ?? []).toSorted((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}

function report(checks: SessionCheck[]): void {
  const bare = median('bare', 'cold');
  const warm = median('status', 'warm');
  console.log(
    `Medians of ${runs} runs. Bare Node.js ${process.version} takes ${bare.toFixed(0)} ms of a processor.\n`,
  );
  console.log(
    '| | kB | cold | warm | first call at 256 MB | a second |\n| --- | --- | --- | --- | --- | --- |',
  );
  for (const { name, file } of checks) {
    const cold = median(name, 'cold');
    const one = median(name, 'warm');
    const cells = [
      name,
      (readFileSync(file).length / 1000).toFixed(0),
      `${cold.toFixed(0)} ms = ${(cold / bare).toFixed(2)} × bare`,
      `${one.toFixed(3)} ms = ${(one / warm).toFixed(2)} × status`,
      `${median(name, 'first call').toFixed(0)} ms`,
      median(name, 'a second').toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  for (const [name, most] of [
    ['better-auth, SQLite', 0.45],
    ['better-auth, DynamoDB', 0.2],
  ] as const) {
    console.log(`status warm = ${(warm / median(name, 'warm')).toFixed(2)} × ${name} (goal: ${most})`);
  }
}

await main();
