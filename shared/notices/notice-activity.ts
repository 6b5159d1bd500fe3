import type { Activity, ActivityId, NotifiedKind } from '../activity/activity.ts';
import type { Database } from '../database.ts';
import { giveNotice } from './noticing.ts';

/** What phones are told of an account is a notice, too, for whoever looks at a page and not at their phone. */
export async function noticeActivity(
  db: Database,
  { userId, id, kind: what, device, browser, os, place, provider }: NotifiedActivity,
  now: Date,
): Promise<void> {
  const facts = Object.entries({ device, browser, os, place, provider }).filter(
    ([, fact]) => fact !== undefined,
  );
  await giveNotice(db, userId, `account#${id}`, { kind: 'account', what, ...Object.fromEntries(facts) }, now);
}

type NotifiedActivity = Activity & { id: ActivityId; kind: NotifiedKind };
