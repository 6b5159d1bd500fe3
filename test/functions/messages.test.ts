/** What two people write to each other: in order, once, unread until it is read, and gone when its author says so. */
import { describe, expect, it } from 'vitest';
import { block, chatOf, markRead, send, wordsOf } from '../support/chats.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';

const nod = startNod();

const two = async () => [await newPerson(nod), await newPerson(nod)] as const;
const times = (n: number) => Array.from({ length: n }, (_, at) => at);
const statuses = (replies: { status: number }[]) => replies.map(({ status }) => status).sort();
const unreadOf = async (...[reader, other]: Parameters<typeof chatOf>) =>
  (await chatOf(reader, other)).unread;

describe('a conversation', () => {
  it('is the same for both, in the order in which it was written, and each sees whose words are their own', async () => {
    const [susan, tom] = await two();
    await send(susan, tom, 'Hello Tom');
    await send(tom, susan, 'Hello Susan');
    await send(susan, tom, '  How are you?\r\nWell? ');
    const [hers, his] = [await chatOf(susan, tom), await chatOf(tom, susan)];
    expect(hers.items.map(({ body }) => body)).toEqual(['How are you?\nWell?', 'Hello Susan', 'Hello Tom']);
    expect(hers.items.map(({ mine }) => mine)).toEqual([true, false, true]);
    expect(his.items).toEqual(hers.items.map((item) => ({ ...item, mine: !item.mine })));
    expect(hers.with).toMatchObject({ username: tom.username, displayName: tom.username });
    expect([hers.next, hers.blocked]).toEqual([null, false]);
  });

  it('is empty with somebody to whom nobody has written, and there is none with nobody or oneself', async () => {
    const [susan, tom] = await two();
    expect(await chatOf(susan, tom)).toMatchObject({ items: [], next: null, unread: 0 });
    expect((await susan.browser.succeed('chats')).items).toEqual([]);
    for (const username of ['nobody_at_all', susan.username]) {
      for (const reply of [
        await susan.browser.call('chat', { params: { username } }),
        await susan.browser.call('message-create', { params: { username }, body: { body: 'Hm' } }),
        await susan.browser.call('chat-read', {
          params: { username },
          body: { to: `msg_${'0'.repeat(26)}` },
        }),
      ]) {
        expect([reply.status, reply.problem.code]).toEqual([404, 'not_found']);
      }
    }
  });

  it('comes in pages of 30, whatever arrives meanwhile', async () => {
    const [susan, tom] = await two();
    for (const at of times(33)) await send(susan, tom, `Message ${at}`);
    const first = await chatOf(tom, susan);
    await send(susan, tom, 'One more');
    const params = { username: susan.username };
    const second = await tom.browser.succeed('chat', { params, query: { cursor: first.next ?? '' } });
    expect(first.items.map(({ body }) => body)).toEqual(times(30).map((at) => `Message ${32 - at}`));
    expect(second.items.map(({ body }) => body)).toEqual(['Message 2', 'Message 1', 'Message 0']);
    expect(second.next).toBeNull();
  });

  it('whose clocks disagree keeps its order', async () => {
    const [susan, tom] = await two();
    const { id } = await send(susan, tom, 'From the future');
    // As a function writes whose clock is an hour ahead.
    await moveLast(id, 'msg_7');
    await send(tom, susan, 'Later all the same');
    expect(await wordsOf(susan, tom)).toEqual(['From the future', 'Later all the same']);
  });
});

/** Writes a conversation's last message anew under an id of another time. */
async function moveLast(id: string, begin: string): Promise<void> {
  const later = begin + id.slice(begin.length);
  for (const row of (await nod.rows()).Posts) {
    const text = JSON.stringify(row);
    if (!text.includes(id)) continue;
    await nod.db.remove({
      Delete: { TableName: nod.db.tableName('Posts'), Key: { pk: row.pk, sk: row.sk } },
    });
    await nod.db.put({
      Put: { TableName: nod.db.tableName('Posts'), Item: JSON.parse(text.replaceAll(id, later)) },
    });
  }
}

describe('the list', () => {
  it('has whoever wrote last on top, with their last words, each once', async () => {
    const [susan, tom] = await two();
    const ann = await newPerson(nod);
    await send(tom, susan, 'From Tom');
    await send(susan, ann, 'To Ann');
    await send(tom, susan, 'Again from Tom');
    const { items, next } = await susan.browser.succeed('chats');
    expect(items.map((chat) => [chat.with.username, chat.last.body, chat.last.mine, chat.unread])).toEqual([
      [tom.username, 'Again from Tom', false, 2],
      [ann.username, 'To Ann', true, 0],
    ]);
    expect(next).toBeNull();
    expect((await ann.browser.succeed('chats')).items).toMatchObject([{ unread: 1, last: { mine: false } }]);
  });

  it('comes in pages of 20', async () => {
    const susan = await newPerson(nod);
    const others = [];
    for (const _ of times(21)) {
      const other = await newPerson(nod);
      others.unshift(other.username);
      await send(other, susan, 'Hello');
    }
    const first = await susan.browser.succeed('chats');
    const second = await susan.browser.succeed('chats', { query: { cursor: first.next ?? '' } });
    expect([...first.items, ...second.items].map((chat) => chat.with.username)).toEqual(others);
    expect([first.items.length, second.next]).toEqual([20, null]);
  }, 120_000);
});

describe('reading', () => {
  it('is said, never by looking, counts the other’s words only, and goes forward only', async () => {
    const [susan, tom] = await two();
    const first = await send(susan, tom, 'One');
    await send(susan, tom, 'Two');
    const third = await send(susan, tom, 'Three');
    await send(tom, susan, 'Mine');
    await chatOf(tom, susan);
    expect(await unreadOf(tom, susan)).toBe(3);
    expect((await markRead(tom, susan, first.id)).status).toBe(204);
    expect(await unreadOf(tom, susan)).toBe(2);
    await markRead(tom, susan, third.id);
    await markRead(tom, susan, first.id);
    expect(await unreadOf(tom, susan)).toBe(0);
    expect(await unreadOf(susan, tom)).toBe(1);
  });

  it('up to a message that nobody has written yet leaves what comes then unread', async () => {
    const [susan, tom] = await two();
    await send(susan, tom, 'One');
    await markRead(tom, susan, `msg_7${'Z'.repeat(25)}`);
    await send(susan, tom, 'Two');
    expect(await unreadOf(tom, susan)).toBe(1);
  });

  it('while messages arrive counts each either as read or as unread', async () => {
    const [susan, tom] = await two();
    const { id } = await send(susan, tom, 'One');
    await Promise.all([
      ...times(4).map((at) => send(susan, tom, `Meanwhile ${at}`)),
      ...times(3).map(() => markRead(tom, susan, id)),
    ]);
    expect(await unreadOf(tom, susan)).toBe(4);
    const { items } = await chatOf(tom, susan);
    await markRead(tom, susan, items[1]?.id ?? '');
    expect(await unreadOf(tom, susan)).toBe(1);
  });
});

describe('deleting', () => {
  it('takes the words from both, also from the list, and leaves their place', async () => {
    const [susan, tom] = await two();
    await send(susan, tom, 'Kept');
    const gone = await send(susan, tom, 'Gone');
    const params = { username: tom.username, messageId: gone.id };
    await susan.browser.succeed('message-delete', { params });
    expect(await wordsOf(tom, susan)).toEqual(['Kept', null]);
    expect((await chatOf(tom, susan)).items[0]).toMatchObject({ id: gone.id, deletedAt: expect.any(String) });
    expect((await tom.browser.succeed('chats')).items[0]?.last.body).toBeUndefined();
    expect(await unreadOf(tom, susan)).toBe(1);
    expect(JSON.stringify(await nod.rows())).not.toContain('Gone');
    expect((await susan.browser.call('message-delete', { params })).status).toBe(404);
    expect(await unreadOf(tom, susan)).toBe(1);
  });

  it('of what is read already counts nothing', async () => {
    const [susan, tom] = await two();
    const first = await send(susan, tom, 'Read');
    await markRead(tom, susan, first.id);
    await send(susan, tom, 'Unread');
    await susan.browser.succeed('message-delete', {
      params: { username: tom.username, messageId: first.id },
    });
    expect(await unreadOf(tom, susan)).toBe(1);
  });
});

describe('at once', () => {
  it('ten messages either way are all there, once, and the list has one conversation', async () => {
    const [susan, tom] = await two();
    await Promise.all([
      ...times(5).map((at) => send(susan, tom, `S${at}`)),
      ...times(5).map((at) => send(tom, susan, `T${at}`)),
    ]);
    const words = await wordsOf(susan, tom);
    expect([...words].sort()).toEqual([...times(5).map((at) => `S${at}`), ...times(5).map((at) => `T${at}`)]);
    expect(await wordsOf(tom, susan)).toEqual(words);
    for (const [reader, other] of [
      [susan, tom],
      [tom, susan],
    ] as const) {
      expect((await reader.browser.succeed('chats')).items).toMatchObject([
        { with: { username: other.username }, unread: 5, last: { body: words.at(-1) } },
      ]);
    }
  });

  it('two who write to one person share no row, so that neither waits for the other', async () => {
    const [susan, tom] = await two();
    const ann = await newPerson(nod);
    const rowsOf = async (from: typeof susan) => {
      const before = nod.recordingProxy.callsFrom('message-create', 'TransactWriteItems').length;
      await send(from, ann, 'Hello');
      return nod.recordingProxy
        .callsFrom('message-create', 'TransactWriteItems')
        .slice(before)
        .flatMap(({ input }) => (input.TransactItems as Record<string, Record<string, unknown>>[]) ?? [])
        .map((item) => {
          const [write] = Object.values(item);
          const key = (write?.Key ?? write?.Item) as Record<'pk' | 'sk', { S: string }> | undefined;
          return `${key?.pk.S} ${key?.sk.S}`;
        });
    };
    for (const _ of times(2)) {
      const [hers, his] = [await rowsOf(susan), await rowsOf(tom)];
      expect(hers.length).toBeGreaterThanOrEqual(8);
      expect(hers.filter((row) => his.includes(row))).toEqual([]);
    }
  });

  it('a block and a message: what is written before it stands, and nothing after', async () => {
    for (const _ of times(4)) {
      const [susan, tom] = await two();
      const params = { username: tom.username };
      const [reply] = await Promise.all([
        susan.browser.call('message-create', { params, body: { body: 'Now?' } }),
        block(nod, tom, susan),
      ]);
      expect([201, 403]).toContain(reply.status);
      expect(await wordsOf(tom, susan)).toEqual(reply.status === 201 ? ['Now?'] : []);
      for (const [from, to] of [
        [susan, tom],
        [tom, susan],
      ] as const) {
        const refused = await from.browser.call('message-create', {
          params: { username: to.username },
          body: { body: 'And now?' },
        });
        expect([refused.status, refused.problem.code]).toEqual([403, 'blocked']);
        expect(await chatOf(from, to)).toMatchObject({ blocked: true });
      }
    }
  });

  it('the end of a session and its messages: what was answered is there, and nothing is written afterwards', async () => {
    const [susan, tom] = await two();
    const other = await signIn(nod, susan);
    const params = { username: tom.username };
    const [replies] = await Promise.all([
      Promise.all(times(6).map((at) => other.call('message-create', { params, body: { body: `${at}` } }))),
      other.copy().succeed('logout'),
    ]);
    const sent = replies.filter(({ status }) => status === 201).map(({ body }) => body.body);
    expect(new Set(statuses(replies))).toEqual(
      new Set([...(sent.length > 0 ? [201] : []), ...(sent.length < 6 ? [401] : [])]),
    );
    expect((await wordsOf(susan, tom)).sort()).toEqual(sent.sort());
    expect((await other.call('message-create', { params, body: { body: 'Late' } })).status).toBe(401);
  });
});

describe('a repeat with the same key', () => {
  const headers = { 'idempotency-key': 'the same again' };

  it('is answered with the message that is there, also at once', async () => {
    const [susan, tom] = await two();
    const call = { params: { username: tom.username }, body: { body: 'Once' }, headers };
    const replies = await Promise.all(times(4).map(() => susan.browser.call('message-create', call)));
    expect(statuses(replies)).toEqual([201, 201, 201, 201]);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await wordsOf(tom, susan)).toEqual(['Once']);
    expect(await unreadOf(tom, susan)).toBe(1);
  });

  it('whose first answer nobody heard is sent once', async () => {
    const [susan, tom] = await two();
    await send(tom, susan, 'Before');
    const call = { params: { username: tom.username }, body: { body: 'Once' }, headers };
    nod.recordingProxy.disturb('answer lost', { from: 'message-create', operation: 'TransactWriteItems' });
    const lost = await susan.browser.call('message-create', call);
    nod.recordingProxy.mend();
    expect([lost.status, lost.problem.code]).toEqual([503, 'store_unavailable']);
    await susan.browser.succeed('message-create', call);
    expect(await wordsOf(tom, susan)).toEqual(['Before', 'Once']);
  });

  it('and another text, or for somebody else, is refused', async () => {
    const [susan, tom] = await two();
    const ann = await newPerson(nod);
    const body = { body: 'Once' };
    await susan.browser.succeed('message-create', { params: { username: tom.username }, body, headers });
    for (const call of [
      { params: { username: tom.username }, body: { body: 'Twice' }, headers },
      { params: { username: ann.username }, body, headers },
    ]) {
      const reply = await susan.browser.call('message-create', call);
      expect([reply.status, reply.problem.code]).toEqual([409, 'conflict']);
    }
    expect((await ann.browser.succeed('chats')).items).toEqual([]);
  });
});

it('looking and reading keep no session from going idle, and writing does', async () => {
  const [susan, tom] = await two();
  const { id } = await send(tom, susan, 'Are you there?');
  const row = async () =>
    (await nod.rows()).Sessions.find(
      ({ sk, username, status }) =>
        String(sk).startsWith('session#') && username === susan.username && status === 'active',
    );
  const before = await row();
  // As if her last call had been some minutes ago.
  const past = (before?.lastActiveAt as number) - 300;
  await nod.db.update({
    Update: {
      TableName: nod.db.tableName('Sessions'),
      Key: { pk: before?.pk, sk: before?.sk },
      UpdateExpression: 'SET lastActiveAt = :past',
      ExpressionAttributeValues: { ':past': past },
    },
  });
  await susan.browser.succeed('chats');
  await chatOf(susan, tom);
  await markRead(susan, tom, id);
  expect((await row())?.lastActiveAt).toBe(past);
  await send(susan, tom, 'Here I am');
  expect((await row())?.lastActiveAt).toBeGreaterThan(past);
});
