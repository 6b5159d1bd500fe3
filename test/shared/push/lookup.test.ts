import { createSocket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Address, assertLeadsOutside, publicLookup, resolveName } from '../../../shared/push/lookup.ts';

const PUBLIC = { address: '142.250.184.10', family: 4 };
const METADATA = { address: '169.254.169.254', family: 4 };
const url = new URL('https://push.example.com/x');

const answers =
  (...addresses: Address[]) =>
  async () =>
    addresses;
const fails = async () => {
  throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
};

describe('a name, before it is stored', () => {
  it('may lead to public addresses, or nowhere just now', async () => {
    await assertLeadsOutside(url, answers(PUBLIC, { address: '2606:4700::1111', family: 6 }));
    await assertLeadsOutside(url, fails);
    await assertLeadsOutside(url, () => new Promise(() => {}));
  });

  it('may not lead inside, with any of its addresses', async () => {
    for (const addresses of [[METADATA], [PUBLIC, METADATA], [PUBLIC, { address: '::1', family: 6 }]]) {
      await expect(assertLeadsOutside(url, answers(...addresses))).rejects.toMatchObject({
        code: 'endpoint_refused',
      });
    }
  });
});

describe('the lookup of a connection', () => {
  type Found = { error: Error | null; address: string | LookupAddress[]; family?: number };
  const found = (resolve: () => Promise<Address[]>, all: boolean) =>
    new Promise<Found>((done) =>
      publicLookup(resolve)(url.hostname, { all }, (error, address, family) =>
        done({ error, address, ...(family === undefined ? {} : { family }) }),
      ),
    );

  it('answers with the addresses that were looked at, in both forms', async () => {
    expect(await found(answers(PUBLIC), true)).toEqual({ error: null, address: [PUBLIC] });
    expect(await found(answers(PUBLIC), false)).toEqual({ error: null, ...PUBLIC });
  });

  it.each([
    ['inside', answers(METADATA)],
    ['inside, with one of its addresses', answers(PUBLIC, METADATA)],
    ['nowhere', fails],
    ['to nothing', answers()],
  ])('fails for a name that leads %s', async (_, resolve) => {
    expect((await found(resolve, true)).error).toBeInstanceOf(Error);
    expect((await found(resolve, false)).error).toBeInstanceOf(Error);
  });

  it('asks anew each time, so that a name that turned inside leads nowhere', async () => {
    const turning = [[PUBLIC], [METADATA]];
    const resolve = async () => turning.shift() ?? [];
    expect((await found(resolve, true)).error).toBeNull();
    expect((await found(resolve, true)).error).toMatchObject({ code: 'endpoint_refused' });
  });
});

describe('a name whose servers never answer', () => {
  it('is given up, and holds up no other name, nor anything else that takes a thread', async () => {
    const silent = createSocket('udp4').bind(0, '127.0.0.1');
    await once(silent, 'listening');
    const servers = [`127.0.0.1:${silent.address().port}`];
    try {
      const hanging = Array.from({ length: 40 }, (_, at) =>
        resolveName(`x${at}.example.com`, servers).catch((error: NodeJS.ErrnoException) => error.code),
      );
      const began = performance.now();
      // What reads files and what `fetch` resolves names with have the same four threads.
      await Promise.all([readFile(import.meta.filename), lookup('localhost')]);
      const free = performance.now() - began;
      expect(new Set(await Promise.all(hanging))).toEqual(new Set(['ETIMEOUT']));
      expect(free).toBeLessThan((performance.now() - began) / 2);
    } finally {
      silent.close();
    }
  });
});
