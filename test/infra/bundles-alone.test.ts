import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BundleName, functionFolder } from '../../infra/bundles.ts';
import { toDisconnectEvent } from '../../infra/local/event.ts';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import type { ConnectEvent } from '../../shared/http/connect.ts';
import {
  ROUTE_NAMES,
  ROUTES,
  type Route,
  type RouteName,
  TRIGGER_NAMES,
  TRIGGERS,
  type Trigger,
} from '../../shared/routes.ts';
import { functionsByRouteKey, functionsByTrigger, type Json, synthesize } from './synthesize.ts';

const SECRET = 'what CloudFront shows';
type Name = RouteName | 'no-route';
const NAMES: Name[] = [...ROUTE_NAMES, 'no-route'];

/** Of each function, by its trigger's name or its route's key. */
let variables: Map<string, Record<string, string>>;

beforeAll(() => {
  const { template } = synthesize();
  const functions = [...functionsByRouteKey(template), ...functionsByTrigger(template)];
  variables = new Map(
    functions.map(([key, { properties }]) => [key, deployed(properties.Environment.Variables)]),
  );
});

/** The variables that the template sets, with something for what CloudFormation fills in, and Lambda's own. */
function deployed(declared: Record<string, Json>): Record<string, string> {
  const filledIn = Object.entries(declared).map(([name, value]) => [
    name,
    name === 'ORIGIN_SECRET' ? SECRET : typeof value === 'string' ? value : `the-${name.toLowerCase()}`,
  ]);
  return {
    ...Object.fromEntries(filledIn),
    SITE_ORIGIN: 'https://nod.example',
    AWS_REGION: 'eu-central-1',
    AWS_LAMBDA_FUNCTION_NAME: 'alone',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    // Nobody listens there: what asks the store finds it away.
    AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9',
  };
}

const keyOf = (name: Name) =>
  name === 'no-route' ? '$default' : `${ROUTES[name].method} ${ROUTES[name].path}`;

const takesBytes = (name: Name) => name !== 'no-route' && 'bytes' in ROUTES[name];

/** An event as API Gateway makes it of a call with a little body that is right for no route. */
function event(name: Name, shown: string) {
  const { method, path } = name === 'no-route' ? { method: 'GET', path: '/api/nowhere' } : ROUTES[name];
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => [
    param,
    // Of an unknown one there is a page that says so, for which no store is asked.
    { language: 'en', document: 'home.html' }[param] ?? 'nobody!',
  ]);
  return {
    version: '2.0',
    routeKey: keyOf(name),
    rawPath: path,
    rawQueryString: '',
    headers: {
      'x-origin-secret': shown,
      ...(method === 'GET'
        ? {}
        : {
            origin: 'https://nod.example',
            'content-type': takesBytes(name) ? 'image/png' : 'application/json',
          }),
    },
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
      requestId: 'alone',
      stage: '$default',
      timeEpoch: Date.now(),
    },
    ...(params.length === 0 ? {} : { pathParameters: Object.fromEntries(params) }),
    ...(method === 'GET' ? {} : { body: '{}' }),
    isBase64Encoded: false,
  };
}

const CALLS = `
  import { writeSync } from 'node:fs';
  const { handler } = await import('./index.mjs');
  const answers = JSON.parse(process.argv[1]).map((event) =>
    handler(event, {}).catch(({ code, message }) => ({ thrown: code ?? message })),
  );
  writeSync(1, '\\n' + JSON.stringify(await Promise.all(answers)));
  process.exit();
`;

/** Runs a function from a folder with nothing else in it, in an environment with nothing else in it. */
async function runAlone<Result>(name: BundleName, key: string, events: object[]): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nod-alone-'));
  try {
    const files = ['index.mjs', ...(name === 'page' ? ['documents.json'] : [])];
    for (const file of files) await cp(join(functionFolder(name), file), join(folder, file));
    expect(await readdir(folder)).toEqual(files.sort());
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', CALLS, JSON.stringify(events)],
      {
        cwd: folder,
        env: variables.get(key) ?? {},
      },
    );
    return JSON.parse(stdout.split('\n').at(-1) ?? '');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** They answer whoever they do not know, and ask no store for that. */
const SAYS_NONE = new Set<string>(['status', 'device-current']);

describe.concurrent('alone, with what the deployment gives it,', () => {
  it.each(NAMES)('%s answers', async (name) => {
    const events = [event(name, 'guessed'), event(name, SECRET)];
    const [refused, answered] = await runAlone<APIGatewayProxyStructuredResultV2>(name, keyOf(name), events);
    expect(refused?.statusCode).toBe(403);
    expect(JSON.parse(refused?.body ?? '').code).toBe('direct_access_refused');

    const { statusCode = 0, headers, body = '' } = answered ?? {};
    const expected: Record<Route['auth'], number[]> = {
      any: SAYS_NONE.has(name) ? [200] : [400, 401, 404, 503],
      // Without a body that fits it is refused; without a body it asks the store, which is away, unless it needs none.
      open: name === 'social-providers' ? [200] : [400, 404, 415, 503],
      signin: [401],
      reader: [400, 404, 503],
      user: [401],
      fresh: [401],
      phone: [401],
      'user or phone': [401],
      'fresh or phone': [401],
    };
    expect(name === 'no-route' ? [404] : expected[ROUTES[name].auth]).toContain(statusCode);
    expect(JSON.parse(body)).toHaveProperty(
      statusCode === 200 ? (SAYS_NONE.has(name) ? 'status' : 'items') : 'code',
    );
    if (statusCode >= 400) expect(headers?.['content-type']).toBe('application/problem+json');
  });

  it.each(TRIGGER_NAMES)('%s does its work, or fails because the store is away', async (name) => {
    const [result] = await runAlone(name, name, [triggerEvent(TRIGGERS[name])]);
    const isAway = { thrown: 'store_unavailable' };
    const isKept = { batchItemFailures: [{ itemIdentifier: '' }] };
    expect([null, isAway, isKept]).toContainEqual(result);
  });
});

describe('alone, the function of $connect', () => {
  it('refuses who does not come through CloudFront, and asks no store for that', async () => {
    expect(await runAlone('live-connect', 'live-connect', [connected('guessed')])).toEqual([
      { statusCode: 403 },
    ]);
  });
});

function triggerEvent({ trigger }: Trigger): object {
  if (trigger.kind === 'stream') return { Records: [inserted(trigger)] };
  if (trigger.kind === 'schedule') return scheduledEvent(new Date());
  return trigger.route === '$connect' ? connected(SECRET) : toDisconnectEvent('any');
}

/** A page that opens a connection, with headers as CloudFront and API Gateway spell them. */
const connected = (shown: string): ConnectEvent => ({
  multiValueHeaders: { Origin: ['https://nod.example'], 'x-origin-secret': [shown] },
  queryStringParameters: { of: 'session' },
  requestContext: {
    routeKey: '$connect',
    connectionId: 'any',
    requestId: 'alone',
    requestTimeEpoch: Date.now(),
    identity: { sourceIp: '192.0.2.1' },
  },
});

/** A record that fits the first of a stream's patterns, and has nothing else in it. */
function inserted({ patterns }: Trigger['trigger'] & { kind: 'stream' }): object {
  return JSON.parse(JSON.stringify(patterns[0]), (_, value) => (Array.isArray(value) ? value[0] : value));
}
