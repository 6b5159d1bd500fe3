/**
 * The way to DynamoDB: one client, bounded in time, and one rule for what its failures mean. Stores build the
 * commands; this file only sends them.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { env } from './env.ts';
import { ConditionFailed, NodError } from './errors.ts';
import { leanGet, type RowAddress } from './lean-get.ts';
import type { TableName } from './tables.ts';

/** One conditional write, as a store describes it: alone or as an item of a transaction. */
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One that may also stand by itself, see {@link Database.update}. */
export type UpdateWrite = { Update: NonNullable<Write['Update']> };

/** The same, see {@link Database.put} and {@link Database.remove}. */
export type PutWrite = { Put: NonNullable<Write['Put']> };
export type DeleteWrite = { Delete: NonNullable<Write['Delete']> };

export type Item = Record<string, unknown>;

/** The keys that every table has. */
export type Key = { pk: string; sk: string };

export type Page = { items: Item[]; lastKey?: Item };

/** What it takes to read single rows. */
export type Reader = {
  tableName(table: TableName): string;
  /** A strongly consistent GetItem. */
  get(row: RowAddress): Promise<Item | undefined>;
};

export type Database = {
  tableName(table: TableName): string;
  /** A strongly consistent GetItem. */
  get(input: GetCommandInput): Promise<Item | undefined>;
  query(input: QueryCommandInput): Promise<Page>;
  /** All pages of a query, for what one user has few of. */
  queryAll(input: QueryCommandInput): Promise<Item[]>;
  /** The rows with these keys, strongly consistent, in any order; one that is not there is left out. */
  getAll(tableName: string, keys: Key[]): Promise<Item[]>;
  /** How many rows the first page of a query has: with a `Limit`, whether there are that many. */
  count(input: QueryCommandInput): Promise<number>;
  /**
   * Writes all or nothing, and once: a transaction with a token, by which a repeat after a lost answer is the
   * same transaction and no lost race against itself.
   * @throws {ConditionFailed} if a condition did not hold; nothing was written.
   * @throws {NodError} `store_unavailable` if the store did not answer, or stayed contended.
   */
  write(...writes: Write[]): Promise<void>;
  /**
   * One update by itself, at half the price of a transaction: for what may count twice if an answer is lost,
   * such as counters. @throws {ConditionFailed} with the row, if the write asks for it
   * @throws {NodError} `store_unavailable`
   */
  update(write: UpdateWrite): Promise<void>;
  /**
   * One row by itself, at the same price: for what may be put twice, without a condition or with one that lets a repeat
   * find the row that it has put before. @throws as {@link Database.update}
   */
  put(write: PutWrite): Promise<void>;
  /** Deletes one row by itself: for what is as well if it was deleted already. @throws as {@link Database.update} */
  remove(write: DeleteWrite): Promise<void>;
  /**
   * Deletes a row that never changes, under a condition, and returns it: for what may be used once. A
   * transaction like any {@link Database.write}, and so no second use if the answer is lost and the SDK repeats.
   * @throws {ConditionFailed} if it is not there, or not any more
   */
  take(write: NonNullable<Write['Delete']> & { ConditionExpression: string }): Promise<Item>;
};

/** Until when a call is waited for. */
type Limit = { abortSignal: AbortSignal };

/** As many keys as DynamoDB takes in one BatchGetItem. */
const KEYS_AT_ONCE = 100;

/** How often a write that collided with another transaction is repeated (DESIGN.md §2). */
const CONFLICT_REPEATS = 3;
const CONFLICT_JITTER_MS = 60;

/**
 * An attempt takes five eighths of the time after which the store is given up, so that a second one fits in, for a
 * call that was lost. Not less: a store that is slow because it is busy would be given twice the work. Each is also
 * given up in the middle of an answer.
 */
const attemptMs = (): number => (env.storeTimeoutMs * 5) / 8;

function boundedClient(): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: env.storeConnectMs,
      requestTimeout: attemptMs(),
      socketTimeout: attemptMs(),
      throwOnRequestTimeout: true,
    },
  });
}

export function connect(
  client: DynamoDBClient = boundedClient(),
  tableName: (table: TableName) => string = env.tableName,
): Database {
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

  async function query(input: QueryCommandInput): Promise<Page> {
    const { Items = [], LastEvaluatedKey } = await mapStoreError((limit) =>
      document.send(new QueryCommand(input), limit),
    );
    return LastEvaluatedKey === undefined ? { items: Items } : { items: Items, lastKey: LastEvaluatedKey };
  }

  const db: Database = {
    tableName,
    query,
    async get(input) {
      const command = new GetCommand({ ConsistentRead: true, ...input });
      const { Item } = await mapStoreError((limit) => document.send(command, limit));
      return Item;
    },
    async queryAll(input) {
      const all: Item[] = [];
      let lastKey: Item | undefined;
      do {
        const page = await query(lastKey === undefined ? input : { ...input, ExclusiveStartKey: lastKey });
        all.push(...page.items);
        lastKey = page.lastKey;
      } while (lastKey !== undefined);
      return all;
    },
    async getAll(tableName, keys) {
      const all: Item[] = [];
      let open = keys;
      while (open.length > 0) {
        const asked = open.slice(0, KEYS_AT_ONCE);
        const command = new BatchGetCommand({
          RequestItems: { [tableName]: { Keys: asked, ConsistentRead: true } },
        });
        const { Responses = {}, UnprocessedKeys = {} } = await mapStoreError((limit) =>
          document.send(command, limit),
        );
        all.push(...(Responses[tableName] ?? []));
        const left = (UnprocessedKeys[tableName]?.Keys ?? []) as Key[];
        open = [...left, ...open.slice(KEYS_AT_ONCE)];
        if (left.length === asked.length) await sleep(Math.random() * CONFLICT_JITTER_MS);
      }
      return all;
    },
    async count(input) {
      const command = new QueryCommand({ ...input, Select: 'COUNT' });
      const { Count = 0 } = await mapStoreError((limit) => document.send(command, limit));
      return Count;
    },
    async write(...writes) {
      if (writes.length === 0) return;
      let token = randomUUID();
      const send = async (limit: Limit) => {
        const input = { TransactItems: writes, ClientRequestToken: token };
        try {
          await document.send(new TransactWriteCommand(input), limit);
        } catch (error) {
          // A cancelled transaction is over, and the store may remember so; one still under way keeps its token.
          if (nameOf(error) === 'TransactionCanceledException') token = randomUUID();
          throw error;
        }
      };
      await mapStoreError((limit) => repeatedOnConflict(() => send(limit)));
    },
    update: ({ Update }) => alone((limit) => document.send(new UpdateCommand(Update), limit)),
    put: ({ Put }) => alone((limit) => document.send(new PutCommand(Put), limit)),
    remove: ({ Delete }) => alone((limit) => document.send(new DeleteCommand(Delete), limit)),
    async take(write) {
      const item = await db.get({ TableName: write.TableName, Key: write.Key });
      if (item === undefined) throw new ConditionFailed([true]);
      await db.write({
        Delete: { ...write, ConditionExpression: `attribute_exists(pk) AND (${write.ConditionExpression})` },
      });
      return item;
    },
  };
  return db;
}

/** The same for single rows, without the SDK (`lean-get.ts`). */
export function connectReader(tableName: (table: TableName) => string = env.tableName): Reader {
  const get = leanGet(env.storeConnectMs, attemptMs());
  return {
    tableName,
    get: (row) => mapStoreError(({ abortSignal }) => get(row, abortSignal)),
  };
}

let shared: Database | undefined;
let sharedReader: Reader | undefined;

/** The database of this function instance: one client, and so one connection, for all its calls. */
export function database(): Database {
  shared ??= connect();
  return shared;
}

/** The one reader of this function instance, where a function does nothing but read single rows. */
export function reader(): Reader {
  sharedReader ??= connectReader();
  return sharedReader;
}

/**
 * Reads once while the function starts, so that its first call finds the connection made and the code compiled:
 * on Lambda the start has a whole processor and the calls a seventh of one (`npm run bench`). A store
 * that is away is for the call to tell of.
 */
export async function prime(table: TableName): Promise<void> {
  if (env.isOnLambda) await readOnce(database(), table);
}

/** The same by the {@link reader}. */
export async function primeReader(table: TableName): Promise<void> {
  if (env.isOnLambda) await readOnce(reader(), table);
}

async function readOnce(db: Reader, table: TableName): Promise<void> {
  await db.get({ TableName: db.tableName(table), Key: { pk: 'prime', sk: 'prime' } }).catch(() => {});
}

/** A write without a transaction. */
async function alone(send: (limit: Limit) => Promise<unknown>): Promise<void> {
  await mapStoreError((limit) => repeatedOnConflict(() => send(limit)));
}

/** Repeats a write that collided with a transaction under way, after a short random pause. */
async function repeatedOnConflict<T>(send: () => Promise<T>): Promise<T> {
  for (let repeat = 0; ; repeat++) {
    try {
      return await send();
    } catch (error) {
      if (!isConflict(error) || repeat === CONFLICT_REPEATS) throw error;
      await sleep(Math.random() * CONFLICT_JITTER_MS * 2 ** repeat);
    }
  }
}

/**
 * Maps an error of the SDK to what it means here: a lost race (`ConditionFailed`), a store that is away
 * (`store_unavailable`), or a mistake of ours, which is thrown on.
 */
async function mapStoreError<T>(send: (limit: Limit) => Promise<T>): Promise<T> {
  try {
    return await send({ abortSignal: AbortSignal.timeout(env.storeTimeoutMs) });
  } catch (error) {
    if (nameOf(error) === 'ConditionalCheckFailedException') {
      const { Item } = error as ConditionalCheckFailedException;
      throw new ConditionFailed([true], error, Item && unmarshall(Item));
    }
    const reasons = cancellationReasons(error);
    if (reasons.includes('ConditionalCheckFailed')) {
      throw new ConditionFailed(
        reasons.map((reason) => reason === 'ConditionalCheckFailed'),
        error,
      );
    }
    if (isMistake(error) || reasons.includes('ValidationError')) throw error;
    throw new NodError('store_unavailable', 'The store did not answer. Try again in a moment.', {
      retryAfter: 1,
      cause: error,
    });
  }
}

function isConflict(error: unknown): boolean {
  const reasons = cancellationReasons(error);
  if (reasons.includes('ConditionalCheckFailed')) return false;
  return (
    reasons.includes('TransactionConflict') ||
    nameOf(error) === 'TransactionConflictException' ||
    nameOf(error) === 'TransactionInProgressException'
  );
}

/** Errors that no repeat will mend: they say that the code or the deployment is wrong. */
const MISTAKES = new Set([
  'ValidationException',
  'ResourceNotFoundException',
  'AccessDeniedException',
  'IdempotentParameterMismatchException',
  'ItemCollectionSizeLimitExceededException',
]);

function isMistake(error: unknown): boolean {
  return MISTAKES.has(nameOf(error)) || error instanceof TypeError || error instanceof RangeError;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function cancellationReasons(error: unknown): string[] {
  if (nameOf(error) !== 'TransactionCanceledException') return [];
  const { CancellationReasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
  return CancellationReasons.map(({ Code = 'None' }) => Code);
}
