import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { FUNCTION_NAMES } from '../../../shared/routes.ts';
import { type StartedNod, startNod } from '../../load/started-nod.ts';

/** What Nod may hold when nobody calls it, esbuild's share included and the database's not. */
const AT_REST_MB = 400;

let started: StartedNod | undefined;
afterAll(() => started?.stop());

/** As long as the database has to start, and the rest. */
describe('npm start', { timeout: 120_000 }, () => {
  it('says at once what it does, and then what is there', async () => {
    started = await startNod();
    const [first, ...others] = started.said.split('\n').filter((line) => line.trim() !== '');
    expect(first).toMatch(/^ {2}nod is starting: .*DynamoDB.*functions.*pages/);
    expect(others.join('\n')).toContain(`The ${FUNCTION_NAMES.length} functions are built.`);
    expect((await fetch(started.origin)).status).toBe(200);
    expect((await fetch(`${started.origin}/api/posts`)).status).toBe(200);
  });

  it('holds little at rest', () => {
    expect(residentMb(started?.pid ?? 0)).toBeGreaterThan(0);
    expect(residentMb(started?.pid ?? 0)).toBeLessThan(AT_REST_MB);
  });

  it('leaves nothing behind, also when it is ended', async () => {
    const { databaseEndpoint, origin } = started as StartedNod;
    await started?.stop();
    started = undefined;
    await expect(fetch(origin)).rejects.toThrow();
    await expect(fetch(databaseEndpoint)).rejects.toThrow();
  });
});

/** Of a process and what it has started, without the database. */
function residentMb(pid: number): number {
  const processes = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([id, parent, , command]) => (Number(id) === pid || Number(parent) === pid) && command !== 'java',
    );
  return processes.reduce((sum, [, , kilobytes]) => sum + Number(kilobytes), 0) / 1024;
}
