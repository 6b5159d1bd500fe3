/** What calls the functions of `TRIGGERS` on this machine: the streams of the local tables, and the clock. */
import { randomUUID } from 'node:crypto';
import type { DynamoDBBatchResponse, DynamoDBRecord, ScheduledEvent } from 'aws-lambda';
import { isOfBell, TRIGGER_NAMES, TRIGGERS, type Trigger, type TriggerName } from '../../shared/routes.ts';
import { TABLE_NAMES } from '../../shared/tables.ts';
import { STREAM_DELIVERY } from '../stream-delivery.ts';
import { localTableName, REGION } from './database.ts';
import { fits } from './filter-pattern.ts';
import type { LocalFunctions } from './functions.ts';
import { followStream } from './stream.ts';

export type Triggering = {
  functions: LocalFunctions;
  databaseEndpoint: string;
  tablePrefix: string;
  /** Whether there is a bell, and so a function that follows Sessions for it. */
  hasBell?: boolean;
};

export type Following = {
  /** Fulfilled once the functions have been called for all that was read. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** Calls what a stream triggers, for everything that is written after this is fulfilled. */
export async function followStreams({
  functions,
  databaseEndpoint,
  tablePrefix,
  hasBell = false,
}: Triggering): Promise<Following> {
  const names = TRIGGER_NAMES.filter((name) => hasBell || !isOfBell(name));
  const followed = await Promise.all(
    TABLE_NAMES.flatMap((table) => {
      const followers = names.flatMap((name) => {
        const { trigger }: Trigger = TRIGGERS[name];
        return trigger.kind === 'stream' && trigger.table === table
          ? [{ name, patterns: trigger.patterns }]
          : [];
      });
      return followers.length === 0 ? [] : [follow(localTableName(tablePrefix, table), followers)];
    }),
  );
  return {
    async idle() {
      await Promise.all(followed.map((stream) => stream.idle()));
    },
    async stop() {
      await Promise.all(followed.map((stream) => stream.stop()));
    },
  };

  /** Reads once for all that follow a table: a stream of the local database costs more with each reader. */
  async function follow(tableName: string, followers: readonly Follower[]): Promise<Following> {
    const ways = followers.map(({ name, patterns }) => ({
      patterns,
      lanes: Array.from({ length: STREAM_DELIVERY.parallelizationFactor }, () => lane(functions, name)),
    }));
    const stream = await followStream({
      endpoint: databaseEndpoint,
      tableName,
      onRecords(records) {
        for (const record of records) {
          for (const { patterns, lanes } of ways) {
            if (patterns.some((pattern) => fits(record, pattern))) lanes[laneOf(record)]?.add(record);
          }
        }
      },
    });
    const idle = async () =>
      void (await Promise.all(ways.flatMap(({ lanes }) => lanes.map((lane) => lane.idle()))));
    return {
      idle,
      async stop() {
        await stream.stop();
        await idle();
      },
    };
  }
}

type Follower = { name: TriggerName; patterns: readonly object[] };

/** The records of one partition key go one way, and so stay in order (Lambda Developer Guide, `ParallelizationFactor`). */
function laneOf({ dynamodb }: DynamoDBRecord): number {
  const { pk } = dynamodb?.Keys ?? {};
  let hash = 0;
  for (const character of pk?.S ?? '') hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
  return hash % STREAM_DELIVERY.parallelizationFactor;
}

/** One call after the other, each with what has come until then. */
function lane(functions: LocalFunctions, name: TriggerName) {
  const waiting: DynamoDBRecord[] = [];
  let working: Promise<void> | undefined;
  return {
    add(record: DynamoDBRecord): void {
      waiting.push(record);
      working ??= work();
    },
    async idle(): Promise<void> {
      while (working !== undefined) await working;
    },
  };

  async function work(): Promise<void> {
    // What is added in one go is one batch.
    await Promise.resolve();
    while (waiting.length > 0) {
      await deliver(functions, name, waiting.splice(0, STREAM_DELIVERY.batchSize));
    }
    working = undefined;
  }
}

/**
 * As Lambda does it: a batch that fails is halved, and a record that fails alone is tried again and then given up, so
 * that it does not hold up what comes after it. A function that names failures has done what stands before the first
 * of them; only the rest is repeated (Lambda Developer Guide, "Reporting batch item failures").
 */
async function deliver(
  functions: LocalFunctions,
  name: TriggerName,
  records: DynamoDBRecord[],
  retries: number = STREAM_DELIVERY.retryAttempts,
): Promise<void> {
  let error: unknown;
  let left = records;
  try {
    left = remaining(records, await functions.trigger(name, { Records: records }));
    error = 'it named failures';
  } catch (thrown) {
    error = thrown;
  }
  if (left.length === 0) return;
  if (left.length < records.length) {
    await deliver(functions, name, left, retries);
  } else if (left.length > 1) {
    const middle = Math.ceil(left.length / 2);
    await deliver(functions, name, left.slice(0, middle), retries);
    await deliver(functions, name, left.slice(middle), retries);
  } else if (retries > 0) {
    await deliver(functions, name, left, retries - 1);
  } else {
    console.error(`${name}: gave up a record.`, error instanceof Error ? error.message : error);
  }
}

/** What is to be repeated: all from the first record that the answer names; or everything, if it names none of them. */
function remaining(records: DynamoDBRecord[], answer: unknown): DynamoDBRecord[] {
  const { batchItemFailures } = (answer ?? {}) as Partial<DynamoDBBatchResponse>;
  if (!batchItemFailures?.length) return [];
  const named = batchItemFailures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
  );
  return records.slice(Math.max(0, Math.min(...named)));
}

/** Calls what the clock triggers. */
export function followClock(functions: LocalFunctions): { stop(): void } {
  const timers = TRIGGER_NAMES.flatMap((name) => {
    const { trigger }: Trigger = TRIGGERS[name];
    if (trigger.kind !== 'schedule') return [];
    const call = () =>
      functions.trigger(name, scheduledEvent(new Date())).catch((error: Error) => {
        console.error(`${name}:`, error.message);
      });
    return [setInterval(call, trigger.everySeconds * 1000)];
  });
  return {
    stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** The event of a rule with a rate (EventBridge User Guide, "Scheduled events"). */
export function scheduledEvent(now: Date): ScheduledEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '000000000000',
    time: `${now.toISOString().slice(0, 19)}Z`,
    region: REGION,
    resources: [],
    detail: {},
  };
}
