import type { Change, Copier } from '../copies/change.ts';
import type { Database } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import type { Mark } from '../posts/mark.ts';
import { markedIn, markStore } from '../posts/mark-store.ts';
import { postIn, postStore } from '../posts/post-store.ts';
import { GROUPED, type Grouped } from './notice.ts';
import { giveNoticeOfOneMore, takeNoticeBack, takeNoticeOfOneBack } from './noticing.ts';
import { hears, namedBy } from './whom-to-tell.ts';

/** Tells authors who likes and reposts their posts, one notice for each post, and takes out of it who does not any more. */
export const noticeMarks: Copier = async (db, change: Change, now) => {
  const post = markedIn(change.key);
  const kinds = post === undefined ? [] : GROUPED.filter((kind) => mayHaveChanged(change, kind));
  if (post === undefined || kinds.length === 0) return;
  const who = change.key.pk as UserId;
  // What is gone is no notice any more either.
  const author = (await postStore(db).get(post))?.userId;
  if (author === undefined || author === who) return;
  const mark = await markStore(db).get(who, post);
  for (const kind of kinds) {
    if (mark[kind] === undefined) await takeNoticeOfOneBack(db, author, kind, post, who, now);
    else await tell(db, { author, kind, post, who }, now);
  }
};

type Marked = { author: UserId; kind: Grouped; post: PostId; who: UserId };

async function tell(db: Database, { author, kind, post, who }: Marked, now: Date): Promise<void> {
  const named = (await hears(db, author, who)) && (await namedBy(db, who));
  if (!named) return;
  if (!(await giveNoticeOfOneMore(db, author, kind, post, named, now))) return;
  // The post may have been deleted or hidden meanwhile, or who likes it muted, and looked for before this one came.
  if (postIn(await postStore(db).rowOf(author, post)) === undefined) {
    await takeNoticeBack(db, author, `${kind}#${post}`, now);
  } else if (!(await hears(db, author, who))) {
    await takeNoticeOfOneBack(db, author, kind, post, who, now);
  }
}

/** Of a record without both images nothing is known. */
function mayHaveChanged({ before, after }: Change, kind: keyof Mark & Grouped): boolean {
  return before === undefined || after === undefined || before[kind] !== after[kind];
}
