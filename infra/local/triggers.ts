/** What calls the functions of `TRIGGERS` on this machine: the streams of the local tables, and the clock. */
import { randomUUID } from 'node:crypto';
import type { DynamoDBRecord, ScheduledEvent } from 'aws-lambda';
import { TRIGGER_NAMES, TRIGGERS, type Trigger, type TriggerName } from '../../shared/routes.ts';
import { localTableName, REGION } from './database.ts';
import { fits } from './filter-pattern.ts';
import type { LocalFunctions } from './functions.ts';
import { followStream } from './stream.ts';

/** As deployed, see `infra/stream-trigger.ts`. */
const RETRIES = 3;

export type Triggering = {
  functions: LocalFunctions;
  databaseEndpoint: string;
  tablePrefix: string;
};

/** Calls what a stream triggers, for everything that is written after this is fulfilled. */
export async function followStreams({ functions, databaseEndpoint, tablePrefix }: Triggering): Promise<{
  stop(): Promise<void>;
}> {
  const followed = await Promise.all(
    TRIGGER_NAMES.flatMap((name) => {
      const { trigger }: Trigger = TRIGGERS[name];
      if (trigger.kind !== 'stream') return [];
      const onRecords = async (records: DynamoDBRecord[]) => {
        const fitting = records.filter((record) => trigger.patterns.some((pattern) => fits(record, pattern)));
        if (fitting.length > 0) await deliver(functions, name, fitting);
      };
      const tableName = localTableName(tablePrefix, trigger.table);
      return [followStream({ endpoint: databaseEndpoint, tableName, onRecords })];
    }),
  );
  return {
    async stop() {
      await Promise.all(followed.map((stream) => stream.stop()));
    },
  };
}

/**
 * As Lambda does it: a batch that fails is halved, and a record that fails alone is tried again and then given up,
 * so that it does not hold up what comes after it.
 */
async function deliver(
  functions: LocalFunctions,
  name: TriggerName,
  records: DynamoDBRecord[],
  retries = RETRIES,
): Promise<void> {
  try {
    await functions.trigger(name, { Records: records });
  } catch (error) {
    if (records.length > 1) {
      const middle = Math.ceil(records.length / 2);
      await deliver(functions, name, records.slice(0, middle), retries);
      await deliver(functions, name, records.slice(middle), retries);
    } else if (retries > 0) {
      await deliver(functions, name, records, retries - 1);
    } else {
      console.error(`${name}: gave up a record.`, error instanceof Error ? error.message : error);
    }
  }
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
