/** The functions share a thread, and know nothing of each other. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessKeyOf, type LocalFunctions, localFunctions } from '../../../infra/local/functions.ts';
import type { RouteName } from '../../../shared/routes.ts';

/** Says what it finds in its environment: when it is loaded, before and after a pause, and in what it has set going. */
const BUNDLE = `
  import { setTimeout as sleep } from 'node:timers/promises';
  const key = () => process.env.AWS_ACCESS_KEY_ID ?? 'none';
  const found = [key()];
  await sleep(20);
  found.push(key());
  const later = new Promise((resolve) => setTimeout(() => resolve(key()), 60));
  export async function handler({ body }) {
    if (body === 'crash') setTimeout(() => { throw new Error('crashed'); });
    if (body === 'throw') throw new Error('thrown');
    const before = key();
    await sleep(body === 'slow' ? 200 : 20);
    return { found, before, after: key(), later: await later, names: Object.keys(process.env) };
  }
`;

let folder: string;
let functions: LocalFunctions;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nod-functions-'));
  for (const name of ['me', 'status', 'posts']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'index.mjs'), BUNDLE);
  }
  functions = localFunctions({
    siteOrigin: 'http://localhost:1',
    relyingPartyId: 'localhost',
    databaseEndpoint: 'http://localhost:2',
    tablePrefix: 'test-',
    decoySecret: 'decoy',
    keySecret: 'key',
    originSecret: 'origin',
    folderOf: (name) => join(folder, name),
    variables: {},
  });
});
afterAll(async () => {
  await functions.stop();
  await rm(folder, { recursive: true });
});

const call = (name: RouteName, body = '') =>
  functions.invoke(name, { requestContext: { requestId: 'r' }, body } as APIGatewayProxyEventV2) as Promise<
    Record<string, unknown>
  >;

describe('functions in one thread', () => {
  it('find each its own environment, from loading on and however long they take', async () => {
    const names = ['me', 'status', 'posts'] as const;
    const results = await Promise.all([...names, ...names].map((name) => call(name)));
    for (const [at, { found, before, after, later }] of results.entries()) {
      const key = accessKeyOf(names[at % 3] ?? 'me');
      expect([found, before, after, later]).toEqual([[key, key], key, key, key]);
    }
  });

  it('have nothing in it but what is theirs', async () => {
    const { names } = await call('me');
    expect(names).toContain('SITE_ORIGIN');
    expect(names).not.toContain('DECOY_SECRET');
    expect(names).not.toContain('PATH');
  });

  it('fail each for itself', async () => {
    const [slow, thrown] = await Promise.allSettled([call('me', 'slow'), call('status', 'throw')]);
    expect(slow.status).toBe('fulfilled');
    expect(thrown).toMatchObject({ reason: { message: expect.stringContaining('thrown') } });
  });

  it('are there again after one has crashed', async () => {
    await expect(call('status', 'crash')).rejects.toThrow('crashed');
    expect((await call('status')).before).toBe(accessKeyOf('status'));
  });
});
