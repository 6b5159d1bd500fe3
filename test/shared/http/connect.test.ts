import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NodError } from '../../../shared/errors.ts';
import { type ConnectEvent, type Connecting, serveConnect } from '../../../shared/http/connect.ts';
import { triggered } from '../../../shared/trigger.ts';

const SITE = 'https://nod.example';

beforeEach(() => {
  vi.stubEnv('ORIGIN_SECRET', 'ours');
  vi.stubEnv('SITE_ORIGIN', SITE);
  vi.stubEnv('STAGE', 'test');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const HEADERS = {
  Origin: [SITE],
  'X-Origin-Secret': ['ours'],
  'CloudFront-Viewer-Address': ['2001:db8::7:443'],
};

const eventWith = (headers: Record<string, string[]>, query?: Record<string, string>): ConnectEvent => ({
  multiValueHeaders: { ...HEADERS, ...headers },
  ...(query === undefined ? {} : { queryStringParameters: query }),
  requestContext: {
    routeKey: '$connect',
    connectionId: 'c1',
    requestId: 'r1',
    requestTimeEpoch: Date.now(),
    identity: { sourceIp: '203.0.113.9' },
  },
});

/** What a handler was given, and the answer. */
async function open(event: ConnectEvent, handle: (connecting: Connecting) => void = () => {}) {
  const given: Connecting[] = [];
  const handler = serveConnect(
    triggered('live-connect', async (connecting: Connecting) => {
      given.push(connecting);
      handle(connecting);
    }),
  );
  return { answer: await handler(event), given };
}

/** The lines of the security log. */
function noted(): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
  return lines;
}

describe('a connection that is let in', () => {
  it('is handed on with its cookies, query and address, whoever spells how', async () => {
    const { answer, given } = await open(eventWith({ COOKIE: ['a=1; b=2', 'c=3'] }, { of: 'phone' }));
    expect(answer).toEqual({ statusCode: 200 });
    const [{ now, cookies, ...rest } = { now: undefined, cookies: {} }] = given;
    expect({ ...cookies }).toEqual({ a: '1', b: '2', c: '3' });
    expect(rest).toEqual({ connectionId: 'c1', query: { of: 'phone' }, ip: '2001:db8::7' });
    expect(now).toBeInstanceOf(Date);
  });

  it('is so while the secret is rotated, when CloudFront shows two', async () => {
    for (const shown of ['next,ours', 'ours,before']) {
      expect((await open(eventWith({ 'X-Origin-Secret': [shown] }))).answer.statusCode).toBe(200);
    }
    expect((await open(eventWith({ 'X-Origin-Secret': ['next,before'] }))).answer.statusCode).toBe(403);
  });
});

describe('a connection that is refused', () => {
  it('is a line of the security log that names nobody', async () => {
    const lines = noted();
    const refused = await open(eventWith({ Origin: ['https://evil.example'] }));
    const limited = await open(eventWith({}), () => {
      throw new NodError('too_many', 'Too many.', { retryAfter: 60 });
    });
    expect([refused.answer, limited.answer]).toEqual([{ statusCode: 403 }, { statusCode: 429 }]);
    expect(refused.given).toEqual([]);
    expect(lines).toMatchObject([
      { event: 'refused', code: 'cross_origin_refused', route: 'live-connect', requestId: 'r1', Refusals: 1 },
      { event: 'limited', code: 'too_many', route: 'live-connect', requestId: 'r1', LimitsMet: 1 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/2001:db8|203\.0\.113|evil/);
    expect(lines[0]?.address).toBe(lines[1]?.address);
  });

  it('past CloudFront is noted by the address that API Gateway saw, whatever its headers say', async () => {
    const lines = noted();
    for (const address of ['198.51.100.1:1', '198.51.100.2:1']) {
      const event = eventWith({ 'X-Origin-Secret': ['guessed'], 'CloudFront-Viewer-Address': [address] });
      expect((await open(event)).answer).toEqual({ statusCode: 403 });
    }
    expect(lines.map(({ code }) => code)).toEqual(['direct_access_refused', 'direct_access_refused']);
    expect(lines[0]?.address).toBe(lines[1]?.address);
  });
});

it('what is no refusal is noted and thrown on, so that Lambda counts it', async () => {
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
  for (const error of [
    new Error('a fault'),
    new NodError('store_unavailable', 'The store did not answer.'),
  ]) {
    const opening = open(eventWith({}), () => {
      throw error;
    });
    await expect(opening).rejects.toThrow('live-connect failed: the line before says why.');
  }
  expect(complained).toHaveBeenCalledTimes(2);
});
