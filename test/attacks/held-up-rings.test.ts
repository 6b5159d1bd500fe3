/** Push addresses that accept and never answer: they cost whoever has them, and hold up nobody else's rings. */
import { randomBytes } from 'node:crypto';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import { activityStore } from '../../shared/activity/activity-store.ts';
import type { Item, Write } from '../../shared/database.ts';
import type { News } from '../../shared/push/news.ts';
import { newsStore } from '../../shared/push/news-store.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, userRow } from '../support/people.ts';
import { type PushAnswer, type PushService, startPushService } from '../support/push-service.ts';

let service: PushService;

/** Followed by the real stream of the database. */
const nod = startNod({
  async beside() {
    service = await startPushService();
    return { variables: { LOCAL_PUSH_ORIGIN: service.origin }, stop: () => service.stop() };
  },
  triggers: true,
});

const HANGS: PushAnswer = { silentMs: 10 * 60_000 };
const RINGS_WITHIN_MS = 3000;

async function rungPerson(answer: PushAnswer = { status: 201 }) {
  const person = await newPerson(nod);
  const push = service.subscribe();
  await person.phone.succeed('push-subscribe', { body: push });
  service.answer(push, answer);
  const userId = String((await userRow(nod, person.username)).pk) as `usr_${string}`;
  return {
    ...person,
    push,
    userId,
    start: () => person.browser.succeed('login-start', { body: { username: person.username } }),
    arrivals: () => service.arrivals.filter(({ endpoint }) => endpoint === push.endpoint),
    requests: () => service.requests.filter((endpoint) => endpoint === push.endpoint),
  };
}

type Person = Awaited<ReturnType<typeof rungPerson>>;

const news = ({ userId }: Person, device = 'Pixel 10') =>
  nod.db.write(activityStore(nod.db).record({ userId, at: new Date(), kind: 'phone_added', device }));

/** How long a person's phone takes to ring, from the moment that the browser asks. */
async function msToRing(person: Person): Promise<number> {
  const before = person.arrivals().length;
  const began = performance.now();
  await person.start();
  await vi.waitFor(() => expect(person.arrivals().length).toBe(before + 1), {
    timeout: 60_000,
    interval: 10,
  });
  return performance.now() - began;
}

const recordOf = ({ pk, sk }: Item): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: {
    Keys: { pk: { S: String(pk) }, sk: { S: String(sk) } },
    SequenceNumber: String(BigInt(`0x${randomBytes(8).toString('hex')}`)),
  },
});

const rowsOf = async ({ userId }: Person, prefix: string) =>
  (await nod.rows()).Sessions.filter(({ pk, sk }) => pk === userId && String(sk).startsWith(prefix));

describe('twenty accounts whose push addresses accept and hang', () => {
  it('delay nobody else’s ring, whenever it comes', async () => {
    const hanging = await Promise.all(Array.from({ length: 20 }, () => rungPerson(HANGS)));
    const others = await Promise.all(Array.from({ length: 4 }, () => rungPerson()));
    // The function starts with its first record: that is not what is measured.
    for (const other of others) await msToRing(other);

    await Promise.all(hanging.flatMap((person) => [person.start(), news(person)]));
    const waits: number[] = [];
    for (const other of others) {
      waits.push(await msToRing(other));
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    console.info('rings among 20 that hang, in ms:', waits.map(Math.round).join(' '));
    expect(Math.max(...waits)).toBeLessThan(RINGS_WITHIN_MS);
    for (const person of hanging) expect(person.requests().length).toBeGreaterThan(0);
  }, 180_000);
});

describe('a batch with a push that fails', () => {
  it('is done within the time of one push, and nothing of it is repeated', async () => {
    const people = await Promise.all(
      [HANGS, { status: 500 }, { status: 201 }].map((answer) => rungPerson(answer as PushAnswer)),
    );
    for (const person of people) await news(person);
    await vi.waitFor(() => expect(people.every((person) => person.requests().length === 1)).toBe(true), {
      timeout: 20_000,
    });
    const rows = (await Promise.all(people.map((person) => rowsOf(person, 'activity#')))).flatMap((found) =>
      found.filter(({ notifies }) => notifies === true),
    );
    const began = performance.now();
    const answer = (await nod.trigger('ring', {
      Records: rows.map(recordOf),
    })) as DynamoDBBatchResponse;
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(performance.now() - began).toBeLessThan(RINGS_WITHIN_MS);
    // Each of the records came before: delivered twice, told once.
    for (const person of people) expect(person.requests()).toHaveLength(1);
  });
});

describe('news that a stranger’s dead phones will not take', () => {
  it('waits for its turn, and delays nobody else’s, however much it is', async () => {
    const [stranger, other] = [await rungPerson(HANGS), await rungPerson()];
    const store = newsStore(nod.db);
    const dueAt = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000);
    const pieceFor = ({ userId, push }: Person, at: number, minutesAgo: number): News => ({
      id: `piece${String(at).padStart(4, '0')}`,
      userId,
      message: { type: 'change', kind: 'phone_added', device: 'Pixel 10' },
      phones: [{ userId, credentialId: 'any', push }],
      tried: 1,
      dueAt: dueAt(minutesAgo),
    });
    for (let begun = 0; begun < 300; begun += 30) {
      const pieces = Array.from({ length: 30 }, (_, at) =>
        pieceFor(stranger, begun + at, 90 + (begun + at) / 60),
      );
      await nod.db.write(
        ...new Map(
          pieces.flatMap((piece) => store.keep(piece)).map((write) => [keyOf(write), write]),
        ).values(),
      );
    }
    await nod.db.write(...store.keep(pieceFor(other, 0, 1)));

    // The function starts with its first call: that is not what is measured.
    await nod.trigger('news', scheduledEvent(dueAt(600)));
    const began = performance.now();
    const run = nod.trigger('news', scheduledEvent(dueAt(-1)));
    await vi.waitFor(() => expect(other.arrivals()).toHaveLength(1), { timeout: 60_000, interval: 10 });
    expect(performance.now() - began).toBeLessThan(RINGS_WITHIN_MS);
    await run;
    // Twenty to a turn, and a turn a minute.
    const tries = stranger.requests().length;
    expect(tries).toBeGreaterThan(0);
    expect(tries).toBeLessThanOrEqual(6 * 20);
    expect((await rowsOf(other, 'news#')).length).toBe(0);
  }, 120_000);
});

function keyOf({ Put }: Write): string {
  const { pk, sk } = Put?.Item ?? {};
  return `${pk} ${sk}`;
}
