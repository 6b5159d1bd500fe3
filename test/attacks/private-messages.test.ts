/** Nobody but the two reads what they write to each other, or changes it; and "It wasn't me" takes a session's words back. */
import { describe, expect, it } from 'vitest';
import { undoMessage } from '../../shared/chats/delete-message.ts';
import type { MessageId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits/limits.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { undoLogStore } from '../../shared/undo/undo-log-store.ts';
import { Browser } from '../support/browser.ts';
import { chatOf, markRead, send, userIdOf, wordsOf } from '../support/chats.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const SCALE = 0.2;
type Person = Awaited<ReturnType<typeof newPerson>>;

const nod = startNod({ variables: { NOD_LIMITS_SCALE: String(SCALE) } });

describe('a third person', () => {
  it('gets none of it, by no name, cursor or id', async () => {
    const [susan, tom, eve] = [await newPerson(nod), await newPerson(nod), await newPerson(nod)];
    const { id } = await send(susan, tom, 'Only for Tom');
    await send(eve, tom, 'Mine');
    const cursor = Buffer.from(`msg_7${'Z'.repeat(25)}`).toString('base64url');
    const seen = [
      await eve.browser.call('chats'),
      await eve.browser.call('chats', { query: { cursor } }),
      await eve.browser.call('chat', { params: { username: susan.username } }),
      await eve.browser.call('chat', { params: { username: tom.username }, query: { cursor } }),
      await eve.browser.call('chat', { params: { username: `${susan.username}#` } }),
    ];
    for (const { text } of seen) expect(text).not.toContain('Only for Tom');
    await unchanged(nod, async () => {
      for (const username of [susan.username, tom.username]) {
        const params = { username, messageId: id };
        expect((await eve.browser.call('message-delete', { params })).status).toBe(404);
      }
      expect((await markRead(eve, susan, id)).status).toBe(404);
    });
    expect((await chatOf(tom, susan)).unread).toBe(1);
  });

  it('who is signed in nowhere is told to sign in', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const { id } = await send(susan, tom, 'Only for Tom');
    const nobody = new Browser(nod);
    const params = { username: susan.username };
    await unchanged(nod, async () => {
      for (const reply of [
        await nobody.call('chats'),
        await nobody.call('chat', { params }),
        await nobody.call('message-create', { params, body: { body: 'Hello' } }),
        await nobody.call('chat-read', { params, body: { to: id } }),
        await nobody.call('message-delete', { params: { ...params, messageId: id } }),
      ]) {
        expect([reply.status, reply.problem.code]).toEqual([401, 'not_signed_in']);
      }
    });
  });

  it('finds no message where posts are', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const { id } = await send(susan, tom, 'Only for Tom');
    for (const reader of [new Browser(nod), tom.browser]) {
      expect((await reader.call('posts')).text).not.toContain('Only for Tom');
      const query = { author: susan.username };
      expect((await reader.call('posts', { query })).text).not.toContain('Only for Tom');
      const post = await reader.call('post', { params: { postId: id.replace('msg_', 'pst_') } });
      expect(post.status).toBe(404);
    }
  });
});

it('the recipient deletes no word of the sender’s', async () => {
  const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
  const { id } = await send(susan, tom, 'I said it');
  await unchanged(nod, async () => {
    const params = { username: susan.username, messageId: id };
    expect((await tom.browser.call('message-delete', { params })).status).toBe(404);
  });
});

it('another page makes the browser neither write, read nor delete', async () => {
  const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
  const { id } = await send(tom, susan, 'Hello');
  const params = { username: tom.username };
  const headers = { origin: 'https://evil.example' };
  await unchanged(nod, async () => {
    for (const reply of [
      await susan.browser.call('message-create', { params, body: { body: 'Send money' }, headers }),
      await susan.browser.call('chat-read', { params, body: { to: id }, headers }),
      await susan.browser.call('message-delete', { params: { ...params, messageId: id }, headers }),
    ]) {
      expect([reply.status, reply.problem.code]).toEqual([403, 'cross_origin_refused']);
    }
  });
});

describe('whoever writes to everybody', () => {
  it('stops at new people, and not at those whom they know or who have written to them', async () => {
    const most = LIMITS.correspondentsPerUser.most * SCALE;
    const eve = await newPerson(nod);
    const others: Person[] = [];
    for (let at = 0; at <= most + 1; at++) others.push(await newPerson(nod));
    const write = ({ username }: Person) =>
      eve.browser.call('message-create', { params: { username }, body: { body: 'Buy this' } });
    for (const other of others.slice(0, most)) expect((await write(other)).status).toBe(201);
    const [next, friend] = others.slice(most) as [Person, Person];
    const refused = await unchanged(nod, () => write(next), 'a limit counts it');
    expect([refused.status, refused.problem.code]).toEqual([429, 'too_many']);
    await send(friend, eve, 'Hello Eve');
    expect((await write(friend)).status).toBe(201);
    expect((await write(others[0] as Person)).status).toBe(201);
  }, 120_000);

  it('stops after many messages, whatever the browser, and another one goes on', async () => {
    const most = LIMITS.messagesPerUser.most * SCALE;
    const [eve, tom] = [await newPerson(nod), await newPerson(nod)];
    const browsers = [eve.browser, await signIn(nod, eve)];
    const write = (browser: Browser) =>
      browser.call('message-create', { params: { username: tom.username }, body: { body: 'Hey' } });
    for (let at = 0; at < most; at++) expect((await write(browsers[at % 2] as Browser)).status).toBe(201);
    for (const browser of browsers) {
      const reply = await unchanged(nod, () => write(browser), 'a limit counts it');
      expect([reply.status, reply.problem.code]).toEqual([429, 'too_many']);
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await send(tom, eve, 'Stop it');
  }, 120_000);
});

it('what a session wrote is taken back for both, and nothing that was written before it', async () => {
  const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
  await send(susan, tom, 'Really from Susan');
  const thief = await signIn(nod, susan);
  const params = { username: tom.username };
  for (const body of ['Send money', 'Quickly'])
    await thief.succeed('message-create', { params, body: { body } });
  await send(tom, susan, 'What?');

  const [, sessionId = ''] = thief.cookies.get('__Host-session')?.split('.') ?? [];
  const userId = await userIdOf(nod, susan);
  const session = await sessionStore(nod.db).get(userId, sessionId as `ses_${string}`);
  const now = new Date();
  const { entries } = await undoLogStore(nod.db).since(
    session as NonNullable<typeof session>,
    undefined,
    now,
  );
  const theirs = entries.filter((entry) => entry.sessionId === sessionId);
  expect(theirs.map(({ kind }) => kind)).toEqual(['message', 'message']);
  for (const entry of theirs) {
    if (entry.kind !== 'message') continue;
    await nod.db.write(...(await undoMessage(nod.db, userId, entry, now)));
    // A repeat after a lost answer finds nothing to do.
    expect(await undoMessage(nod.db, userId, entry, now)).toEqual([]);
  }
  expect(await wordsOf(tom, susan)).toEqual(['Really from Susan', null, null, 'What?']);
  expect((await chatOf(tom, susan)).unread).toBe(1);
  // What somebody else's log names is not theirs to take back.
  const [first] = theirs;
  const message = first?.kind === 'message' ? first.message : ('' as MessageId);
  expect(await undoMessage(nod.db, await userIdOf(nod, tom), { other: userId, message }, now)).toEqual([]);
});
