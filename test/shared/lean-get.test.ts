/** What only `lean-get.ts` must do by itself; what it has in common with the SDK is in `ways-to-the-store.test.ts`. */
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { leanGet, regionalEndpoint } from '../../shared/lean-get.ts';
import { makeCertificate } from '../bench/certificate.ts';

const ROW = { TableName: 'Sessions', Key: { pk: 'usr_a', sk: 'session#ä' } };
const SECRET = 'a secret key';

afterEach(() => vi.unstubAllEnvs());

type Call = Pick<IncomingMessage, 'headers' | 'method' | 'url'> & { body: string };

/** A store that answers no row and keeps what it was asked, at an address that the environment tells of. */
async function store(
  make: (listener: RequestListener) => Server = createHttpServer,
  host = '127.0.0.1',
  answer = '{}',
): Promise<Call[]> {
  const calls: Call[] = [];
  const server = make(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { headers, method, url } = request;
    calls.push({ headers, method, url, body });
    response.end(answer);
  }).listen(0);
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const scheme = make === createHttpServer ? 'http' : 'https';
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `${scheme}://${host}:${port}`);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKID');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET);
  return calls;
}

/** The signature that a call must have, from what arrived: AWS Signature Version 4, step by step. */
function signatureOf({ method, url, headers, body }: Call): string {
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const [, scope = '', names = ''] =
    /^AWS4-HMAC-SHA256 Credential=AKID\/([^,]+), SignedHeaders=([^,]+), Signature=\w+$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const signed = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const canonical = [method, url, '', signed.join(''), names, sha256(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${SECRET}`);
  return hmac(key, toSign).toString('hex');
}

const LONG = new AbortController().signal;

describe('a read', () => {
  it.each([undefined, 'a token'])(
    'is signed as AWS asks for it, with the session token %s',
    async (sessionToken) => {
      const calls = await store();
      vi.stubEnv('AWS_SESSION_TOKEN', sessionToken);
      await leanGet(500, 1000).row(ROW, LONG);
      const [call] = calls;
      if (call === undefined) throw new Error('nothing came');
      const { authorization = '', host, 'x-amz-security-token': token } = call.headers;
      expect(authorization).toMatch(/Credential=AKID\/\d{8}\/eu-central-1\/dynamodb\/aws4_request/);
      const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';');
      expect(names).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-target']));
      expect(host).toMatch(/^127\.0\.0\.1:\d+$/);
      expect(token).toBe(sessionToken);
      expect(names?.includes('x-amz-security-token')).toBe(sessionToken !== undefined);
      expect(authorization.split('Signature=')[1]).toBe(signatureOf(call));
    },
  );

  it('is one GetItem, strongly consistent', async () => {
    const [calls, ...none] = [await store()];
    await leanGet(500, 1000).row(ROW, LONG);
    expect(none).toEqual([]);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ method: 'POST', url: '/' });
    expect(calls[0]?.headers['x-amz-target']).toBe('DynamoDB_20120810.GetItem');
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
      TableName: 'Sessions',
      Key: { pk: { S: 'usr_a' }, sk: { S: 'session#ä' } },
      ConsistentRead: true,
    });
  });

  it('of another row beside it is one BatchGetItem, of which only the first one is strongly consistent', async () => {
    const calls = await store(undefined, undefined, '{"Responses":{"Sessions":[],"Copies":[]}}');
    const other = { TableName: 'Copies', Key: { pk: 'usr_a', sk: 'unread' } };
    expect(await leanGet(500, 1000).rowBeside(ROW, other, LONG)).toEqual([undefined, undefined]);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers['x-amz-target']).toBe('DynamoDB_20120810.BatchGetItem');
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
      RequestItems: {
        Sessions: { Keys: [{ pk: { S: 'usr_a' }, sk: { S: 'session#ä' } }], ConsistentRead: true },
        Copies: { Keys: [{ pk: { S: 'usr_a' }, sk: { S: 'unread' } }] },
      },
    });
    expect(calls[0]?.headers.authorization?.split('Signature=')[1]).toBe(calls[0] && signatureOf(calls[0]));
  });

  it('goes over TLS to whom the certificate names, and to nobody else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nod-lean-get-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { file, tls } = makeCertificate(folder);
    const calls = await store((listener) => createHttpsServer(tls, listener), 'localhost');
    const trusted = getCACertificates('default');
    onTestFinished(() => setDefaultCACertificates(trusted));
    await expect(leanGet(5000, 5000).row(ROW, LONG)).rejects.toThrow(/certificate/);
    setDefaultCACertificates([...trusted, readFileSync(file, 'utf8')]);
    expect(await leanGet(5000, 5000).row(ROW, LONG)).toBeUndefined();
    expect(calls).toHaveLength(1);
    vi.stubEnv(
      'AWS_ENDPOINT_URL_DYNAMODB',
      process.env.AWS_ENDPOINT_URL_DYNAMODB?.replace('localhost', '127.0.0.1'),
    );
    await expect(leanGet(5000, 5000).row(ROW, LONG)).rejects.toThrow(/altnames/);
    expect(calls).toHaveLength(1);
  });

  it.each(['', 'null', '1', '"text"'])(
    'that is answered %j is not answered: there may be a row',
    async (text) => {
      await store(createHttpServer, '127.0.0.1', text);
      await expect(leanGet(500, 1000).row(ROW, LONG)).rejects.toThrow('what no store answers');
    },
  );

  it('is given up at once when its time is over', async () => {
    await store();
    await expect(leanGet(500, 1000).row(ROW, AbortSignal.abort())).rejects.toThrow(/abort/);
  });
});

describe('the address of a region', () => {
  const REGIONS = [
    'us-east-1',
    'eu-central-1',
    'me-central-1',
    'il-central-1',
    'mx-central-1',
    'cn-north-1',
    'us-gov-west-1',
  ];
  const APART = ['eusc-de-east-1', 'us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'us-isof-south-1'];
  const client = new DynamoDBClient({ region: 'us-east-1' });

  it.each(
    [...REGIONS, ...APART].flatMap((region) =>
      [false, true].flatMap((fips) => [false, true].map((dualStack) => ({ region, fips, dualStack }))),
    ),
  )('$region, FIPS $fips, dual stack $dualStack, is the SDK’s', ({ region, fips, dualStack }) => {
    const { url } = client.config.endpointProvider({
      Region: region,
      UseFIPS: fips,
      UseDualStack: dualStack,
    });
    expect(`${regionalEndpoint(region, { fips, dualStack })}/`).toBe(url.href);
  });
});
