/** What acts cost at the store, to the unit: whoever makes one dearer says so here (OPERATIONS.md, "What it costs"). */
import { beforeAll, expect, it } from 'vitest';
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
  const person = await newPerson(nod);
  const userId = (await userStore(nod.db).idByName(person.username)) as UserId;
  for (let at = 0; at < posts; at++) {
    await person.browser.succeed('post-create', { body: { body: 'How are you all today?' } });
  }
  await putActiveSessions(sessionStore(nod.db), (writes) => nod.db.write(...writes), userId, sessions);
  await pendingFlood(nod.db, userId, strangers);
  const { id } = await person.browser.succeed('post-create', { body: { body: 'The newest of all.' } });
  return storeCosts(nod.recordingProxy, dailyActs(nod, person, id));
}

let few: Record<string, StoreCost>;
let many: Record<string, StoreCost>;
beforeAll(async () => {
  few = await costsAmong({ posts: 30, sessions: 1, strangers: 0 });
  many = await costsAmong({ posts: 60, sessions: 100, strangers: 100 });
}, 180_000);

it('a poll is one read unit, and none where there is no cookie', () => {
  for (const costs of [few, many]) {
    expect(costs['status, signed in']).toEqual({ calls: 1, reads: 1, writes: 0 });
    expect(costs['status, waiting']).toEqual({ calls: 1, reads: 1, writes: 0 });
    expect(costs['status, nobody']).toEqual({ calls: 0, reads: 0, writes: 0 });
  }
});

it('prints', () => {
  console.log(JSON.stringify(few), JSON.stringify(many));
});
