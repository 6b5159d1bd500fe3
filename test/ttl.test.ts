import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createTables, databaseClient, localTableName, startDatabase } from '../infra/local/database.ts';
import { connect } from '../shared/database.ts';
import { sessionToken } from '../shared/http/cookies.ts';
import { newSessionId } from '../shared/ids.ts';
import { secondsAfter, ttlAt } from '../shared/seconds.ts';
import { digest, newSecret } from '../shared/secrets.ts';
import type { Session } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { Browser } from './support/browser.ts';
import { nod as startNod } from './support/nod.ts';
import { active } from './support/sessions.ts';

const nod = startNod();

const TWO_DAYS = 2 * 24 * 60 * 60;
/** DynamoDB Local sweeps every ten seconds or so. */
const SWEPT_WITHIN_MS = 60_000;

it('refuses an expired session at once, and DynamoDB sweeps its row by itself', {
  timeout: 180_000,
}, async () => {
  const startedAt = secondsAfter(new Date(), -TWO_DAYS);
  const secret = newSecret();
  const session: Session = { ...active(startedAt, { lifetime: '10m' }), secretHash: digest(secret) };
  const sessions = sessionStore(nod.db);
  const browser = new Browser(nod);
  const { id: sessionId, userId } = session;
  browser.cookies.set('__Host-session', sessionToken({ userId, sessionId, secret }));

  // Over by its times while the row is certainly still there: it may be swept only tomorrow.
  await nod.db.write(
    ...sessions.start({
      ...session,
      endsAt: secondsAfter(new Date(), -1),
      lifetimeEndsAt: secondsAfter(new Date(), -1),
    }),
  );
  expect((await nod.rows()).Sessions.map(({ sk }) => sk)).toContain(`session#${sessionId}`);
  expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason: 'lifetime' });
  const refused = await browser.call('me');
  expect([refused.status, refused.problem.code, refused.problem.reason]).toEqual([
    401,
    'not_signed_in',
    'lifetime',
  ]);

  // A database of its own: a sweep goes through all tables, and the other files have theirs in the shared one.
  const database = await startDatabase();
  onTestFinished(() => database.stop());
  await createTables(database.endpoint, 'ttl-');
  const db = connect(databaseClient(database.endpoint), (table) => localTableName('ttl-', table));
  const swept = sessionStore(db);
  const another: Session = { ...session, id: newSessionId() };
  expect(ttlAt(another.endsAt)).toBeLessThan(Date.now() / 1000);
  await db.write(...swept.start(another), ...swept.start({ ...session, endsAt: new Date() }));
  expect(await swept.get(another.userId, another.id)).toBeDefined();
  const givenUpAt = Date.now() + SWEPT_WITHIN_MS;
  while ((await swept.get(another.userId, another.id)) !== undefined && Date.now() < givenUpAt)
    await sleep(500);
  expect(await swept.get(another.userId, another.id)).toBeUndefined();
  expect(await swept.get(session.userId, session.id)).toBeDefined();
});
