/** What phones tell of others, through the real streams and to a real push service: what was asked for, and nothing else. */
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import type { Alert } from '../../shared/alerts/alert.ts';
import { alerting } from '../../shared/alerts/alerting.ts';
import { giveAlert } from '../../shared/alerts/give-alert.ts';
import type { Item } from '../../shared/database.ts';
import { newUserId, type PostId } from '../../shared/ids.ts';
import { ALERT_LIMITS, type Limit } from '../../shared/limits/limits.ts';
import { ringStore } from '../../shared/push/ring-store.ts';
import { Browser } from '../support/browser.ts';
import { markRead, send } from '../support/chats.ts';
import { post } from '../support/graph.ts';
import { addPhone, signIn } from '../support/people.ts';
import type { PushAnswer } from '../support/push-service.ts';
import { type RungPerson, rungNod } from '../support/rung-people.ts';
import { recordOf } from '../support/stream-records.ts';
import { whileWriting } from '../support/while-writing.ts';

const { nod, service, rungPerson, rowsOf } = rungNod();

const BOUNDED = { timeout: 120_000 };
const ALL = { mentions: true, replies: true, messages: true };
const NONE = { mentions: false, replies: false, messages: false };
const HANGS: PushAnswer = { silentMs: 10 * 60_000 };

/** Somebody whose phone rings and tells all. */
async function alertedPerson(...answers: PushAnswer[]): Promise<RungPerson> {
  const person = await rungPerson(...answers);
  await person.browser.succeed('alerts-choose', { body: ALL });
  return person;
}

/** Waits until so much has been noted for somebody since they began, and has a turn. */
const noted = (person: RungPerson, count: number) =>
  vi.waitFor(
    async () => {
      expect(await rowsOf(person.userId, 'alerted#')).toHaveLength(count);
      expect(await turnsOf(person)).not.toEqual([]);
    },
    { timeout: 60_000, interval: 50 },
  );

/** Counts so many alerts as if they had been told. */
async function told(limit: Limit, whom: string, count: number): Promise<void> {
  const { take } = ringStore(nod.db);
  for (let at = 0; at < count; at++) await take(limit, whom, `pst_${at}`, new Date());
}

const turnsOf = async ({ userId }: RungPerson) =>
  (await nod.rows()).Sessions.filter(
    ({ pk, sk }) => String(pk).startsWith('alerts-due#') && String(sk).endsWith(userId),
  );

/** Calls what the clock calls, as it will be so many minutes from now. */
const clock = (minutes = 1) => nod.trigger('alerts', scheduledEvent(new Date(Date.now() + minutes * 60_000)));

const reply = async ({ browser }: { browser: Browser }, replyTo: PostId, body: string) =>
  (await browser.succeed('post-create', { body: { body, replyTo } })).id;

const mention = (by: RungPerson, ...people: RungPerson[]) =>
  post(by, `Ask ${people.map(({ username }) => `@${username}`).join(' and ')}`);

describe('nobody’s phones', () => {
  it('tell of anything until that is chosen, while those of others do', BOUNDED, async () => {
    const [susan, mary, tom] = [await rungPerson(), await alertedPerson(), await rungPerson()];
    expect(await susan.browser.succeed('alerts-chosen')).toEqual(NONE);
    const hers = await post(susan, 'My bees');
    await reply(tom, hers, `How many? Ask @${mary.username}`);
    await mention(tom, susan, mary);
    await send(tom, susan, 'Psst');
    await send(tom, mary, 'Psst');
    await noted(mary, 3);
    await nod.idle();
    expect(await rowsOf(susan.userId, 'alert')).toEqual([]);
    await clock();
    expect(mary.arrivals()).toHaveLength(3);
    expect([...susan.requests(), ...tom.requests()]).toEqual([]);
    expect(await susan.browser.succeed('status')).toMatchObject({ unread: { notices: 2, messages: 1 } });
  });

  it('tell of a kind that is not chosen', BOUNDED, async () => {
    const [susan, tom] = [await rungPerson(), await rungPerson()];
    await susan.browser.succeed('alerts-choose', { body: { replies: true } });
    const hers = await post(susan, 'My bees');
    await mention(tom, susan);
    await send(tom, susan, 'Psst');
    await reply(tom, hers, 'How many?');
    await noted(susan, 1);
    await clock();
    expect(susan.arrivals()).toMatchObject([{ notice: { title: expect.stringContaining('replied') } }]);
  });
});

describe('a phone', () => {
  it('tells who mentions, answers and writes, and of a message never what', BOUNDED, async () => {
    const [susan, tom] = [await alertedPerson(), await rungPerson()];
    const second = service.subscribe();
    const other = await addPhone(nod, susan.browser);
    await other.succeed('push-subscribe', { body: { ...second, language: 'de' } });
    const hers = await post(susan, 'My bees');
    const mentions = await mention(tom, susan);
    const answer = await reply(tom, hers, 'How many?');
    await send(tom, susan, 'The secret of the bees');
    await noted(susan, 3);
    await clock();
    const name = `\u2068${tom.username}\u2069`;
    const said = [
      {
        title: `${name} mentioned you`,
        body: `@${tom.username}: \u2068Ask @${susan.username}\u2069`,
        tag: `alert ${mentions}`,
        path: `/@${tom.username}/${mentions}`,
      },
      {
        title: `${name} replied to you`,
        body: `@${tom.username}: \u2068How many?\u2069`,
        tag: `alert ${hers}`,
        path: `/@${tom.username}/${answer}`,
      },
      {
        title: `New message from ${name}`,
        body: `@${tom.username}`,
        tag: `alert ${tom.userId}`,
        path: `/messages/${tom.username}`,
      },
    ];
    const byTitle = (one: { notice: { title: string } }, two: { notice: { title: string } }) =>
      said.findIndex(({ title }) => title === one.notice.title) -
      said.findIndex(({ title }) => title === two.notice.title);
    const alerts = service.arrivals.filter(({ notice }) => notice.tag.startsWith('alert '));
    const arrivals = alerts.filter(({ endpoint }) => endpoint === susan.push.endpoint).toSorted(byTitle);
    expect(arrivals.map(({ notice }) => notice)).toEqual(
      said.map((notice) => ({ ...notice, lang: 'en', dir: 'ltr' })),
    );
    expect(arrivals.map(({ urgency }) => urgency)).toEqual(['low', 'low', 'normal']);
    for (const { ttl, topic, raw } of arrivals) {
      expect(ttl).toBe(24 * 60 * 60);
      expect(topic).toMatch(/^[\w-]{32}$/);
      for (const name of [hers, tom.userId, mentions]) expect(raw).not.toContain(name);
    }
    expect(new Set(arrivals.map(({ topic }) => topic)).size).toBe(3);
    const german = alerts.filter(({ endpoint }) => endpoint === second.endpoint);
    expect(german.map(({ notice }) => notice.title).sort()).toEqual(
      [`${name} hat dich erwähnt`, `${name} hat dir geantwortet`, `Neue Nachricht von ${name}`].sort(),
    );
    expect(JSON.stringify(service.arrivals)).not.toContain('secret of the bees');
    expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);
  });

  it('tells once, however often the streams tell it, and whoever else is telling', BOUNDED, async () => {
    const [susan, tom] = [await alertedPerson(), await rungPerson()];
    await mention(tom, susan);
    await send(tom, susan, 'Psst');
    await noted(susan, 2);
    await Promise.all([clock(), clock(), clock(2)]);
    await clock(3);
    expect(susan.requests()).toHaveLength(2);
    const posts = (await nod.rows()).Posts;
    const written = posts.filter(({ pk, sk }) => pk === tom.userId && String(sk).startsWith('post#'));
    const inbox = posts.filter(({ pk, sk }) => pk === susan.userId && String(sk).startsWith('inbox#'));
    expect([written.length, inbox.length]).toEqual([1, 1]);
    for (const _ of [1, 2]) {
      await nod.trigger('posts-copied', { Records: written.map(recordOf) });
      await nod.trigger('people-copied', { Records: inbox.map(withImage) });
    }
    expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);
    await clock(4);
    await clock(5);
    expect(susan.requests()).toHaveLength(2);
    expect(await turnsOf(susan), 'nothing goes on').toEqual([]);
  });

  it(
    'tells once of what comes together: of a thread, and of a conversation, the latest',
    BOUNDED,
    async () => {
      const [susan, tom, mary] = [await alertedPerson(), await rungPerson(), await rungPerson()];
      const hers = await post(susan, 'My bees');
      await reply(tom, hers, 'How many?');
      const last = await reply(mary, hers, `So many that nobody counts them, @${susan.username}`);
      for (const body of ['One', 'Two', 'Three']) await send(tom, susan, body);
      await send(mary, susan, 'Four');
      await noted(susan, 6);
      expect(await rowsOf(susan.userId, 'alert#')).toHaveLength(3);
      await clock();
      expect(
        susan
          .arrivals()
          .map(({ notice }) => notice.path)
          .sort(),
      ).toEqual(
        [`/@${mary.username}/${last}`, `/messages/${mary.username}`, `/messages/${tom.username}`].sort(),
      );
    },
  );

  it(
    'tells of one person ten times in an hour, and what is over that waits for nothing',
    BOUNDED,
    async () => {
      const [susan, tom, mary] = [await alertedPerson(), await rungPerson(), await rungPerson()];
      for (let at = 0; at < 12; at++) await mention(tom, susan);
      await send(tom, susan, 'Psst');
      await mention(mary, susan);
      await noted(susan, 14);
      await clock();
      const paths = susan.arrivals().map(({ notice }) => notice.path);
      expect(paths.filter((path) => path.includes(tom.username))).toHaveLength(10);
      expect(paths.filter((path) => path.includes(mary.username))).toHaveLength(1);
      expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);
    },
  );

  it('tells of other kinds where a flood of one is over what an hour has room for', BOUNDED, async () => {
    const [susan, tom] = [await alertedPerson(), await rungPerson()];
    const { perKind } = ALERT_LIMITS;
    await told(perKind, `${susan.userId}#mentions`, perKind.most);
    await mention(tom, susan);
    await send(tom, susan, 'Psst');
    await noted(susan, 2);
    await clock();
    expect(susan.arrivals().map(({ notice }) => notice.path)).toEqual([`/messages/${tom.username}`]);
    expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);
  });

  it('tells of what is over a limit nothing, for which nobody looks at it', BOUNDED, async () => {
    const [susan, tom] = [await alertedPerson(), await rungPerson()];
    const { perSender } = ALERT_LIMITS;
    await told(perSender, `${susan.userId}#${tom.userId}`, perSender.most);
    const id = await mention(tom, susan);
    await noted(susan, 1);
    const alert: Alert = { userId: susan.userId, kind: 'mentions', id, who: tom.userId, group: id };
    const looks: string[] = [];
    const db = {
      ...nod.db,
      get: (input) => {
        looks.push(String(input.TableName));
        return nod.db.get(input);
      },
      query: (input) => {
        looks.push(String(input.TableName));
        return nod.db.query(input);
      },
    } as typeof nod.db;
    const sent = vi.fn(async () => []);
    await alerting(db, sent)(susan.userId, [alert], new Date());
    expect(sent).not.toHaveBeenCalled();
    expect(looks).toContain(nod.db.tableName('Sessions'));
    expect(looks).not.toContain(nod.db.tableName('Posts'));
    expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);
    await alerting(db, sent)(susan.userId, [{ ...alert, who: newUserId() }], new Date());
    expect(looks, 'as it does for others').toContain(nod.db.tableName('Posts'));
  });
});

describe('what is noted', () => {
  it('has a turn that has not come yet, however late the stream is', async () => {
    const susan = await alertedPerson();
    const began = Date.now();
    const who = newUserId();
    const alert: Alert = { userId: susan.userId, kind: 'messages', id: 'msg_1', who, group: who };
    await giveAlert(nod.db, alert, new Date(began - 60_000));
    const [turn] = await turnsOf(susan);
    expect(Number(String(turn?.sk).split('#')[0])).toBeGreaterThanOrEqual(began + 10_000);
  });

  it('does not come back where a later one has stood for it', async () => {
    const susan = await alertedPerson();
    const who = newUserId();
    const alert = (id: 'msg_1' | 'msg_2'): Alert => ({
      userId: susan.userId,
      kind: 'messages',
      id,
      who,
      group: who,
    });
    for (const id of ['msg_2', 'msg_1'] as const) await giveAlert(nod.db, alert(id), new Date());
    await clock();
    expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);
    for (const id of ['msg_1', 'msg_2'] as const) await giveAlert(nod.db, alert(id), new Date());
    expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);
  });
});

describe('what is not so any more when it would be told', () => {
  it(
    'is told to nobody: read, deleted, hidden, muted, blocked, taken out or not wanted',
    BOUNDED,
    async () => {
      const susan = await alertedPerson();
      const people = await Promise.all(Array.from({ length: 6 }, () => rungPerson()));
      const [reads, deletes, mutes, blocks, removes, hides] = people as [
        RungPerson,
        RungPerson,
        RungPerson,
        RungPerson,
        RungPerson,
        RungPerson,
      ];
      const hers = await post(susan, 'My bees');
      const read = await send(reads, susan, 'Psst');
      await send(mutes, susan, 'Psst');
      await send(blocks, susan, 'Psst');
      const deleted = await send(deletes, susan, 'Psst');
      const gone = await mention(deletes, susan);
      await mention(mutes, susan);
      await mention(blocks, susan);
      const removed = await reply(removes, hers, 'How many?');
      const intruder = await signIn(nod, hides);
      await intruder.succeed('post-create', { body: { body: `Not me, @${susan.username}` } });
      await noted(susan, 9);

      await markRead(susan, reads, read.id);
      await deletes.browser.succeed('message-delete', {
        params: { username: susan.username, messageId: deleted.id },
      });
      await deletes.browser.succeed('post-delete', { params: { postId: gone } });
      await susan.browser.succeed('mute', { params: { username: mutes.username } });
      await susan.browser.succeed('block', { params: { username: blocks.username } });
      await susan.browser.succeed('reply-remove', { params: { postId: hers, replyId: removed } });
      const { id: sessionId } = (await intruder.succeed('me')).session;
      await hides.phone.succeed('session-end', { params: { sessionId }, query: { notMe: '1' } });
      await clock();
      expect(susan.requests()).toEqual([]);
      expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);

      await mention(reads, susan);
      await noted(susan, 10);
      const { newest } = await susan.browser.succeed('notices');
      await susan.browser.succeed('notices-read', { body: { upTo: newest ?? '' } });
      await mention(reads, susan);
      await send(reads, susan, 'Psst');
      await noted(susan, 12);
      await susan.browser.succeed('alerts-choose', { body: { messages: false, mentions: false } });
      await clock(3);
      expect(susan.requests()).toEqual([]);
      expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);
    },
  );

  it('is nothing of whom somebody has muted or blocked before', BOUNDED, async () => {
    const [susan, tom, mary] = [await alertedPerson(), await rungPerson(), await rungPerson()];
    await susan.browser.succeed('mute', { params: { username: tom.username } });
    await send(tom, susan, 'Psst');
    await mention(tom, susan);
    await mention(mary, susan);
    await noted(susan, 1);
    await nod.idle();
    await clock();
    expect(susan.arrivals().map(({ notice }) => notice.title)).toEqual([
      `\u2068${mary.username}\u2069 mentioned you`,
    ]);
  });
});

describe('a push service', () => {
  it('that fails is asked once more, for the phones that have not been told', BOUNDED, async () => {
    const [susan, tom] = [await alertedPerson({ status: 503 }, { status: 201 }), await rungPerson()];
    await send(tom, susan, 'Psst');
    await noted(susan, 1);
    await clock();
    expect(await rowsOf(susan.userId, 'alert#')).toMatchObject([{ failed: [expect.any(String)] }]);
    await clock(4);
    expect(susan.arrivals()).toMatchObject([{ notice: { path: `/messages/${tom.username}` } }]);
    await clock(8);
    expect(susan.requests()).toHaveLength(2);
    expect(await turnsOf(susan)).toEqual([]);
  });

  it(
    'that fails is asked once more a minute later, at whatever second the clock calls',
    BOUNDED,
    async () => {
      const [susan, tom] = [await alertedPerson({ status: 503 }, { status: 201 }), await rungPerson()];
      await send(tom, susan, 'Psst');
      await noted(susan, 1);
      const minute = Math.ceil(Date.now() / 60_000) * 60_000;
      for (const seconds of [37, 97]) {
        await nod.trigger('alerts', scheduledEvent(new Date(minute + seconds * 1000)));
      }
      expect(susan.arrivals()).toHaveLength(1);
      expect(await rowsOf(susan.userId, 'alert#')).toEqual([]);
    },
  );

  it(
    'that always fails is given up, and one that calls a subscription gone is not asked again',
    BOUNDED,
    async () => {
      const [broken, gone, tom] = [
        await alertedPerson({ status: 500 }),
        await alertedPerson({ status: 410 }),
        await rungPerson(),
      ];
      await mention(tom, broken, gone);
      await Promise.all([noted(broken, 1), noted(gone, 1)]);
      for (const minutes of [1, 4, 8, 12]) await clock(minutes);
      expect([broken.requests().length, gone.requests().length]).toEqual([2, 1]);
      expect(await gone.row()).not.toHaveProperty('push');
      expect(await broken.row()).toHaveProperty('push', broken.push);
      expect(await rowsOf(broken.userId, 'alert#')).toEqual([]);
    },
  );

  it('that hangs holds up nobody else, neither who is told nor who signs in', BOUNDED, async () => {
    const [stuck, susan, tom] = [await alertedPerson(HANGS), await alertedPerson(), await rungPerson()];
    for (let at = 0; at < 5; at++) await mention(tom, stuck);
    await mention(tom, susan);
    await Promise.all([noted(stuck, 5), noted(susan, 1)]);
    const run = clock();
    await vi.waitFor(() => expect(stuck.requests()).toHaveLength(5), { timeout: 20_000, interval: 10 });
    await susan.start();
    await vi.waitFor(() => expect(susan.arrivals()).toHaveLength(2), { timeout: 20_000, interval: 10 });
    await run;
  });
});

describe('the choice', () => {
  it('is made kind by kind, and stays in the rest', async () => {
    const { browser } = await rungPerson();
    const choose = (body: object) => browser.succeed('alerts-choose', { body });
    expect(await choose({ messages: true })).toEqual({ ...NONE, messages: true });
    expect(await choose({ mentions: true, replies: false })).toEqual({
      mentions: true,
      replies: false,
      messages: true,
    });
    await Promise.all([choose({ replies: true }), choose({ messages: false })]);
    expect(await browser.succeed('alerts-chosen')).toEqual({
      mentions: true,
      replies: true,
      messages: false,
    });
    for (const body of [{}, { mentions: 'yes' }, { likes: true }]) {
      const { status, problem } = await browser.call('alerts-choose', { body: body as never });
      expect([status, problem.code]).toEqual([400, 'invalid_input']);
    }
  });

  it('is nobody else’s, and no session’s that is ended at that very moment', async () => {
    const { browser, phone } = await rungPerson();
    for (const caller of [new Browser(nod), phone]) {
      expect((await caller.call('alerts-choose', { body: ALL })).status).toBe(401);
      expect((await caller.call('alerts-chosen')).status).toBe(401);
    }
    const { status, problem } = await whileWriting(
      nod,
      { from: 'alerts-choose', after: 0 },
      () => browser.call('alerts-choose', { body: ALL }),
      () => phone.succeed('sessions-end'),
    );
    expect([status, problem.code]).toEqual([401, 'not_signed_in']);
  });

  it('is as it was before whoever was reported has made it, but where its owner has since', async () => {
    const susan = await rungPerson();
    await susan.browser.succeed('alerts-choose', { body: { mentions: true, replies: true } });
    const intruder = await signIn(nod, susan);
    await intruder.succeed('alerts-choose', { body: { mentions: false, messages: true } });
    await intruder.succeed('alerts-choose', { body: { messages: true } });
    await susan.browser.succeed('alerts-choose', { body: { replies: false } });
    const { id: sessionId } = (await intruder.succeed('me')).session;
    const before = await susan.phone.succeed('compromise', { params: { sessionId } });
    expect(before.acts).toEqual([{ of: 'settings', count: 1 }]);
    await susan.phone.succeed('session-end', { params: { sessionId }, query: { notMe: '1' } });
    expect(await susan.browser.succeed('alerts-chosen')).toEqual({
      mentions: true,
      replies: false,
      messages: false,
    });
    const { items } = await susan.browser.succeed('activity');
    expect(items.find(({ kind }) => kind === 'undone')).toMatchObject({ count: 1 });
  });
});

/** What the stream says of a row that has just come with a message. */
const withImage = (row: Item): DynamoDBRecord => {
  const record = recordOf(row);
  return {
    ...record,
    dynamodb: {
      ...record.dynamodb,
      NewImage: marshall(row) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'],
    },
  } as DynamoDBRecord;
};
