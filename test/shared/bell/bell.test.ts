import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONNECTION_SECONDS, isNews, isNewsToPhones, isOpening } from '../../../shared/bell/bell.ts';
import { NodError } from '../../../shared/errors.ts';
import { newUserId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import {
  approve,
  cancel,
  close,
  complete,
  deny,
  isGranted,
  type Session,
  statusAt,
  touch,
} from '../../../shared/sessions/session.ts';
import { active, approved, DEVICE, pending, registering } from '../../support/sessions.ts';

const T0 = new Date('2026-11-28T10:00:00.000Z');
const at = (seconds: number) => secondsAfter(T0, seconds);

const approval = (presence: boolean) => ({ lifetime: '24h', presence, device: DEVICE }) as const;
const attempt = (receivedAt: Date, secretHash = 'new') => ({ secretHash, keyHash: 'key', receivedAt });

describe('news of a session', () => {
  const waits = pending(T0);
  const let_in = approved(T0);
  const lives = active(T0);

  it.each([
    ['the number was found', waits, { ...waits, found: true }],
    ['it was approved', waits, approve(waits, approval(false), at(5))],
    ['it was denied', waits, deny(waits, false, at(5))],
    ['it was denied as an attack', waits, deny(waits, true, at(5), 'not_me')],
    ['it was given up', waits, cancel(waits, at(5))],
    ['it was completed', let_in, complete(let_in, attempt(at(5)), at(5))],
    ['it was completed once more', lives, { ...lives, secretHash: 'another' }],
    ['it was ended before it was completed', let_in, close(let_in, 'phone', at(5))],
    ['it was ended here', lives, close(lives, 'here', at(5))],
    ['it was ended elsewhere', lives, close(lives, 'elsewhere', at(5))],
  ] as [string, Session, Session][])('is that %s', (_, before, after) => {
    expect(isNews(before, after)).toBe(true);
  });

  it('is that its phone is back, and not that it is still there', () => {
    const bound = active(T0, { presence: true });
    const heard = (seconds: number): Session => ({ ...bound, phoneSeenAt: at(seconds) });
    expect(isNews(bound, heard(30))).toBe(false);
    expect(isNews(bound, heard(84.9))).toBe(false);
    expect(isNews(bound, heard(90))).toBe(true);
    expect(isNews(bound, heard(500))).toBe(true);
    expect(isNews(bound, heard(599))).toBe(true);
  });

  it('is, too, that its phone was heard so late that somebody may have been told before that it is away', () => {
    const bound = active(T0, { presence: true });
    const [asked, heardAt] = [at(90.2), at(89.9)];
    const toldBeforeItIsWritten = statusAt(bound, asked).status;
    const after: Session = { ...bound, phoneSeenAt: heardAt };
    expect([toldBeforeItIsWritten, statusAt(after, asked).status]).toEqual(['walkaway', 'active']);
    expect(isNews(bound, after)).toBe(true);
  });

  it('is not that somebody uses it', () => {
    const used = touch(lives, at(90));
    expect(used).toBeDefined();
    if (used !== undefined) expect(isNews(lives, used)).toBe(false);
    expect(isNews(lives, lives)).toBe(false);
  });

  it('is, on any way that a session goes, exactly what changes how it stands at that moment, or whom it lets in', () => {
    type Step = (session: Session, now: Date, yes: boolean) => Session | undefined;
    const STEPS: Record<string, Step> = {
      find: (session, now) =>
        statusAt(session, now).status === 'pending' ? { ...session, found: true } : undefined,
      approve: (session, now, yes) => approve(session, approval(yes), now),
      deny: (session, now, yes) => deny(session, yes, now),
      cancel: (session, now) => cancel(session, now),
      complete: (session, now, yes) => complete(session, attempt(now, yes ? 'one' : 'other'), now),
      close: (session, now) => close(session, 'elsewhere', now),
      // As the API does it: an active session only, and never one that is locked.
      use: (session, now) => (statusAt(session, now).status === 'active' ? touch(session, now) : undefined),
      hear: (session, now) =>
        session.phoneSeenAt !== undefined && isGranted(session, now)
          ? { ...session, phoneSeenAt: now }
          : undefined,
    };
    const shown = (session: Session, now: Date) =>
      JSON.stringify([statusAt(session, now), session.found, session.secretHash]);
    const met = { news: 0, none: 0 };
    const way = fc.array(
      fc.record({
        wait: fc.oneof(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 46, max: 700 })),
        // Most of what happens to a session is that somebody uses it, and that its phone is there.
        name: fc.oneof(fc.constantFrom('use', 'hear'), fc.constantFrom(...Object.keys(STEPS))),
        yes: fc.boolean(),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(fc.constantFrom('waits', 'let in', 'bound'), way, (station, steps) => {
        let session: Session =
          station === 'waits'
            ? pending(T0)
            : station === 'let in'
              ? approved(T0)
              : active(T0, { presence: true });
        let now = T0;
        for (const { wait, name, yes } of steps) {
          now = secondsAfter(now, wait);
          const next = allowed(() => STEPS[name]?.(session, now, yes));
          if (next === undefined) continue;
          // A heartbeat may be written some seconds after it came.
          const isOther = [now, ...(name === 'hear' ? [secondsAfter(now, 5)] : [])].some(
            (asked) => shown(session, asked) !== shown(next, asked),
          );
          expect(isNews(session, next), `${name} at ${now.toISOString()}`).toBe(isOther);
          met[isOther ? 'news' : 'none']++;
          session = next;
        }
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(met.news, met.none)).toBeGreaterThan(200);
  });
});

/** What a rule makes of a step, or nothing where it refuses it. */
function allowed(step: () => Session | undefined): Session | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof NodError) return undefined;
    throw error;
  }
}

describe('news to the phones', () => {
  const known = pending(T0);

  it('is that a known browser asks, and that it waits no longer', () => {
    expect(isNewsToPhones(undefined, known)).toBe(true);
    for (const after of [
      approve(known, approval(false), at(5)),
      deny(known, false, at(5)),
      cancel(known, at(5)),
    ]) {
      expect(isNewsToPhones(known, after)).toBe(true);
    }
  });

  it.each([
    ['a stranger', pending(T0, { known: false })],
    ['a decoy', pending(T0, { decoy: true })],
    ['a registration', registering(T0)],
  ])('is nothing of %s', (_, session) => {
    expect(isNewsToPhones(undefined, session)).toBe(false);
    expect(isNewsToPhones(session, deny(session, false, at(5)))).toBe(false);
  });

  it('is neither that the number was found nor what becomes of it later', () => {
    expect(isNewsToPhones(known, { ...known, found: true })).toBe(false);
    expect(isNewsToPhones(approved(T0), close(approved(T0), 'phone', at(5)))).toBe(false);
  });
});

it('a connection is opening for ten seconds, however long it then lasts', () => {
  const until = secondsAfter(T0, CONNECTION_SECONDS);
  const listener = { userId: newUserId(), subject: 'phone#x', connectionId: 'c', until } as const;
  expect([0, 9, 10, 11, CONNECTION_SECONDS].map((seconds) => isOpening(listener, at(seconds)))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
