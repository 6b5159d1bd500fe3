/** What people's acts cost at the store: calls, and the capacity units that are charged for them. */
import type { DatabaseCall, RecordingProxy } from './recording-proxy.ts';

export type StoreCost = {
  calls: number;
  /** Read units as the database counts them: one for 4 kB strongly consistent, half of that where it need not be. */
  reads: number;
  /**
   * Write units for rows of up to 1 kB, without their indexes: one for a row, two in a transaction. Counted here, because
   * DynamoDB Local tells of a transaction only what one row of each table took.
   */
  writes: number;
};

/** Something that somebody does, in as many calls to Nod as it takes. */
export type Acts = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * What each act takes, one after the other; nothing else may go on meanwhile. Left out is what is written now and then,
 * by the clock: a limit's counter (one update, and two where a new part of its window begins), and at most once a minute
 * that somebody is active (one transaction of two rows).
 */
export async function storeCosts(proxy: RecordingProxy, acts: Acts): Promise<Record<string, StoreCost>> {
  const costs: Record<string, StoreCost> = {};
  proxy.weighs = true;
  try {
    for (const [name, act] of Object.entries(acts)) {
      const before = proxy.calls.length;
      await act();
      const calls = proxy.calls.slice(before).filter((call) => !isByTheClock(call));
      const sum = (unitsOf: (call: DatabaseCall) => number) =>
        calls.reduce((sum, call) => sum + unitsOf(call), 0);
      costs[name] = { calls: calls.length, reads: sum(readUnits), writes: sum(writeUnits) };
    }
  } finally {
    proxy.weighs = false;
  }
  return costs;
}

function isByTheClock({ operation, input }: DatabaseCall): boolean {
  const { Key, TransactItems = [] } = input as {
    Key?: { pk: { S: string } };
    TransactItems?: { Update?: { UpdateExpression: string } }[];
  };
  if (operation === 'UpdateItem') return Key?.pk.S.startsWith('rate#') === true;
  const isTouch = TransactItems.every(({ Update }) =>
    Update?.UpdateExpression.startsWith('SET lastActiveAt'),
  );
  return TransactItems.length > 0 && isTouch;
}

const READS = ['GetItem', 'BatchGetItem', 'Query'];

const readUnits = ({ operation, units = Number.NaN }: DatabaseCall): number =>
  READS.includes(operation) ? units : 0;

function writeUnits({ operation, input }: DatabaseCall): number {
  if (operation === 'TransactWriteItems') return 2 * (input.TransactItems as unknown[]).length;
  return READS.includes(operation) ? 0 : 1;
}
