/** Push addresses that accept and never answer: they cost whoever has them, and hold up nobody else's rings. */
import type { DynamoDBBatchResponse } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import { activityStore } from '../../shared/activity/activity-store.ts';
import type { Write } from '../../shared/database.ts';
import type { News } from '../../shared/push/news.ts';
import { newsStore } from '../../shared/push/news-store.ts';
import type { PushAnswer } from '../support/push-service.ts';
import { type RungPerson, rungNod } from '../support/rung-people.ts';
import { recordOf } from '../support/stream-records.ts';

/** Followed by the real stream of the database. */
const { nod, rungPerson, rowsOf } = rungNod();

const HANGS: PushAnswer = { silentMs: 10 * 60_000 };
const RINGS_WITHIN_MS = 3000;

const news = ({ userId }: RungPerson, device = 'Pixel 10') =>
  nod.db.write(activityStore(nod.db).record({ userId, at: new Date(), kind: 'phone_added', device }));

/** How long a person's phone takes to ring, from the moment that the browser asks. */
async function msToRing(person: RungPerson): Promise<number> {
  const before = person.arrivals().length;
  const began = performance.now();
  await person.start();
  await vi.waitFor(() => expect(person.arrivals().length).toBe(before + 1), {
    timeout: 60_000,
    interval: 10,
  });
  return performance.now() - began;
}

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
    const rows = (await Promise.all(people.map((person) => rowsOf(person.userId, 'activity#')))).flatMap(
      (found) => found.filter(({ notifies }) => notifies === true),
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
    const pieceFor = ({ userId, push }: RungPerson, at: number, minutesAgo: number): News => ({
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
    expect((await rowsOf(other.userId, 'news#')).length).toBe(0);
  }, 120_000);
});

function keyOf({ Put }: Write): string {
  const { pk, sk } = Put?.Item ?? {};
  return `${pk} ${sk}`;
}
