/** What acts cost at the store, to the unit: whoever makes one dearer says so here (OPERATIONS.md, "What it costs"). */
import { expect, it } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { dailyActs } from '../support/daily-acts.ts';
import { nod as startNod } from '../support/nod.ts';
import { pendingFlood } from '../support/pending-flood.ts';
import { newPerson } from '../support/people.ts';
import { putActiveSessions } from '../support/sessions.ts';
import { type StoreCost, storeCosts } from '../support/store-costs.ts';

const nod = startNod();

/** What everybody's acts cost somebody with so much. */
async function costsAmong({
  posts,
  sessions,
  strangers,
}: {
  posts: number;
  sessions: number;
  strangers: number;
}) {
  const [person, other] = [await newPerson(nod), await newPerson(nod)];
  const userId = (await userStore(nod.db).idByName(person.username)) as UserId;
  for (let at = 0; at < posts; at++) {
    await person.browser.succeed('post-create', { body: { body: 'How are you all today?' } });
  }
  await putActiveSessions(sessionStore(nod.db), (writes) => nod.db.write(...writes), userId, sessions);
  await pendingFlood(nod.db, userId, strangers);
  const { id } = await person.browser.succeed('post-create', { body: { body: 'The newest of all.' } });
  return storeCosts(nod.recordingProxy, dailyActs(nod, person, id, other.username));
}

/** Of somebody with little, in the order in which it is done. */
const LITTLE: Record<string, StoreCost> = {
  'status, signed in': { calls: 1, reads: 1, writes: 0 },
  'status, nobody': { calls: 0, reads: 0, writes: 0 },
  'login-start, unknown browser': { calls: 6, reads: 3, writes: 8 },
  'status, waiting': { calls: 1, reads: 1, writes: 0 },
  'approval-find and -answer': { calls: 12, reads: 8, writes: 23 },
  'login-complete': { calls: 3, reads: 2, writes: 10 },
  'login-start, known browser': { calls: 4, reads: 3, writes: 8 },
  'approvals, on the phone': { calls: 4, reads: 4, writes: 0 },
  'login-cancel': { calls: 2, reads: 1, writes: 4 },
  // With the profile, which says whether this day is to be noted.
  me: { calls: 3, reads: 3, writes: 0 },
  // Of a reader who is signed in: their session, the list, and what is around its posts: their author's profile.
  'posts, first page': { calls: 3, reads: 2.5, writes: 0 },
  'posts, further down': { calls: 3, reads: 2.5, writes: 0 },
  // Where a query finds nothing, DynamoDB Local counts nothing, and AWS half a unit.
  'posts, nothing newer': { calls: 2, reads: 1, writes: 0 },
  'posts, of one author': { calls: 4, reads: 3.5, writes: 0 },
  // By its id alone: it is a post or a reply, which are two queries at once.
  post: { calls: 4, reads: 2, writes: 0 },
  // Who asks, the name, the user and the profile.
  user: { calls: 4, reads: 4, writes: 0 },
  // The post, which its index has, too, and the count of its author's.
  'post-create': { calls: 2, reads: 1, writes: 6 },
  // Of what is not the name: the profile, the note and the session, which is only looked at.
  'profile-edit': { calls: 4, reads: 3, writes: 6 },
  home: { calls: 4, reads: 3.5, writes: 0 },
  follow: { calls: 5, reads: 4, writes: 16 },
  'user, of somebody else': { calls: 5, reads: 5, writes: 0 },
  followers: { calls: 4, reads: 3.5, writes: 0 },
  unfollow: { calls: 4, reads: 3, writes: 16 },
  // By its id as well, with the profile of its author and whom its reader hides, half a unit each.
  thread: { calls: 4, reads: 2.5, writes: 0 },
  // One more than a post: it is counted where it answers.
  'post-create, a reply': { calls: 5, reads: 2.5, writes: 8 },
  'thread, with a reply': { calls: 5, reads: 3, writes: 0 },
  'post-edit': { calls: 4, reads: 3, writes: 8 },
  'post-history': { calls: 5, reads: 3.5, writes: 0 },
  'post-delete, a reply': { calls: 5, reads: 4, writes: 10 },
  // Without what follows the stream nothing is found, which is nothing to DynamoDB Local.
  search: { calls: 3, reads: 1, writes: 0 },
  'search, two words': { calls: 4, reads: 1, writes: 0 },
  'search, people': { calls: 2, reads: 1, writes: 0 },
  notices: { calls: 3, reads: 2, writes: 0 },
  'message-create': { calls: 5, reads: 4, writes: 16 },
  chats: { calls: 3, reads: 3.5, writes: 0 },
  chat: { calls: 4, reads: 5, writes: 0 },
  'sessions, first page': { calls: 2, reads: 2, writes: 0 },
  'session-end, on the phone': { calls: 4, reads: 3, writes: 6 },
  activity: { calls: 2, reads: 1.5, writes: 0 },
  browsers: { calls: 3, reads: 3, writes: 0 },
  devices: { calls: 3, reads: 3, writes: 0 },
};

/** What much of it adds: the strangers are counted, half a unit for each 4 kB, and a page of sessions is full. */
const MUCH: Record<string, StoreCost> = {
  ...LITTLE,
  'login-start, unknown browser': { calls: 6, reads: 4.5, writes: 8 },
  'sessions, first page': { calls: 2, reads: 5, writes: 0 },
};

// Each starts functions, on a machine that may be busy.
const BOUNDED = { timeout: 180_000 };

it('of somebody with little', BOUNDED, async () => {
  expect(await costsAmong({ posts: 30, sessions: 1, strangers: 0 })).toEqual(LITTLE);
});

it('does not grow with what there is, but by a page', BOUNDED, async () => {
  expect(await costsAmong({ posts: 60, sessions: 100, strangers: 100 })).toEqual(MUCH);
});
