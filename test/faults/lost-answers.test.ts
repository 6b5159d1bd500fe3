/** A write whose answer is lost on the way, and which the SDK repeats by itself, is no lost race. */
import { expect, it, onTestFinished } from 'vitest';
import { databaseClient } from '../../infra/local/database.ts';
import { connect } from '../../shared/database.ts';
import { close } from '../../shared/sessions/session.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { active } from '../support/sessions.ts';
import { tables } from '../support/tables.ts';
import { startWiretap } from '../support/wiretap.ts';

const { db, endpoint } = tables();
const sessions = sessionStore(db);

it('a session is closed once, although nobody heard that it was', async () => {
  const wiretap = await startWiretap(endpoint);
  onTestFinished(() => wiretap.close());
  const client = databaseClient(wiretap.endpoint, { attempts: 3 });
  const behindWiretap = connect(client, db.tableName);

  const now = new Date();
  const session = active(now);
  await db.write(sessions.start(session));
  wiretap.disturb('answer lost', { times: 1 });
  await behindWiretap.write(sessions.close(close(session, 'phone', now), now));
  expect(wiretap.calls.map(({ operation }) => operation)).toEqual([
    'TransactWriteItems',
    'TransactWriteItems',
  ]);
  expect((await sessions.get(session.userId, session.id))?.status).toBe('closed');
});
