/**
 * The way to DynamoDB: one client, bounded in time, and one rule for what its failures mean. Stores build the
 * commands; this file only sends them.
 */
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
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
import { env } from './env.ts';
import { ConditionFailed } from './errors.ts';
import { leanGet, type RowAddress } from './lean-get.ts';
import {
  jitter,
  type Limit,
  mapStoreError,
  nameOf,
  repeatedOnConflict,
  storeUnavailable,
} from './store-errors.ts';
import type { TableName } from './tables.ts';

export type { RowAddress };

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
  /**
   * The same, and in the same call a row of another table, which may be as it was some milliseconds ago: a BatchGetItem.
   * The other one is `null` where the store was too busy for it.
   */
  getBeside(row: RowAddress, other: RowAddress): Promise<[Item | undefined, Item | undefined | null]>;
};

export type Database = Pick<Reader, 'getBeside'> & {
  tableName(table: TableName): string;
  /** A strongly consistent GetItem. */
  get(input: GetCommandInput): Promise<Item | undefined>;
  query(input: QueryCommandInput): Promise<Page>;
  /** All pages of a query, for what one user has few of. */
  queryAll(input: QueryCommandInput): Promise<Item[]>;
  /** The rows with these keys, strongly consistent, in any order; one that is not there is left out. */
  getAll(tableName: string, keys: Key[]): Promise<Item[]>;
  /**
   * The rows with these keys of several tables at once, at half the price: on AWS what was written some milliseconds ago
   * may be missing. In any order; one that is not there is left out. No key may be there twice.
   */
  getTogether<T extends TableName>(keys: Partial<Record<T, Key[]>>): Promise<Record<T, Item[]>>;
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
   * Puts and deletes any number of rows of one table, in any order, without conditions: for what may be done twice. Goes on
   * until all is written (BatchWriteItem's `UnprocessedItems` are sent again). No key may be there twice.
   * @throws {NodError} `store_unavailable`; then some of it may be written
   */
  putAll(table: TableName, rows: { put?: Item[]; remove?: Key[] }): Promise<void>;
  /**
   * Deletes a row that never changes, under a condition, and returns it: for what may be used once. A
   * transaction like any {@link Database.write}, and so no second use if the answer is lost and the SDK repeats.
   * @throws {ConditionFailed} if it is not there, or not any more
   */
  take(write: NonNullable<Write['Delete']> & { ConditionExpression: string }): Promise<Item>;
};

/** As many keys as DynamoDB takes in one BatchGetItem. */
const KEYS_AT_ONCE = 100;

/** A row's key, and the name that its table has at the store. */
type NamedKey = { name: string; key: Key };

/** As many rows as it takes in one BatchWriteItem. */
const ROWS_AT_ONCE = 25;

/** How often rows are sent again of which the store took none, for it is busy. */
const UNTAKEN_REPEATS = 5;

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

  /** Rows of any tables, by the names that these have at the store; what it leaves out is asked for again. */
  async function batchGet(
    rows: NamedKey[],
    ConsistentRead: boolean,
  ): Promise<{ name: string; item: Item }[]> {
    const found: { name: string; item: Item }[] = [];
    for (let open = rows; open.length > 0; ) {
      const asked = open.slice(0, KEYS_AT_ONCE);
      const byTable = Object.entries(Object.groupBy(asked, ({ name }) => name)) as [string, NamedKey[]][];
      const RequestItems = Object.fromEntries(
        byTable.map(([name, ofTable]) => [name, { Keys: ofTable.map(({ key }) => key), ConsistentRead }]),
      );
      const { Responses = {}, UnprocessedKeys = {} } = await mapStoreError((limit) =>
        document.send(new BatchGetCommand({ RequestItems }), limit),
      );
      for (const [name, items] of Object.entries(Responses))
        found.push(...items.map((item) => ({ name, item })));
      const left = Object.entries(UnprocessedKeys).flatMap(([name, { Keys = [] }]) =>
        Keys.map((key) => ({ name, key: key as Key })),
      );
      open = [...left, ...open.slice(KEYS_AT_ONCE)];
      if (left.length === asked.length) await jitter();
    }
    return found;
  }

  const db: Database = {
    tableName,
    query,
    async get(input) {
      const command = new GetCommand({ ConsistentRead: true, ...input });
      const { Item } = await mapStoreError((limit) => document.send(command, limit));
      return Item;
    },
    async getBeside(row, other) {
      const RequestItems = {
        [row.TableName]: { Keys: [row.Key], ConsistentRead: true },
        [other.TableName]: { Keys: [other.Key] },
      };
      for (;;) {
        const { Responses = {}, UnprocessedKeys = {} } = await mapStoreError((limit) =>
          document.send(new BatchGetCommand({ RequestItems }), limit),
        );
        const found = ({ TableName }: RowAddress) => Responses[TableName]?.[0];
        if (!(row.TableName in UnprocessedKeys))
          return [found(row), other.TableName in UnprocessedKeys ? null : found(other)];
        await jitter();
      }
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
    async getAll(name, keys) {
      const found = await batchGet(
        keys.map((key) => ({ name, key })),
        true,
      );
      return found.map(({ item }) => item);
    },
    async getTogether<T extends TableName>(keys: Partial<Record<T, Key[]>>) {
      const asked = Object.entries(keys) as [T, Key[]][];
      const rows = asked.flatMap(([table, ofTable]) =>
        ofTable.map((key) => ({ name: tableName(table), key })),
      );
      const found = await batchGet(rows, false);
      const ofTable = (table: T) => found.filter(({ name }) => name === tableName(table));
      return Object.fromEntries(
        asked.map(([table]) => [table, ofTable(table).map(({ item }) => item)]),
      ) as Record<T, Item[]>;
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
    async putAll(table, { put = [], remove = [] }) {
      let open: NonNullable<BatchWriteCommandInput['RequestItems']>[string] = [
        ...put.map((Item) => ({ PutRequest: { Item } })),
        ...remove.map((Key) => ({ DeleteRequest: { Key } })),
      ];
      for (let untaken = 0; open.length > 0; ) {
        const now = open.slice(0, ROWS_AT_ONCE);
        const command = new BatchWriteCommand({ RequestItems: { [tableName(table)]: now } });
        const { UnprocessedItems = {} } = await mapStoreError((limit) => document.send(command, limit));
        const left = UnprocessedItems[tableName(table)] ?? [];
        open = [...left, ...open.slice(ROWS_AT_ONCE)];
        untaken = left.length < now.length ? 0 : untaken + 1;
        if (untaken > UNTAKEN_REPEATS) throw storeUnavailable();
        if (left.length > 0) await jitter(untaken);
      }
    },
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
  const lean = leanGet(env.storeConnectMs, attemptMs());
  return {
    tableName,
    get: (row) => mapStoreError(({ abortSignal }) => lean.row(row, abortSignal)),
    getBeside: (row, other) => mapStoreError(({ abortSignal }) => lean.rowBeside(row, other, abortSignal)),
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

/** The same by the {@link reader}, of a row and one beside it. */
export async function primeReader(table: TableName, beside: TableName): Promise<void> {
  const db = reader();
  if (env.isOnLambda) await db.getBeside(primeRow(db, table), primeRow(db, beside)).catch(() => {});
}

async function readOnce(db: Database, table: TableName): Promise<void> {
  await db.get(primeRow(db, table)).catch(() => {});
}

const primeRow = (db: Pick<Reader, 'tableName'>, table: TableName): RowAddress => ({
  TableName: db.tableName(table),
  Key: { pk: 'prime', sk: 'prime' },
});

/** A write without a transaction. */
async function alone(send: (limit: Limit) => Promise<unknown>): Promise<void> {
  await mapStoreError((limit) => repeatedOnConflict(() => send(limit)));
}
