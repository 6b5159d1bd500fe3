import { alertMessages } from '../shared/alerts/alert-messages.ts';
import type { Copier } from '../shared/copies/change.ts';
import { followingChanges } from '../shared/copies/following-changes.ts';
import { type Database, database } from '../shared/database.ts';
import { countChats } from '../shared/notices/count-chats.ts';
import { noticeFollows } from '../shared/notices/notice-follows.ts';
import { noticeHides } from '../shared/notices/notice-hides.ts';
import { noticeMarks } from '../shared/notices/notice-marks.ts';
import { copyFollows } from '../shared/timelines/copy-follows.ts';
import { serveTrigger } from '../shared/trigger.ts';

/** What is copied of what people are to each other. Whoever keeps something more adds it here, and its pattern to the row. */
const COPIERS: readonly Copier[] = [
  copyFollows,
  noticeFollows,
  noticeMarks,
  noticeHides,
  countChats,
  alertMessages,
];

/** Follows whom people begin and cease to follow, what they do with posts, and what waits for them to be read. */
export const peopleCopied = (db: Database, copiers = COPIERS) =>
  followingChanges('people-copied', db, copiers);

export const handler = serveTrigger(peopleCopied(database()));
