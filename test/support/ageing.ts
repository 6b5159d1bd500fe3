import type { TableName } from '../../shared/tables.ts';
import type { Nod } from './nod.ts';

const TIMES = [
  'startedAt',
  'endsAt',
  'approvedAt',
  'authTime',
  'completedAt',
  'signedInAt',
  'lastActiveAt',
  'lifetimeEndsAt',
  'phoneSeenAt',
  'reservedUntil',
  'wrongNumberAt',
];

/**
 * Makes rows older, as if so many seconds had gone by: those of a table whose `sk` (or `pk`) begins with `prefix`.
 * Only their times move, each by itself, so that what is written to a row meanwhile stays.
 */
export async function age(nod: Nod, table: TableName, prefix: string, seconds: number): Promise<void> {
  const rows = (await nod.rows())[table].filter(
    ({ pk, sk }) => String(sk).startsWith(prefix) || String(pk).startsWith(prefix),
  );
  if (rows.length === 0) throw new Error(`no row of ${table} begins with ${prefix}`);
  for (const { pk, sk, ...row } of rows) {
    const times = TIMES.filter((name) => typeof row[name] === 'number');
    if (times.length === 0) continue;
    await nod.db.update({
      Update: {
        TableName: nod.db.tableName(table),
        Key: { pk, sk },
        UpdateExpression: `SET ${times.map((name) => `${name} = ${name} - :seconds`).join(', ')}`,
        ExpressionAttributeValues: { ':seconds': seconds },
      },
    });
  }
}
