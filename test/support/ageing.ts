import type { TableName } from '../../shared/tables.ts';
import type { Nod } from './nod.ts';

const TIMES = [
  'startedAt',
  'endsAt',
  'approvedAt',
  'completedAt',
  'lastActiveAt',
  'lifetimeEndsAt',
  'phoneSeenAt',
  'reservedUntil',
  'wrongNumberAt',
];

/**
 * Makes rows older, as if so many seconds had gone by: those of a table whose `sk` (or `pk`) begins with
 * `prefix`. The rows stay; only their times move.
 */
export async function age(nod: Nod, table: TableName, prefix: string, seconds: number): Promise<void> {
  const rows = (await nod.rows())[table].filter(
    ({ pk, sk }) => String(sk).startsWith(prefix) || String(pk).startsWith(prefix),
  );
  if (rows.length === 0) throw new Error(`no row of ${table} begins with ${prefix}`);
  for (const row of rows) {
    const aged = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        TIMES.includes(name) && typeof value === 'number' ? value - seconds : value,
      ]),
    );
    await nod.db.write({ Put: { TableName: nod.db.tableName(table), Item: aged } });
  }
}
