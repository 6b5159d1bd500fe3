import { beforeAll, describe, expect, it } from 'vitest';
import type { Database, Item, Write } from '../../../shared/database.ts';
import { newSessionId, newUserId, type UserId } from '../../../shared/ids.ts';
import { secondsAfter, toSeconds, ttlAt } from '../../../shared/seconds.ts';
import { digest } from '../../../shared/secrets.ts';
import type { GrantedSession } from '../../../shared/sessions/granted-session.ts';
import { liveSessionStore } from '../../../shared/sessions/live-session-store.ts';
import {
  approve,
  COMPLETION_SECONDS,
  cancel,
  close,
  complete,
  deny,
  PHONE_AWAY_SECONDS,
  type Session,
  touch,
} from '../../../shared/sessions/session.ts';
import { type SessionPage, sessionListStore } from '../../../shared/sessions/session-list-store.ts';
import type { ListPlace } from '../../../shared/sessions/session-lists.ts';
import { sessionStore } from '../../../shared/sessions/session-store.ts';
import {
  active,
  approved,
  cancelled,
  closed,
  DEVICE,
  denied,
  KEY_HASH,
  pending,
  registering,
  standing,
} from '../../support/sessions.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt, rows: everything } = tables();
const sessions = sessionStore(db);
const lists = sessionListStore(db);

const T0 = new Date('2036-11-22T10:00:00.123Z');
const at = (seconds: number) => secondsAfter(T0, seconds);
const [HOUR, DAY] = [60 * 60, 24 * 60 * 60];

async function stored<S extends Session>(session: S): Promise<S> {
  await db.write(...standing(sessions, session));
  return session;
}

const reread = ({ userId, id }: Session) => sessions.get(userId, id);

const YES = { lifetime: '24h', presence: false, device: DEVICE } as const;
const completion = (secret: string) => ({ secretHash: digest(secret), keyHash: KEY_HASH, receivedAt: at(1) });

describe('a session’s row', () => {
  it.each([
    ['pending', pending(T0)],
    ['registering', registering(T0)],
    ['approved', approved(T0, { presence: true })],
    ['active', active(T0, { lifetime: '30d' })],
    ['denied', denied(T0)],
    ['closed', closed(T0)],
  ])('comes back as it went in: %s', async (_, session) => {
    await stored(session);
    expect(await reread(session)).toEqual(session);
  });

  it('is written once', async () => {
    const session = await stored(pending(T0));
    expect(await attempt(...sessions.start({ ...session, username: 'eve' }))).toBe('refused');
    expect((await reread(session))?.username).toBe('susan');
  });

  it('is nobody else’s, and nothing where there is none', async () => {
    const session = await stored(pending(T0));
    expect(await sessions.get(newUserId(), session.id)).toBeUndefined();
    expect(await sessions.get(session.userId, newSessionId())).toBeUndefined();
  });

  it('is swept a day after its end, in whole epoch seconds', async () => {
    const session = await stored(pending(T0));
    const row = (await everything()).Sessions.find(({ sk }) => sk === `session#${session.id}`);
    expect(row?.expiresAt).toBe(Math.ceil(toSeconds(T0)) + 120 + DAY);
  });

  it('stays under the 4 kB that a poll may read, with everything in it that may be long', async () => {
    const long = {
      displayName: '🙂'.repeat(50),
      browser: 'x'.repeat(120),
      place: 'Krung Thep Maha Nakhon, Thailand',
      ip: '2001:0db8:1234:5678:9abc:def0:1234:5678',
      device: { id: `dev_${'x'.repeat(684)}`, name: '🙂'.repeat(40) } as const,
    };
    const session = await stored({ ...active(T0, { presence: true }), ...long });
    const row = (await everything()).Sessions.find(({ sk }) => sk === `session#${session.id}`);
    expect(Buffer.byteLength(JSON.stringify(row))).toBeLessThan(4096);
  });

  describe('is listed while it is live', () => {
    const userId = newUserId();
    const ids = (sessions: Pick<Session, 'id'>[]) => sessions.map(({ id }) => id).sort();
    const answered = async (session: Session, next: Session) => {
      await stored(session);
      await db.write(...sessions.answer(next, T0));
      return next;
    };
    const asked = (as: Partial<Session> = {}) => stored(pending(T0, { userId, ...as }));
    const letIn = async (choice: { presence?: boolean } = {}) => {
      const session = pending(T0, { userId });
      return answered(session, approve(session, { ...YES, ...choice }, T0));
    };
    let rows: Record<'ringing' | 'approved' | 'active' | 'bound', Session>;

    beforeAll(async () => {
      const [denied, cancelled] = [pending(T0, { userId }), pending(T0, { userId, known: false })];
      await answered(denied, deny(denied, false, T0));
      await answered(cancelled, cancel(cancelled, T0));
      const closed = await letIn();
      await db.write(...sessions.close(close(closed, 'phone', T0), T0));
      await asked({ known: false });
      await asked({ decoy: true });
      await asked({ known: false, decoy: true, isCrowdedOut: true });
      await stored({ ...registering(T0), userId });
      // Somebody else's.
      await stored(pending(T0));
      const [approved, active, bound] = [await letIn(), await letIn(), await letIn({ presence: true })];
      for (const session of [active, bound]) {
        await db.write(...sessions.complete(complete(session, completion('first'), T0), T0));
      }
      rows = { ringing: await asked(), approved, active, bound };
    });

    it('among those that are let in', async () => {
      const { approved, active, bound } = rows;
      expect(ids(await lists.granted(userId, at(1)))).toEqual(ids([approved, active, bound]));
      expect(ids(await lists.granted(userId, at(COMPLETION_SECONDS)))).toEqual(ids([active, bound]));
      expect(ids(await lists.granted(userId, at(PHONE_AWAY_SECONDS)))).toEqual(ids([active]));
      expect(await lists.granted(userId, at(HOUR))).toEqual([]);
    });

    it('among those that ring', async () => {
      expect(ids(await lists.ringing(userId, at(119.999)))).toEqual(ids([rows.ringing]));
      expect(await lists.ringing(userId, at(120))).toEqual([]);
    });

    it('and strangers’ are counted, only as far as it matters', async () => {
      expect(await lists.countPendingUnknown(userId, 50, at(119.999))).toBe(1);
      expect(await lists.countPendingUnknown(userId, 50, at(120))).toBe(0);
      await asked({ known: false });
      expect(await lists.countPendingUnknown(userId, 50, at(1))).toBe(2);
      expect(await lists.countPendingUnknown(userId, 1, at(1))).toBe(1);
    });

    it('by rows that are swept with it', async () => {
      const all = (await everything()).Sessions.filter(({ pk }) => pk === userId);
      const listings = all.filter(({ sk }) =>
        /^(active|pending-known|pending-unknown|decoy)#/.test(String(sk)),
      );
      expect(listings.map(({ sk }) => String(sk).split('#')[0]).sort()).toEqual(
        [
          ...['pending-unknown', 'pending-unknown', 'decoy', 'active', 'active', 'active'],
          // A decoy's stands where another's would.
          ...['pending-known', 'pending-known'],
        ].sort(),
      );
      for (const { sk, expiresAt } of listings) {
        expect(expiresAt).toBe(ttlAt(new Date(Number(String(sk).split('#')[1]))));
      }
    });
  });
});

describe('a transition', () => {
  const ROWS = {
    pending: () => pending(T0),
    approved: () => approved(T0),
    active: () => active(T0),
    denied: () => denied(T0),
    cancelled: () => cancelled(T0),
    closed: () => closed(T0),
  };

  // Whatever the rule saw, the row as it is decides: each write is made from the state that the rule asks for.
  const as = (session: Session, { id, userId }: Session): Session => ({ ...session, id, userId });
  const WRITERS = {
    approve: (row: Session) => sessions.answer(approve(as(pending(T0), row), YES, at(1)), at(1)),
    deny: (row: Session) => sessions.answer(deny(as(pending(T0), row), true, at(1)), at(1)),
    cancel: (row: Session) => sessions.answer(cancel(as(pending(T0), row), at(1)), at(1)),
    complete: (row: Session) =>
      sessions.complete(complete(as(approved(T0), row), completion('first'), at(1)), at(1)),
    repeat: (row: Session) => {
      const seen = as(active(T0), row);
      return [sessions.repeatCompletion(complete(seen, completion('again'), at(2)), seen, at(2))];
    },
    close: (row: Session) => sessions.close(close(as(active(T0), row), 'phone', at(1)), at(1)),
    touch: (row: Session) => {
      const seen = as(active(T0), row);
      return liveSessionStore(db).touch(
        { ...seen, lastActiveAt: at(60), endsAt: at(60 + HOUR) },
        seen,
        at(60),
      );
    },
  };

  const LEADS_FROM: Record<keyof typeof WRITERS, (keyof typeof ROWS)[]> = {
    approve: ['pending'],
    deny: ['pending'],
    cancel: ['pending'],
    complete: ['approved'],
    repeat: ['active'],
    close: ['approved', 'active'],
    touch: ['active'],
  };

  const cases = (Object.keys(WRITERS) as (keyof typeof WRITERS)[]).flatMap((arrow) =>
    (Object.keys(ROWS) as (keyof typeof ROWS)[]).map((from) => ({
      arrow,
      from,
      expected: LEADS_FROM[arrow].includes(from) ? 'written' : 'refused',
    })),
  );

  it.each(cases)('$transition, from $from: $expected', async ({ arrow, from, expected }) => {
    const row = await stored(ROWS[from]());
    expect(await attempt(...WRITERS[arrow](row))).toBe(expected);
    if (expected === 'refused') expect(await reread(row)).toEqual(row);
    else expect(await reread(row)).not.toEqual(row);
  });

  it.each(cases.filter(({ expected }) => expected === 'written'))(
    '$transition, from $from, is refused where there is no row',
    async ({ arrow, from }) => {
      const row = ROWS[from]();
      expect(await attempt(...WRITERS[arrow](row))).toBe('refused');
      expect(await reread(row)).toBeUndefined();
    },
  );

  it.each(
    cases.filter(({ arrow, expected }) => expected === 'written' && !['touch', 'close'].includes(arrow)),
  )('$transition, from $from, is refused to another sign-in secret', async ({ arrow, from }) => {
    const row = await stored({ ...ROWS[from](), signinHash: digest('another browser') });
    expect(await attempt(...WRITERS[arrow](row))).toBe('refused');
    expect(await reread(row)).toEqual(row);
  });

  it.each(cases.filter(({ expected }) => expected === 'written'))(
    '$transition, from $from, is refused once the row has ended, though it is still there',
    async ({ arrow, from }) => {
      // The rule may have judged an earlier state: the row's own end counts, against the time of the write.
      const moment = { repeat: at(2), touch: at(60) }[arrow as string] ?? at(1);
      const row = await stored({ ...ROWS[from](), endsAt: moment });
      expect(await attempt(...WRITERS[arrow](row))).toBe('refused');
      expect(await reread(row)).toEqual(row);
      const alive = await stored({ ...ROWS[from](), endsAt: secondsAfter(moment, 0.001) });
      expect(await attempt(...WRITERS[arrow](alive))).toBe('written');
    },
  );

  it.each(['repeat', 'close', 'touch'] as const)(
    '%s is refused once the phone of a bound session is gone',
    async (arrow) => {
      const moment = { repeat: at(2), close: at(1), touch: at(60) }[arrow];
      const gone = await stored({ ...active(T0), phoneSeenAt: secondsAfter(moment, -600) });
      expect(await attempt(...WRITERS[arrow](gone))).toBe('refused');
      expect(await reread(gone)).toEqual(gone);
      const away = await stored({ ...active(T0), phoneSeenAt: secondsAfter(moment, -599.999) });
      expect(await attempt(...WRITERS[arrow](away))).toBe('written');
    },
  );

  it('completes an approval however long ago the phone approved it, within its time', async () => {
    const row = await stored({ ...approved(T0, { presence: true }), phoneSeenAt: at(-3600) });
    expect(await attempt(...WRITERS.complete(row))).toBe('written');
  });

  it('closes what has become active since it was read, and its tab is told why', async () => {
    const seen = await stored(approved(T0));
    await db.write(...sessions.complete(complete(seen, completion('tab'), at(1)), at(1)));
    await db.write(...sessions.close(close(seen, 'phone', at(1)), at(1)));
    expect(await reread(seen)).toMatchObject({
      status: 'closed',
      reason: 'phone',
      secretHash: digest('tab'),
    });
  });
});

describe('of several at once exactly one wins', () => {
  it('completing an approval', async () => {
    const seen = await stored(approved(T0));
    const secrets = Array.from({ length: 8 }, (_, index) => `secret ${index}`);
    const outcomes = await Promise.all(
      secrets.map((secret) =>
        attempt(...sessions.complete(complete(seen, completion(secret), at(1)), at(1))),
      ),
    );
    expect(outcomes.filter((one) => one === 'written')).toHaveLength(1);
    const winner = secrets[outcomes.indexOf('written')] ?? '';
    expect((await reread(seen))?.secretHash).toBe(digest(winner));
  });

  it('repeating a completion', async () => {
    const seen = await stored(active(T0));
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((secret) =>
        attempt(sessions.repeatCompletion(complete(seen, completion(secret), at(2)), seen, at(2))),
      ),
    );
    expect(outcomes.filter((one) => one === 'written')).toHaveLength(1);
  });

  it('approving against denying against cancelling', async () => {
    const seen = await stored(pending(T0));
    const outcomes = await Promise.all(
      [approve(seen, YES, at(1)), deny(seen, false, at(1)), cancel(seen, at(1))].map((next) =>
        attempt(...sessions.answer(next, at(1))),
      ),
    );
    expect(outcomes.filter((one) => one === 'written')).toHaveLength(1);
  });
});

describe('a touch', () => {
  const touched = (session: Session, now: Date) => {
    const next = touch(session, now);
    if (next?.lastActiveAt === undefined) throw new Error('there is nothing to write');
    return liveSessionStore(db).touch({ ...next, lastActiveAt: next.lastActiveAt }, session, now);
  };

  it('notes the activity, moves the end, and leaves everything else', async () => {
    const seen = await stored(active(T0));
    await db.write(...touched(seen, at(90)));
    expect(await reread(seen)).toEqual({ ...seen, lastActiveAt: at(90), endsAt: at(90 + HOUR) });
    const row = (await everything()).Sessions.find(({ sk }) => sk === `session#${seen.id}`);
    expect(row?.expiresAt).toBe(Math.ceil(toSeconds(at(90 + HOUR))) + DAY);
  });

  it('never goes back behind a later one', async () => {
    const seen = await stored(active(T0));
    await db.write(...touched(seen, at(200)));
    expect(await attempt(...touched(seen, at(100)))).toBe('refused');
    expect(await reread(seen)).toMatchObject({ lastActiveAt: at(200), endsAt: at(200 + HOUR) });
  });

  it('revives nothing that was closed since it was read', async () => {
    const seen = await stored(active(T0));
    await db.write(...sessions.close(close(seen, 'phone', at(61)), at(61)));
    expect(await attempt(...touched(seen, at(62)))).toBe('refused');
    expect(await reread(seen)).toMatchObject({ status: 'closed', endsAt: at(61) });
  });
});

it('repeats a completion without taking back what was noted since the session was read', async () => {
  const seen = await stored(active(T0, { presence: true }));
  const next = { ...seen, lastActiveAt: at(70), endsAt: at(70 + HOUR) };
  await db.write(...liveSessionStore(db).touch(next, seen, at(70)));
  await db.write(sessions.repeatCompletion(complete(seen, completion('again'), at(71)), seen, at(71)));
  expect(await reread(seen)).toEqual({ ...next, secretHash: digest('again') });
});

describe('the list of those that are let in', () => {
  /** The entries of a user as they are, and as they must be by what the sessions' rows say. */
  async function entries(userId: UserId) {
    const rows = (await everything()).Sessions.filter(({ pk }) => pk === userId);
    const live = rows.filter(
      ({ sk, status }) => `${sk}`.startsWith('session#') && ['approved', 'active'].includes(`${status}`),
    );
    return {
      found: rows.filter(({ sk }) => `${sk}`.startsWith('active#')).sort(bySk),
      right: live.map(entryOf).sort(bySk),
    };
  }
  const bySk = (a: Item, b: Item) => `${a.sk}`.localeCompare(`${b.sk}`);
  const SHOWN = [
    ...['pk', 'browser', 'os', 'place', 'ip', 'status', 'approvedAt', 'lifetime', 'lifetimeEndsAt', 'endsAt'],
    ...[
      'completedAt',
      'lastActiveAt',
      'phoneSeenAt',
      'device',
      'provider',
      'providerLabel',
      'link',
      'signedInAt',
      'signIn',
    ],
  ];
  function entryOf(row: Item): Item {
    const ends = Number(row.lifetimeEndsAt);
    return {
      ...Object.fromEntries(SHOWN.filter((name) => row[name] !== undefined).map((name) => [name, row[name]])),
      sk: `active#${Math.round(ends * 1000)}#${`${row.sk}`.slice('session#'.length)}`,
      expiresAt: Math.ceil(ends) + DAY,
    };
  }

  it('says what the sessions say, through all that becomes of them', async () => {
    const userId = newUserId();
    const social = { provider: 'google', providerLabel: 'Google', link: 'link#someone' } as const;
    const asked = await stored(pending(T0, { userId }));
    expect(await entries(userId)).toEqual({ found: [], right: [] });

    const steps: [string, () => Write[]][] = [];
    const yes = approve(asked, { ...YES, presence: true }, at(1));
    const letIn = complete(yes, completion('first'), at(2));
    const used = touch(letIn, at(90)) as Session & { lastActiveAt: Date };
    const { device: _, number: __, ...byProvider } = { ...approved(T0, { lifetime: '30d' }), ...social };
    steps.push(
      ['an approval', () => sessions.answer(yes, at(1))],
      ['a provider’s word', () => sessions.start({ ...byProvider, userId, purpose: 'social' })],
      ['a completion', () => sessions.complete(letIn, at(2))],
      [
        'a phone that is here',
        () => liveSessionStore(db).phoneHere(letIn as GrantedSession & Session, at(40)),
      ],
      ['a touch', () => liveSessionStore(db).touch(used, letIn, at(90))],
    );
    for (const [step, writes] of steps) {
      await db.write(...writes());
      const { found, right } = await entries(userId);
      expect(found, step).toEqual(right);
      expect(found.length, step).toBeGreaterThan(0);
    }
    // What was read long before the end closes it as well.
    await db.write(...sessions.close(close(yes, 'phone', at(100)), at(100)));
    const { found, right } = await entries(userId);
    expect(found).toEqual(right);
    expect(found).toHaveLength(1);
  });

  it('comes a page at a time, by one query, without gap or double', async () => {
    const userId = newUserId();
    const all = await Promise.all(
      Array.from({ length: 23 }, (_, index) =>
        stored({ ...active(at(index * 60), { lifetime: index % 2 ? '30d' : '24h' }), userId }),
      ),
    );
    const lastFirst = all.sort((a, b) => Number(b.lifetimeEndsAt) - Number(a.lifetimeEndsAt));
    const { counted, lists } = counting();
    const found: string[] = [];
    for (let after: ListPlace | null | undefined; after !== null; ) {
      const { sessions, next }: SessionPage = await lists.signedIn(userId, {
        after,
        limit: 10,
        now: at(23 * 60),
      });
      found.push(...sessions.map(({ id }) => id));
      after = next;
    }
    expect(found).toEqual(lastFirst.map(({ id }) => id));
    expect(counted).toEqual({ queries: 3, gets: 0 });
  });

  it('passes over those that were idle for too long, however many', async () => {
    const userId = newUserId();
    const seen = await stored({ ...active(T0, { lifetime: '30d' }), userId });
    for (let at = 0; at < 60; at++) await stored({ ...active(T0, { lifetime: '30d' }), userId });
    const used = { ...seen, lastActiveAt: at(6 * DAY), endsAt: at(13 * DAY) };
    await db.write(...liveSessionStore(db).touch(used, seen, at(6 * DAY)));
    const { counted, lists } = counting();
    const page = await lists.signedIn(userId, { limit: 10, now: at(8 * DAY) });
    expect(page).toMatchObject({ sessions: [{ id: seen.id }], next: null });
    expect(counted.queries).toBeLessThanOrEqual(2);
  });

  it('ends after a place whose lifetime is over by now', async () => {
    const { userId, id } = await stored(active(T0, { lifetime: '10m' }));
    const after = `${T0.getTime() + 600_000}#${id}` as const;
    for (const now of [at(600), at(HOUR)]) {
      expect(await lists.signedIn(userId, { after, limit: 10, now })).toEqual({ sessions: [], next: null });
    }
  });

  function counting() {
    const counted = { queries: 0, gets: 0 };
    const through: Database = {
      ...db,
      query(input) {
        counted.queries++;
        return db.query(input);
      },
      getAll(table, keys) {
        counted.gets += keys.length;
        return db.getAll(table, keys);
      },
    };
    return { counted, lists: sessionListStore(through) };
  }
});

describe('a number', () => {
  it('finds the session that shows it, for its user only and until its end', async () => {
    const session = pending(T0);
    await db.write(...sessions.start(session), sessions.takeNumber(session, T0));
    expect(await sessions.idByNumber(session.userId, '012345', at(119.999))).toBe(session.id);
    expect(await sessions.idByNumber(session.userId, '012345', at(120))).toBeUndefined();
    expect(await sessions.idByNumber(session.userId, '012346', T0)).toBeUndefined();
    expect(await sessions.idByNumber(newUserId(), '012345', T0)).toBeUndefined();
  });

  it('is taken while another sign-in of this user shows it, and free once that is over', async () => {
    const first = pending(T0);
    await db.write(...sessions.start(first), sessions.takeNumber(first, T0));
    const startAt = (now: Date) => {
      const next = pending(now, { userId: first.userId });
      return { next, written: db.write(...sessions.start(next), sessions.takeNumber(next, now)) };
    };

    const early = startAt(at(119.999));
    await expect(early.written).rejects.toMatchObject({ failed: [false, false, true] });
    // The transaction wrote nothing, so that drawing again may use the same session's id.
    expect(await reread(early.next)).toBeUndefined();
    const drawnAgain = { ...early.next, number: '543210' };
    await db.write(...sessions.start(drawnAgain), sessions.takeNumber(drawnAgain, at(119.999)));
    expect(await sessions.idByNumber(first.userId, '543210', at(120))).toBe(early.next.id);

    const later = startAt(at(120));
    await later.written;
    expect(await sessions.idByNumber(first.userId, '012345', at(121))).toBe(later.next.id);
  });

  it('may be shown to two users at once', async () => {
    const [one, other] = [pending(T0), pending(T0)];
    await db.write(sessions.takeNumber(one, T0));
    await db.write(sessions.takeNumber(other, T0));
    expect(await sessions.idByNumber(one.userId, '012345', T0)).toBe(one.id);
    expect(await sessions.idByNumber(other.userId, '012345', T0)).toBe(other.id);
  });
});
