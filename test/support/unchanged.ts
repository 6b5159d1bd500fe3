/** What an attack must leave as it was: every row of every table. */
import { expect } from 'vitest';
import type { Item } from '../../shared/database.ts';
import type { Nod } from './nod.ts';

/** The traces that an attack leaves because a rule says so: what of a row is no part of the comparison. */
const TRACES = {
  /** Limits count calls, refused or not (DESIGN.md §6.6). */
  'a limit counts it': (row: Item) => (String(row.pk).startsWith('rate#') ? undefined : row),
  /** A challenge is spent before the signature over it is looked at (DESIGN.md §6.4). */
  'its challenge is spent': (row: Item) => (String(row.sk).startsWith('challenge#') ? undefined : row),
  /** Wrong numbers in a row lock a phone (DESIGN.md §6.6). */
  'a wrong number is counted': ({ wrongNumbers: _, wrongNumberAt: __, ...row }: Item) => row,
} satisfies Record<string, (row: Item) => Item | undefined>;

export type Trace = keyof typeof TRACES;

/** Runs an attack, and holds it to have changed nothing but the traces that it is said to leave. */
export async function unchanged<T>(nod: Nod, attack: () => Promise<T>, ...traces: Trace[]): Promise<T> {
  const before = await outlineOf(nod, traces);
  const outcome = await attack();
  expect(await outlineOf(nod, traces)).toEqual(before);
  return outcome;
}

/** The rows by table and key, however they were found. */
async function outlineOf(nod: Nod, traces: Trace[]): Promise<Record<string, Item>> {
  const outline: Record<string, Item> = {};
  for (const [table, rows] of Object.entries(await nod.rows())) {
    for (const row of rows) {
      const kept = traces.reduce<Item | undefined>((rest, trace) => rest && TRACES[trace](rest), row);
      if (kept !== undefined) outline[`${table} ${row.pk} ${row.sk}`] = kept;
    }
  }
  return outline;
}
