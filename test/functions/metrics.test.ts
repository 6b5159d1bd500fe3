import { describe, expect, it, vi } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';

/** The values in the metric lines that the functions write, each summed up. */
function sums(lines: string[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const line of lines) {
    const { _aws, Stage, ...values } = JSON.parse(line);
    const [{ Namespace, Dimensions, Metrics }] = _aws.CloudWatchMetrics;
    expect({ Namespace, Dimensions, Stage }).toEqual({
      Namespace: 'Nod',
      Dimensions: [['Stage']],
      Stage: 'test',
    });
    expect(Math.abs(_aws.Timestamp - Date.now())).toBeLessThan(60_000);
    expect(Object.keys(values)).toEqual(Metrics.map(({ Name }: { Name: string }) => Name));
    for (const [name, value] of Object.entries(values)) sums[name] = (sums[name] ?? 0) + Number(value);
  }
  return sums;
}

describe('the metrics', () => {
  const nod = startNod({ variables: { STAGE: 'test' } });

  it('count what was written, once, in one line each, and name nobody', async () => {
    const written: string[] = [];
    const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    try {
      const { username, browser, phone } = await newPerson(nod);
      const other = await signIn(nod, { username, phone });
      await signIn(nod, { username, phone });

      const denied = new Browser(nod);
      const { number } = await denied.succeed('login-start', { body: { username } });
      const { approval } = await phone.succeed('approval-find', { body: { number } });
      const deny = { params: { sessionId: approval.sessionId }, body: { decision: 'deny' as const } };
      await phone.succeed('approval-answer', deny);
      expect((await phone.call('approval-answer', deny)).status).toBeGreaterThanOrEqual(400);

      await browser.succeed('post-create', { body: { body: 'Hello' } });
      const { session } = await other.succeed('me');
      await phone.succeed('session-end', { params: { sessionId: session.id } });
      await browser.succeed('sessions-end');
      await browser.succeed('sessions-end');
      await browser.succeed('status');

      await vi.waitFor(() =>
        expect(sums(metricLines())).toEqual({
          Registrations: 1,
          Starts: 3,
          Approvals: 2,
          Denials: 1,
          Completions: 3,
          Posts: 1,
          RemoteEnds: 2,
        }),
      );
      expect(metricLines().join()).not.toContain(username);
    } finally {
      stdout.mockRestore();
    }

    function metricLines(): string[] {
      return written.flatMap((text) => text.split('\n')).filter((line) => line.includes('"_aws"'));
    }
  });
});
