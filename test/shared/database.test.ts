import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  connect,
  type Database,
  type DeleteWrite,
  type PutWrite,
  type UpdateWrite,
  type Write,
} from '../../shared/database.ts';
import { ConditionFailed, NodError } from '../../shared/errors.ts';
import { problemResponse } from '../../shared/http/problem.ts';

const pauses = vi.hoisted((): number[] => []);
vi.mock('node:timers/promises', () => ({
  setTimeout: async (milliseconds: number) => {
    pauses.push(milliseconds);
  },
}));

const sdk = mockClient(DynamoDBDocumentClient);
const db = connect(new DynamoDBClient({ region: 'local' }), (table) => table);

beforeEach(() => {
  // As deployed, and not as patient as the tests of a busy machine.
  vi.stubEnv('STORE_TIMEOUT_MS', '');
  sdk.reset();
  pauses.length = 0;
});

const TABLE = { TableName: 'Sessions' };
const KEY = { pk: 'a', sk: 'b' };
const put: PutWrite = { Put: { ...TABLE, Item: KEY } };
const update: UpdateWrite = { Update: { ...TABLE, Key: KEY, UpdateExpression: 'REMOVE x' } };
const remove: DeleteWrite = { Delete: { ...TABLE, Key: KEY } };
const check: Write = { ConditionCheck: { ...TABLE, Key: KEY, ConditionExpression: 'attribute_exists(pk)' } };

// Every way to the store, and the command that it sends.
const OPERATIONS = {
  'a read': { run: (db: Database) => db.get({ ...TABLE, Key: KEY }), command: GetCommand },
  'a query': { run: (db: Database) => db.query(TABLE), command: QueryCommand },
  'a query of all pages': { run: (db: Database) => db.queryAll(TABLE), command: QueryCommand },
  'an update by itself': { run: (db: Database) => db.update(update), command: UpdateCommand },
  'a put by itself': { run: (db: Database) => db.put(put), command: PutCommand },
  'a deletion by itself': { run: (db: Database) => db.remove(remove), command: DeleteCommand },
  'one write': { run: (db: Database) => db.write(put), command: TransactWriteCommand },
  'a check alone': { run: (db: Database) => db.write(check), command: TransactWriteCommand },
  'a transaction': { run: (db: Database) => db.write(put, update, remove), command: TransactWriteCommand },
} as const;
type Operation = keyof typeof OPERATIONS;
const READS: Operation[] = ['a read', 'a query', 'a query of all pages'];
const SINGLE: Operation[] = ['an update by itself', 'a put by itself', 'a deletion by itself'];
const TRANSACTIONS: Operation[] = ['one write', 'a check alone', 'a transaction'];
const ALL = [...READS, ...SINGLE, ...TRANSACTIONS];

/** An error as the SDK throws it. */
function awsError(name: string, more: object = {}): Error {
  return Object.assign(new Error(`${name}, says the store`), { name, ...more });
}

/** A transaction that was cancelled, with a reason for each of its items. */
function cancelled(...codes: string[]): Error {
  return awsError('TransactionCanceledException', {
    CancellationReasons: codes.map((Code) => ({ Code, Message: 'because' })),
  });
}

const CONFLICT = cancelled('None', 'TransactionConflict', 'None');
const conflictOf = (operation: Operation) =>
  TRANSACTIONS.includes(operation) ? CONFLICT : awsError('TransactionConflictException');

function expectUnavailable(error: unknown, cause?: unknown) {
  expect(error).toBeInstanceOf(NodError);
  expect(error).toMatchObject({ code: 'store_unavailable', details: { retryAfter: 1 } });
  if (cause !== undefined) expect((error as Error).cause).toBe(cause);
  expect(problemResponse(error)).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } });
}

const refusalOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: unknown) => error,
  );

describe('a fault of the store', () => {
  describe('a conflict with another transaction', () => {
    it.each([...SINGLE, ...TRANSACTIONS])(
      'in %s is repeated three times, and then the store is contended',
      async (name) => {
        const { run } = OPERATIONS[name];
        const conflict = conflictOf(name);
        sdk.onAnyCommand().rejects(conflict);
        expectUnavailable(await refusalOf(run(db)), conflict);
        expect(sdk.calls()).toHaveLength(4);
        expect(pauses).toHaveLength(3);
      },
    );

    it.each(
      [...SINGLE, ...TRANSACTIONS].flatMap((name) => [1, 2, 3].map((conflicts) => ({ name, conflicts }))),
    )('in $name that passes after $conflicts is none', async ({ name, conflicts }) => {
      const { run } = OPERATIONS[name];
      const answers = sdk.onAnyCommand();
      for (let sent = 0; sent < conflicts; sent++) answers.rejectsOnce(conflictOf(name));
      answers.resolves({});
      await run(db);
      expect(sdk.calls()).toHaveLength(conflicts + 1);
      const [first, ...repeats] = sdk.calls().map(({ args }) => {
        const { ClientRequestToken: _, ...input } = args[0].input as { ClientRequestToken?: string };
        return input;
      });
      for (const repeat of repeats) expect(repeat).toEqual(first);
    });

    it('is waited for a random while, longer each time', async () => {
      sdk.on(UpdateCommand).rejects(awsError('TransactionConflictException'));
      const random = vi.spyOn(Math, 'random');
      onTestFinished(() => {
        random.mockRestore();
      });
      for (const [value, expected] of [
        [0, [0, 0, 0]],
        [0.5, [30, 60, 120]],
        [0.999, [59.94, 119.88, 239.76]],
      ] as const) {
        random.mockReturnValue(value);
        pauses.length = 0;
        await refusalOf(db.update(update));
        for (const [at, pause] of pauses.entries()) expect(pause).toBeCloseTo(expected[at] ?? -1);
        expect(pauses).toHaveLength(3);
      }
    });

    const tokens = () =>
      sdk.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input.ClientRequestToken);

    it('makes a new transaction of the repeat: the store remembers how the old one ended', async () => {
      sdk.on(TransactWriteCommand).rejectsOnce(CONFLICT).rejectsOnce(CONFLICT).resolves({});
      await db.write(put, update);
      expect(new Set(tokens()).size).toBe(3);
    });

    it('with the same transaction, still under way, waits for that one', async () => {
      const underWay = awsError('TransactionInProgressException');
      sdk.on(TransactWriteCommand).rejectsOnce(underWay).rejectsOnce(underWay).resolves({});
      await db.write(put, update);
      expect(tokens()).toHaveLength(3);
      expect(new Set(tokens()).size).toBe(1);
    });

    it('that a repeat finds decided is a lost race', async () => {
      sdk.on(TransactWriteCommand).rejectsOnce(CONFLICT).rejects(cancelled('ConditionalCheckFailed', 'None'));
      expect(await refusalOf(db.write(put, update))).toMatchObject({ failed: [true, false] });
      expect(sdk.calls()).toHaveLength(2);
    });
  });

  describe('a condition that did not hold', () => {
    it.each(SINGLE)('in %s is a lost race, and is not repeated', async (name) => {
      const { run } = OPERATIONS[name];
      const cause = awsError('ConditionalCheckFailedException');
      sdk.onAnyCommand().rejects(cause);
      const error = await refusalOf(run(db));
      expect(error).toBeInstanceOf(ConditionFailed);
      expect(error).toMatchObject({ failed: [true], cause });
      expect(sdk.calls()).toHaveLength(1);
      expect(pauses).toEqual([]);
    });

    it.each<[string[], boolean[]]>([
      [
        ['ConditionalCheckFailed', 'None', 'None'],
        [true, false, false],
      ],
      [
        ['None', 'None', 'ConditionalCheckFailed'],
        [false, false, true],
      ],
      [
        ['ConditionalCheckFailed', 'None', 'ConditionalCheckFailed'],
        [true, false, true],
      ],
      [
        ['TransactionConflict', 'ConditionalCheckFailed', 'None'],
        [false, true, false],
      ],
      [
        ['ConditionalCheckFailed', 'TransactionConflict', 'ThrottlingError'],
        [true, false, false],
      ],
    ])('in a transaction cancelled for %j names what failed, and is not repeated', async (codes, failed) => {
      sdk.on(TransactWriteCommand).rejects(cancelled(...codes));
      const error = await refusalOf(db.write(put, update, remove));
      expect(error).toBeInstanceOf(ConditionFailed);
      expect(error).toMatchObject({ failed });
      expect(sdk.calls()).toHaveLength(1);
    });
  });

  const AWAY = [
    awsError('ProvisionedThroughputExceededException'),
    awsError('ThrottlingException'),
    awsError('RequestLimitExceeded'),
    awsError('InternalServerError'),
    awsError('ServiceUnavailable'),
    awsError('TimeoutError'),
    awsError('AbortError'),
    awsError('Error', { code: 'ECONNREFUSED' }),
    awsError('Error', { code: 'ENOTFOUND' }),
    awsError('SyntaxError'),
  ];
  it.each(ALL.flatMap((name) => AWAY.map((fault) => ({ name, fault }))))(
    '$fault.message: $name finds it away, and leaves repeating to the SDK',
    async ({ name, fault }) => {
      const { run } = OPERATIONS[name];
      sdk.onAnyCommand().rejects(fault);
      expectUnavailable(await refusalOf(run(db)), fault);
      expect(sdk.calls()).toHaveLength(1);
      expect(pauses).toEqual([]);
    },
  );

  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded'])(
    'a transaction cancelled for %s finds it away',
    async (code) => {
      sdk.on(TransactWriteCommand).rejects(cancelled('None', code));
      expectUnavailable(await refusalOf(db.write(put, update)));
      expect(sdk.calls()).toHaveLength(1);
    },
  );

  const MISTAKES = [
    awsError('ValidationException'),
    awsError('AccessDeniedException'),
    awsError('ResourceNotFoundException'),
    awsError('ItemCollectionSizeLimitExceededException'),
    new TypeError('cannot read properties of undefined'),
  ];
  it.each(ALL.flatMap((name) => MISTAKES.map((mistake) => ({ name, mistake }))))(
    '$mistake.message: $name passes on what is a mistake of ours, a 500',
    async ({ name, mistake }) => {
      const { run } = OPERATIONS[name];
      sdk.onAnyCommand().rejects(mistake);
      const error = await refusalOf(run(db));
      expect(error).toBe(mistake);
      expect(problemResponse(error).statusCode).toBe(500);
      expect(sdk.calls()).toHaveLength(1);
    },
  );

  it('a transaction cancelled for a mistake of ours passes it on', async () => {
    const mistake = cancelled('None', 'ValidationError');
    sdk.on(TransactWriteCommand).rejects(mistake);
    expect(await refusalOf(db.write(put, update))).toBe(mistake);
  });
});

describe('a write', () => {
  it.each([...SINGLE, ...TRANSACTIONS])('that is %s is sent as such, once', async (name) => {
    const { run, command } = OPERATIONS[name];
    sdk.onAnyCommand().resolves({});
    await run(db);
    expect(sdk.calls()).toHaveLength(1);
    expect(sdk.calls()[0]?.args[0]).toBeInstanceOf(command);
  });

  it('of nothing is not sent', async () => {
    await db.write();
    expect(sdk.calls()).toHaveLength(0);
  });
});

describe('a taking', () => {
  const take = () => db.take({ ...TABLE, Key: KEY, ConditionExpression: 'endsAt > :now' });

  it('deletes what it has read, in a transaction, and returns it', async () => {
    sdk.on(GetCommand).resolves({ Item: { ...KEY, worth: 1 } });
    sdk.on(TransactWriteCommand).resolves({});
    expect(await take()).toEqual({ ...KEY, worth: 1 });
    expect(sdk.commandCalls(TransactWriteCommand)[0]?.args[0].input).toEqual({
      TransactItems: [
        { Delete: { ...TABLE, Key: KEY, ConditionExpression: 'attribute_exists(pk) AND (endsAt > :now)' } },
      ],
      ClientRequestToken: expect.any(String),
    });
  });

  it('of a row that is not there, or not any more, is a lost race', async () => {
    sdk.on(GetCommand).resolves({});
    expect(await refusalOf(take())).toBeInstanceOf(ConditionFailed);
    sdk.on(GetCommand).resolves({ Item: KEY });
    sdk.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed'));
    expect(await refusalOf(take())).toBeInstanceOf(ConditionFailed);
  });
});

describe('a read', () => {
  it('is strongly consistent', async () => {
    sdk.on(GetCommand).resolves({ Item: KEY });
    expect(await db.get({ ...TABLE, Key: KEY })).toEqual(KEY);
    expect(sdk.commandCalls(GetCommand)[0]?.args[0].input).toEqual({
      ...TABLE,
      Key: KEY,
      ConsistentRead: true,
    });
  });

  it('of all pages goes on until there are no more', async () => {
    sdk
      .on(QueryCommand)
      .resolvesOnce({ Items: [{ sk: 1 }], LastEvaluatedKey: { sk: 1 } })
      .resolvesOnce({ LastEvaluatedKey: { sk: 2 } })
      .resolvesOnce({ Items: [{ sk: 3 }] });
    expect(await db.queryAll(TABLE)).toEqual([{ sk: 1 }, { sk: 3 }]);
    const starts = sdk.commandCalls(QueryCommand).map(({ args }) => args[0].input.ExclusiveStartKey);
    expect(starts).toEqual([undefined, { sk: 1 }, { sk: 2 }]);
  });
});
