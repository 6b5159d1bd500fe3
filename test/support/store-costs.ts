/** What people's acts cost at the store: calls and capacity units, as the database itself counts them. */
import type { RecordingProxy } from './recording-proxy.ts';

export type StoreCost = {
  calls: number;
  /** What is charged as reads: one unit for 4 kB strongly consistent, half of that where it need not be, twice in a transaction. */
  reads: number;
  /** And as writes: one unit for 1 kB, once more for each index, all of that twice in a transaction. */
  writes: number;
};

/** Something that somebody does, in as many calls to Nod as it takes. */
export type Acts = Readonly<Record<string, () => Promise<unknown>>>;

const READS = ['GetItem', 'BatchGetItem', 'Query'];

/** What each act takes, one after the other; nothing else may go on meanwhile. */
export async function storeCosts(proxy: RecordingProxy, acts: Acts): Promise<Record<string, StoreCost>> {
  const costs: Record<string, StoreCost> = {};
  proxy.weighs = true;
  try {
    for (const [name, act] of Object.entries(acts)) {
      const before = proxy.calls.length;
      await act();
      const calls = proxy.calls.slice(before);
      const units = (isRead: boolean) =>
        calls
          .filter(({ operation }) => READS.includes(operation) === isRead)
          .reduce((sum, { units = Number.NaN }) => sum + units, 0);
      costs[name] = { calls: calls.length, reads: units(true), writes: units(false) };
    }
  } finally {
    proxy.weighs = false;
  }
  return costs;
}
