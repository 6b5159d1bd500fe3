import type { Item } from '../../shared/database.ts';
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
 * Only their times move, each by itself, so that what is written to a row meanwhile stays. With a session goes its entry
 * in the list, to where its time now is.
 */
export async function age(nod: Nod, table: TableName, prefix: string, seconds: number): Promise<void> {
  const rows = (await nod.rows())[table].filter(
    ({ pk, sk }) =>
      String(sk).startsWith(prefix) || String(pk).startsWith(prefix) || isEntryOf(String(sk), prefix),
  );
  if (rows.length === 0) throw new Error(`no row of ${table} begins with ${prefix}`);
  for (const { pk, sk, ...row } of rows) {
    const times = TIMES.filter((name) => typeof row[name] === 'number');
    if (times.length === 0) continue;
    if (String(sk).startsWith('active#')) {
      await moveEntry(nod, { ...row, pk, sk }, times, seconds);
      continue;
    }
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

const isEntryOf = (sk: string, prefix: string): boolean =>
  prefix.startsWith('session#') &&
  sk.startsWith('active#') &&
  sk.includes(`#${prefix.slice('session#'.length)}`);

async function moveEntry(nod: Nod, entry: Item, times: string[], seconds: number): Promise<void> {
  const TableName = nod.db.tableName('Sessions');
  const { pk, sk } = entry;
  const [list, ms, id] = String(sk).split('#');
  const moved = Object.fromEntries(times.map((name) => [name, Number(entry[name]) - seconds]));
  const at = String(Number(ms) - Math.round(seconds * 1000)).padStart(13, '0');
  await nod.db.write(
    { Delete: { TableName, Key: { pk, sk } } },
    { Put: { TableName, Item: { ...entry, ...moved, sk: `${list}#${at}#${id}` } } },
  );
}
