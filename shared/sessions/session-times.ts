/** The times of a session, in seconds in its rows. */
import type { Item } from '../database.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import type { Session } from './session.ts';

const TIMES = [
  'startedAt',
  'endsAt',
  'approvedAt',
  'authTime',
  'lifetimeEndsAt',
  'phoneSeenAt',
  'completedAt',
  'signedInAt',
  'lastActiveAt',
] as const satisfies (keyof Session)[];

/** All or some of a session, as a row has it. */
export function inSeconds(session: Partial<Session>): Item {
  const item: Item = { ...session };
  for (const name of TIMES) {
    const date = session[name];
    if (date !== undefined) item[name] = toSeconds(date);
  }
  return item;
}

/** The same, out of a row. */
export function inDates(item: Item): Item {
  const session = { ...item };
  for (const name of TIMES) {
    const seconds = item[name];
    if (typeof seconds === 'number') session[name] = fromSeconds(seconds);
  }
  return session;
}
