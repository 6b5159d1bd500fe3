/** No line of a log can hold what hides, begins a line of its own or turns its reading direction. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../infra/bundles.ts';
import { serve } from '../../shared/http/serve.ts';
import { log, logLine } from '../../shared/log.ts';
import { metricLine } from '../../shared/metrics.ts';
import { logProviderError } from '../../shared/social/log-provider-error.ts';
import { serveTrigger, triggered } from '../../shared/trigger.ts';

const unit = (code: number) => String.fromCharCode(code);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => unit(from + at));

/** C0, DEL and C1; marks and overrides of direction; separators of lines; what has no width; halves of characters; tags. */
const UNSEEN = [
  ...range(0x00, 0x1f),
  ...range(0x7f, 0x9f),
  ...range(0x200b, 0x200f),
  ...range(0x2028, 0x202e),
  ...range(0x2060, 0x2069),
  ...['\u061c', '\u00ad', '\ufeff', '\ufff9', '\ud800', '\udfff', '\u{e0041}', '\u{1d173}', '\ue000'],
];
const HOSTILE = `before${UNSEEN.join('·')}after \u001b[31m%s "quoted" \\ äöü 漢字 🙂`;

/** Nothing but visible characters and spaces. */
const VISIBLE_LINE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function captured(level: 'warn' | 'error'): string[] {
  const lines: string[] = [];
  vi.spyOn(console, level).mockImplementation((...args) => void lines.push(args.map(String).join('⏎')));
  return lines;
}

describe('a line', () => {
  it.each(UNSEEN.map((character) => [character.codePointAt(0)?.toString(16) ?? '', character]))(
    'has U+%s only as an escape, in a value and in a name',
    (_, character) => {
      const fields = { [`a${character}b`]: `c${character}d`, deep: [{ e: character }] };
      const line = logLine(fields);
      expect(line).toMatch(VISIBLE_LINE);
      expect(JSON.parse(line)).toEqual(fields);
    },
  );

  it('leaves everything that can be seen as it is', () => {
    expect(logLine({ name: 'Süßes 漢字 🙂' })).toBe('{"name":"Süßes 漢字 🙂"}');
  });
});

describe('what functions write of', () => {
  it('a failed call', async () => {
    vi.stubEnv('ORIGIN_SECRET', 'ours');
    const lines = captured('error');
    const endpoint = {
      name: 'post' as const,
      call: { name: 'post', method: 'GET', path: '/api/posts/{postId}', auth: 'open' } as const,
      handle: async () => {
        throw new Error(HOSTILE, { cause: new Error(HOSTILE) });
      },
    };
    const event = {
      headers: { 'x-origin-secret': 'ours' },
      requestContext: { requestId: 'r', timeEpoch: 0, http: { sourceIp: '192.0.2.1' } },
    };
    await serve(endpoint)(event as never, { getRemainingTimeInMillis: () => 9000 } as never);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(VISIBLE_LINE);
    expect(JSON.parse(lines[0] ?? '').error).toContain(HOSTILE);
  });

  it('a failed trigger, whose error reaches Lambda’s own line without its words', async () => {
    const lines = captured('error');
    const failing = serveTrigger(triggered('ring', () => Promise.reject(new Error(HOSTILE))));
    const error = await failing({}).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(VISIBLE_LINE);
    expect(JSON.parse(lines[0] ?? '').error).toContain(HOSTILE);
    expect(error?.message).toBe('ring failed: the line before says why.');
    expect(String(error?.stack)).not.toContain('before\u0000');
    expect(error?.cause).toBeUndefined();
  });

  it('a provider', () => {
    const lines = captured('warn');
    logProviderError(HOSTILE, new Error(HOSTILE, { cause: new Error(HOSTILE) }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(VISIBLE_LINE);
  });

  it('a failed call where Lambda’s log is JSON: the same line, and not as a text within one of Lambda’s', () => {
    vi.stubEnv('AWS_LAMBDA_LOG_FORMAT', 'JSON');
    const byConsole = captured('error');
    const lines: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    log('error', { route: 'status', error: HOSTILE });
    vi.restoreAllMocks();
    expect(byConsole).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(lines[0]?.trimEnd()).toMatch(VISIBLE_LINE);
    expect(JSON.parse(lines[0] ?? '')).toEqual({ level: 'error', route: 'status', error: HOSTILE });
  });

  it('a metric', () => {
    expect(logLine(metricLine('Posts', 1, `test${HOSTILE}`, new Date(0)))).toMatch(VISIBLE_LINE);
  });
});

it('nothing but `log.ts` writes to a log', () => {
  const files = ['functions', 'shared'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  );
  expect(files.length).toBeGreaterThan(100);
  const writing = files.filter((file) =>
    /\bconsole\s*[.[]|\bstd(out|err)\b|\bemitWarning\b/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(writing).toEqual(['shared/log.ts']);
});
