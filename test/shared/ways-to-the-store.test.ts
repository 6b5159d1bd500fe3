/** Both ways to DynamoDB, the SDK and `lean-get.ts`, meet the same faults and answers, and must make the same of them. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, connectReader, type Reader, type Write } from '../../shared/database.ts';
import { NodError } from '../../shared/errors.ts';
import { problemResponse } from '../../shared/http/problem.ts';

const ROW = { TableName: 'Sessions', Key: { pk: 'a', sk: 'b' } };
const put: Write = { Put: { TableName: 'Sessions', Item: ROW.Key } };

const WAYS: [string, () => Reader][] = [
  ['the SDK', () => connect(undefined, (table) => table)],
  ['the lean way', () => connectReader((table) => table)],
];

// Waiting is the rule here, 2.7 s and a little; the bound only says that it is not for ever.
const BOUNDED = { timeout: 10_000 };

const sockets = new Set<Socket>();
let server: Server | undefined;

beforeEach(() => {
  // As deployed, and not as patient as the tests of a busy machine.
  vi.stubEnv('STORE_TIMEOUT_MS', '');
  vi.stubEnv('AWS_REGION', 'local');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  if (server?.listening) {
    server.close();
    await once(server, 'close');
  }
  vi.unstubAllEnvs();
});

/** A store on this machine that does with each call what it is told; says how many there were. */
async function storeThat(treats: (socket: Socket, call: string) => void): Promise<{ attempts(): number }> {
  let calls = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      if (!chunk.toString().startsWith('POST')) return;
      calls++;
      treats(socket, chunk.toString());
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the store has no port');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${address.port}`);
  return { attempts: () => calls };
}

const answer = (status: string, body: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const refusalOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: unknown) => error,
  );

function expectUnavailable(error: unknown) {
  expect(error).toBeInstanceOf(NodError);
  expect(error).toMatchObject({ code: 'store_unavailable', details: { retryAfter: 1 } });
  expect(problemResponse(error)).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } });
}

describe.each(WAYS)('by %s', (_, way) => {
  it.each<[string, (socket: Socket) => void]>([
    ['accepts and never answers', () => {}],
    [
      'begins an answer and never ends it',
      (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"Item":'),
    ],
    // Who was told that it asks too much waits by chance before it tries again, and longest.
    ['throttles', (socket) => socket.write(answer('400 Bad', '{"__type":"ThrottlingException"}'))],
  ])(
    'a store that %s is given up in the second or third attempt, as the time allows',
    BOUNDED,
    async (_, treats) => {
      const { attempts } = await storeThat(treats);
      const startedAt = performance.now();
      expectUnavailable(await refusalOf(way().get(ROW)));
      expect([2, 3]).toContain(attempts());
      expect(performance.now() - startedAt).toBeLessThan(3_500);
    },
  );

  it.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['is out of order', (socket) => socket.write(answer('500 Error', '{"__type":"InternalServerError"}'))],
    ['has something in its way', (socket) => socket.write(answer('502 Bad Gateway', '<html>Bad</html>'))],
    [
      'hangs up in the middle of an answer',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"Item":'),
    ],
  ])('a store that %s is given up after three attempts', BOUNDED, async (_, treats) => {
    const { attempts } = await storeThat(treats);
    expectUnavailable(await refusalOf(way().get(ROW)));
    expect(attempts()).toBe(3);
  });

  it.each(['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded'])(
    'a store that says %s twice is not noticed',
    BOUNDED,
    async (name) => {
      // The pauses may take most of the time that a deployed function has.
      vi.stubEnv('STORE_TIMEOUT_MS', '9000');
      let calls = 0;
      await storeThat((socket) => {
        const refusal = answer('400 Bad', `{"__type":"com.amazon.coral.availability#${name}"}`);
        socket.write(++calls < 3 ? refusal : answer('200 OK', '{"Item":{"pk":{"S":"a"}}}'));
      });
      expect(await way().get(ROW)).toEqual({ pk: 'a' });
    },
  );

  it('a store that nobody is listening for is given up', BOUNDED, async () => {
    await storeThat(() => {});
    server?.close();
    expectUnavailable(await refusalOf(way().get(ROW)));
  });

  it.each(['<html></html>', '{"Item":', '{"Item":{"pk":{"X":"a"}}}', '{"Item":{"pk":null}}'])(
    'an answer that is none, %j, is never a row that is not there',
    BOUNDED,
    async (text) => {
      await storeThat((socket) => socket.write(answer('200 OK', text)));
      const outcome = await way()
        .get(ROW)
        .catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(Error);
    },
  );

  it.each(['ValidationException', 'ResourceNotFoundException', 'AccessDeniedException'])(
    '%s is a mistake of ours: not repeated, and passed on under its name',
    async (name) => {
      const body = `{"__type":"com.amazonaws.dynamodb.v20120810#${name}","message":"because"}`;
      const { attempts } = await storeThat((socket) => socket.write(answer('400 Bad', body)));
      const error = await refusalOf(way().get(ROW));
      expect(error).toMatchObject({ name, message: 'because' });
      expect(problemResponse(error).statusCode).toBe(500);
      expect(attempts()).toBe(1);
    },
  );

  it('signatures that are refused, and not for their time, are not repeated', async () => {
    const body = '{"__type":"com.amazon.coral.service#UnrecognizedClientException"}';
    const { attempts } = await storeThat((socket) => socket.write(answer('400 Bad', body)));
    expectUnavailable(await refusalOf(way().get(ROW)));
    expect(attempts()).toBe(1);
  });

  it('a row that is not there is none', async () => {
    await storeThat((socket) => socket.write(answer('200 OK', '{}')));
    expect(await way().get(ROW)).toBeUndefined();
  });

  describe('a row and another one beside it', () => {
    const OTHER = { TableName: 'Copies', Key: { pk: 'a', sk: 'unread' } };
    const [mine, beside] = ['{"pk":{"S":"a"},"n":{"N":"1"}}', '{"pk":{"S":"a"},"n":{"N":"2"}}'];
    const left = (...tables: string[]) =>
      JSON.stringify(Object.fromEntries(tables.map((table) => [table, { Keys: [{ pk: { S: 'a' } }] }])));
    const answered = (sessions: string, copies: string, unprocessed = '{}') =>
      answer(
        '200 OK',
        `{"Responses":{"Sessions":[${sessions}],"Copies":[${copies}]},"UnprocessedKeys":${unprocessed}}`,
      );

    it.each([
      [
        answered(mine, beside),
        [
          { pk: 'a', n: 1 },
          { pk: 'a', n: 2 },
        ],
      ],
      [answered(mine, ''), [{ pk: 'a', n: 1 }, undefined]],
      [answered('', beside), [undefined, { pk: 'a', n: 2 }]],
      // The store had no time for the other one: that is not the same as there being none.
      [answered(mine, '', left('Copies')), [{ pk: 'a', n: 1 }, null]],
    ])('%#: come by one call', async (body, expected) => {
      const { attempts } = await storeThat((socket) => socket.write(body));
      expect(await way().getBeside(ROW, OTHER)).toEqual(expected);
      expect(attempts()).toBe(1);
    });

    it('are asked for again where the store had no time for the first', async () => {
      let calls = 0;
      await storeThat((socket) =>
        socket.write(++calls < 2 ? answered('', beside, left('Sessions')) : answered(mine, beside)),
      );
      expect(await way().getBeside(ROW, OTHER)).toMatchObject([{ n: 1 }, { n: 2 }]);
      expect(calls).toBe(2);
    });

    it('are given up as one is', BOUNDED, async () => {
      await storeThat((socket) => socket.destroy());
      expectUnavailable(await refusalOf(way().getBeside(ROW, OTHER)));
    });
  });

  it('one connection is kept for all reads', async () => {
    const { attempts } = await storeThat((socket) => socket.write(answer('200 OK', '{}')));
    const db = way();
    for (let read = 0; read < 5; read++) await db.get(ROW);
    expect(attempts()).toBe(5);
    expect(sockets.size).toBe(1);
  });

  it('one that the store has closed meanwhile is not noticed', async () => {
    await storeThat((socket) => socket.write(answer('200 OK', '{}')));
    const db = way();
    await db.get(ROW);
    for (const socket of sockets) socket.resetAndDestroy();
    expect(await db.get(ROW)).toBeUndefined();
    expect(sockets.size).toBe(2);
  });

  it('a clock that is wrong is put right by the store’s, for whoever reads at that moment and for all that follow', async () => {
    const HOUR = 3_600_000;
    const aheadOf: number[] = [];
    await storeThat((socket, call) => {
      const [, year, month, day, hour, minute, second] =
        /x-amz-date: (\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i.exec(call) ?? [];
      const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      const storesTime = Date.now() + HOUR;
      const isLate = Math.abs(storesTime - signedAt) > 300_000;
      aheadOf.push(Math.abs(Math.round((signedAt - Date.now()) / HOUR)));
      const body = isLate ? '{"__type":"com.amazon.coral.service#InvalidSignatureException"}' : '{}';
      const [status = '', ...rest] = answer(isLate ? '400 Bad' : '200 OK', body).split('\r\n');
      socket.write([status, `date: ${new Date(storesTime).toUTCString()}`, ...rest].join('\r\n'));
    });
    const db = way();
    expect(await Promise.all([db.get(ROW), db.get(ROW)])).toEqual([undefined, undefined]);
    expect(await db.get(ROW)).toBeUndefined();
    expect(aheadOf).toEqual([0, 0, 1, 1, 1]);
  });
});

const NAMES = fc.constantFrom('S', 'B', 'BS', 'M', 'L', 'x', 'Item', '__proto_', 'ä');
const SCALARS = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n }),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    .filter((n) => n === 0 || Math.abs(n) > 1e-100),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ minLength: 1 }),
);
const SETS = fc.oneof(
  fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }).map((values) => new Set(values)),
  fc.uniqueArray(fc.integer(), { minLength: 1 }).map((values) => new Set(values)),
  fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 1 }).map((values) => new Set(values)),
);
const { value: VALUES } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    SCALARS,
    SETS,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(NAMES, tie('value'), { maxKeys: 3 }),
  ),
}));

it('both make the same of every row', async () => {
  let item = '{}';
  await storeThat((socket) => socket.write(answer('200 OK', `{"Item":${item}}`)));
  const [bySdk, lean] = WAYS.map(([, way]) => way());
  const base64 = (_: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
  await fc.assert(
    fc.asyncProperty(fc.dictionary(NAMES, VALUES, { maxKeys: 5 }), async (row) => {
      item = JSON.stringify(marshall(row), base64);
      expect(await lean?.get(ROW)).toEqual(await bySdk?.get(ROW));
    }),
    { numRuns: 200 },
  );
});

it('a transaction whose answer was lost is repeated as the same one', BOUNDED, async () => {
  const tokens: string[] = [];
  let sent = 0;
  await storeThat((socket) => {
    if (++sent === 1) socket.destroy();
    else socket.write(answer('200 OK', '{}'));
  });
  server?.on('connection', (socket: Socket) => {
    socket.on('data', (chunk) => {
      const token = /"ClientRequestToken":"([^"]+)"/.exec(chunk.toString())?.[1];
      if (token !== undefined) tokens.push(token);
    });
  });
  await connect(undefined, (table) => table).write(put);
  expect(tokens).toHaveLength(2);
  expect(new Set(tokens).size).toBe(1);
});
