/** What strangers can find out by a name, and which names can be taken for another. */
import { describe, expect, it } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
import { MOST_PENDING_UNKNOWN } from '../../shared/limits/limits.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { Browser, type Reply } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { pendingFlood } from '../support/pending-flood.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

async function setUser(username: string, changes: Record<string, unknown>): Promise<void> {
  const userId = (await userStore(nod.db).idByName(username)) as UserId;
  const user = (await nod.rows()).Users.find(({ pk, sk }) => pk === userId && sk === 'user');
  await nod.db.write({
    Put: { TableName: nod.db.tableName('Users'), Item: { ...user, pk: userId, ...changes } },
  });
}

describe('a name', () => {
  // Each looks like "susan" or "kelvin", or becomes it in some notion of lower case or normal form.
  const LOOK_ALIKES = [
    'suſan',
    '\u212Aelvin',
    'ｓｕｓａｎ',
    'sus\u0430n',
    'su\u0441an',
    'sus\u00E1n',
    'susa\u0301n',
    'susan\u200B',
    '\u202Esusan',
    'su\u00ADsan',
    'susan\u0000',
    'susan\n',
    ' susan',
    'ѕusan',
    'ﬀsusan',
    'SUSAN\u0130',
  ];
  it.each(LOOK_ALIKES)('that only looks like another one is none: %j', (username) =>
    unchanged(nod, async () => {
      for (const name of ['register', 'login-start'] as const) {
        const reply = await new Browser(nod).call(name, { body: { username } });
        expect([reply.status, reply.problem.field]).toEqual([400, 'username']);
      }
      const profile = await new Browser(nod).call('user', { params: { username } });
      expect(profile.status).toBe(400);
    }),
  );

  it('is one name in any case', async () => {
    const { username } = await newPerson(nod, { signIn: false });
    const mixed = [...username].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter)).join('');
    await unchanged(
      nod,
      async () => {
        for (const spelt of [username, username.toUpperCase(), mixed]) {
          const reply = await new Browser(nod).call('register', { body: { username: spelt } });
          expect([reply.status, reply.problem.code]).toEqual([409, 'username_taken']);
        }
      },
      'a limit counts it',
    );
    expect((await new Browser(nod).succeed('user', { params: { username: mixed } })).username).toBe(username);
  });

  it.each(['admin', 'ADMIN', 'Nod', 'support', 'security', 'api'])('of the house is taken: %s', (username) =>
    unchanged(
      nod,
      async () => {
        const reply = await new Browser(nod).call('register', { body: { username } });
        expect([reply.status, reply.problem.code]).toEqual([409, 'username_taken']);
      },
      'a limit counts it',
    ),
  );

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    'that a language knows is a name like any other: %s',
    async (username) => {
      const signIn = await new Browser(nod).call('login-start', { body: { username } });
      expect(signIn.status).toBe(202);
      expect((await new Browser(nod).call('user', { params: { username } })).status).toBe(404);
      const posts = await new Browser(nod).call('posts', { query: { author: username } });
      expect([posts.status, posts.problem.field]).toEqual([404, 'author']);
    },
  );
});

// After the others, which read the whole of the tables that this fills.
describe('asking to sign in', () => {
  const userIdIn = (browser: Browser) => browser.cookies.get('__Host-signin')?.split('.')[0];

  /** All that somebody who asks can see, but for what is random. */
  function outlineOf({ status, headers, body }: Reply<'login-start'>) {
    const names = [...headers.keys()].filter((name) => name !== 'date').sort();
    const lengths = Object.entries(body).map(([name, value]) => [name, typeof value, value.length]);
    const cookie = headers.getSetCookie()[0]?.replace(/=[^;]+/, ({ length }) => `=${length}`);
    return { status, names, lengths, cookie };
  }

  /** A name of each kind that a stranger might want to tell apart. */
  async function namesOfEachKind(): Promise<Record<string, string>> {
    const known = (await newPerson(nod)).username;
    const disabled = (await newPerson(nod)).username;
    await setUser(disabled, { disabled: true });
    const phoneless = (await newPerson(nod)).username;
    await setUser(phoneless, { phones: 0 });
    const crowded = (await newPerson(nod)).username;
    await pendingFlood(nod.db, (await userStore(nod.db).idByName(crowded)) as UserId, MOST_PENDING_UNKNOWN);
    const registering = newUsername();
    await new Browser(nod).succeed('register', { body: { username: registering } });
    const [crowdedHere, unknownCrowdedHere] = [(await newPerson(nod)).username, newUsername()];
    for (const username of [crowdedHere, unknownCrowdedHere]) {
      for (let at = 0; at < 12; at++) await new Browser(nod).succeed('login-start', { body: { username } });
    }
    return {
      known,
      disabled,
      phoneless,
      crowded,
      crowdedHere,
      unknownCrowdedHere,
      registering,
      unknown: newUsername(),
      reserved: 'admin',
    };
  }

  it('is answered alike for every name, by status, shape, headers and when asked twice', async () => {
    const seen = [];
    for (const [kind, username] of Object.entries(await namesOfEachKind())) {
      const [first, second] = [new Browser(nod), new Browser(nod)];
      const outline: unknown[] = [outlineOf(await first.call('login-start', { body: { username } }))];
      await second.call('login-start', { body: { username: username.toUpperCase() } });
      outline.push(userIdIn(second) === userIdIn(first));
      for (const browser of [first, second]) {
        const { expiresAt: _, ...status } = await browser.succeed('status');
        const completion = await browser.call('login-complete');
        const cancellation = await browser.call('login-cancel');
        outline.push(status, completion.status, completion.problem, cancellation.status, cancellation.text);
      }
      seen.push({ kind, outline });
    }
    const [{ outline } = { outline: [] }] = seen;
    expect(outline[1], 'the same stand-in when asked twice').toBe(true);
    expect(seen).toEqual(seen.map(({ kind }) => ({ kind, outline })));
  });

  it('costs the same questions to the database for every name', async () => {
    const asked = [];
    for (const username of Object.values(await namesOfEachKind())) {
      const before = nod.recordingProxy.callsFrom('login-start').length;
      await new Browser(nod).succeed('login-start', { body: { username } });
      asked.push(
        nod.recordingProxy
          .callsFrom('login-start')
          .slice(before)
          .map(
            ({ operation, input }) =>
              `${operation} ${(input.TransactItems as unknown[] | undefined)?.length}`,
          )
          // Some are asked side by side, and arrive in any order.
          .sort(),
      );
    }
    expect(asked[0]?.length).toBeGreaterThan(0);
    for (const operations of asked) expect(operations).toEqual(asked[0]);
  });

  it('under a decoy’s number leads to nothing that a phone can find or answer', async () => {
    const { username, phone } = await newPerson(nod);
    await setUser(username, { phones: 0 });
    const { number, sessionId } = await new Browser(nod).succeed('login-start', { body: { username } });
    await unchanged(
      nod,
      async () => {
        expect((await phone.call('approval-find', { body: { number } })).status).toBe(404);
        const params = { sessionId };
        const denied = await phone.call('approval-answer', { params, body: { decision: 'deny' } });
        expect(denied.status).toBe(404);
        expect((await phone.succeed('approvals')).items).toEqual([]);
      },
      'a wrong number is counted',
    );
  });
});
