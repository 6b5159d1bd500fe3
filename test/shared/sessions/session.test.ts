import { describe, expect, it } from 'vitest';
import { NodError } from '../../../shared/errors.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { digest } from '../../../shared/secrets.ts';
import {
  approve,
  awayAt,
  cancel,
  close,
  complete,
  deny,
  isAnswerable,
  isSignedIn,
  type Lifetime,
  matchesSessionSecret,
  matchesSigninSecret,
  mayRing,
  type Session,
  statusAt,
  touch,
} from '../../../shared/sessions/session.ts';
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
  SESSION_SECRET,
  SIGNIN_SECRET,
} from '../../support/sessions.ts';

const T0 = new Date('2026-11-22T10:00:00.000Z');
const at = (seconds: number) => secondsAfter(T0, seconds);
const MS = 0.001;
const [MINUTE, HOUR, DAY] = [60, 60 * 60, 24 * 60 * 60];

const YES = { lifetime: '24h', presence: false, device: DEVICE } as const;
const NEW_SECRET = { secretHash: digest('a new secret'), keyHash: undefined, receivedAt: T0 };

/** The code and the reason of a refusal. */
function refusal(act: () => unknown): { code: string; reason: string | undefined } {
  try {
    act();
  } catch (error) {
    if (error instanceof NodError) return { code: error.code, reason: error.details.reason };
    throw error;
  }
  throw new Error('it was not refused');
}

describe('every transition of the session', () => {
  const ARROWS = {
    approve: (session: Session, now: Date) => approve(session, YES, now),
    deny: (session: Session, now: Date) => deny(session, false, now),
    cancel: (session: Session, now: Date) => cancel(session, now),
    complete: (session: Session, now: Date) => complete(session, { ...NEW_SECRET, receivedAt: now }, now),
    close: (session: Session, now: Date) => close(session, 'elsewhere', now),
  };

  // Where each transition leads from each state: to a status, or to a refusal's code.
  const STATES: [string, Session, number, Record<keyof typeof ARROWS, string>][] = [
    [
      'pending',
      pending(T0),
      120 - MS,
      {
        approve: '→ approved',
        deny: '→ denied',
        cancel: '→ cancelled',
        complete: 'not_approved',
        close: 'conflict',
      },
    ],
    [
      'approved',
      approved(T0),
      120 - MS,
      {
        approve: 'already_answered',
        deny: 'already_answered',
        cancel: 'conflict',
        complete: '→ active',
        close: '→ closed',
      },
    ],
    [
      'active',
      active(T0),
      HOUR - MS,
      {
        approve: 'already_answered',
        deny: 'already_answered',
        cancel: 'conflict',
        complete: 'already_completed',
        close: '→ closed',
      },
    ],
    [
      'walkaway',
      active(T0, { presence: true }),
      5 * MINUTE,
      {
        approve: 'already_answered',
        deny: 'already_answered',
        cancel: 'conflict',
        complete: 'already_completed',
        close: '→ closed',
      },
    ],
    [
      'denied',
      denied(T0),
      1,
      {
        approve: 'already_answered',
        deny: 'already_answered',
        cancel: 'session_ended denied',
        complete: 'session_ended denied',
        close: 'session_ended denied',
      },
    ],
    [
      'cancelled',
      cancelled(T0),
      1,
      {
        approve: 'session_ended cancelled',
        deny: 'session_ended cancelled',
        cancel: 'session_ended cancelled',
        complete: 'session_ended cancelled',
        close: 'session_ended cancelled',
      },
    ],
    [
      'closed',
      closed(T0),
      1,
      {
        approve: 'already_answered',
        deny: 'already_answered',
        cancel: 'session_ended phone',
        complete: 'session_ended phone',
        close: 'session_ended phone',
      },
    ],
    ...[pending(T0), approved(T0)].map(
      (session): [string, Session, number, Record<keyof typeof ARROWS, string>] => [
        `timeout of ${session.status}`,
        session,
        120,
        {
          approve: 'session_ended unanswered',
          deny: 'session_ended unanswered',
          cancel: 'session_ended unanswered',
          complete: 'session_ended unanswered',
          close: 'session_ended unanswered',
        },
      ],
    ),
    [
      'timeout of active',
      active(T0),
      HOUR,
      {
        approve: 'session_ended idle',
        deny: 'session_ended idle',
        cancel: 'session_ended idle',
        complete: 'session_ended idle',
        close: 'session_ended idle',
      },
    ],
    [
      'timeout of walkaway',
      active(T0, { presence: true }),
      10 * MINUTE,
      {
        approve: 'session_ended phone_away',
        deny: 'session_ended phone_away',
        cancel: 'session_ended phone_away',
        complete: 'session_ended phone_away',
        close: 'session_ended phone_away',
      },
    ],
  ];

  const cases = STATES.flatMap(([state, session, seconds, ends]) =>
    Object.entries(ends).map(([arrow, end]) => ({ state, session, seconds, arrow, end })),
  );

  it.each(cases)('from $state, $transition: $end', ({ session, seconds, arrow, end }) => {
    const before = structuredClone(session);
    const go = () => ARROWS[arrow as keyof typeof ARROWS](session, at(seconds));
    if (end.startsWith('→')) {
      expect(`→ ${go().status}`).toBe(end);
    } else {
      const { code, reason } = refusal(go);
      expect([code, ...(code === 'session_ended' ? [reason] : [])].join(' ')).toBe(end);
    }
    // The rule is pure: it returns the row as it is to become and leaves the one it was given.
    expect(session).toEqual(before);
  });
});

describe('what a session is at a moment', () => {
  const bound = active(T0, { presence: true });
  it.each<[string, Session, number, string]>([
    ['a sign-in asks', pending(T0), 0, 'pending'],
    ['a sign-in that nobody answers, at the last moment', pending(T0), 120 - MS, 'pending'],
    ['and exactly at its end', pending(T0), 120, 'timeout unanswered'],
    ['an approval that its browser may still complete', approved(T0), 120 - MS, 'approved'],
    ['and exactly at its end', approved(T0), 120, 'timeout unanswered'],
    ['24 h, idle for almost an hour', active(T0), HOUR - MS, 'active'],
    ['24 h, idle for an hour', active(T0), HOUR, 'timeout idle'],
    ['30 d, idle for almost seven days', active(T0, { lifetime: '30d' }), 7 * DAY - MS, 'active'],
    ['30 d, idle for seven days', active(T0, { lifetime: '30d' }), 7 * DAY, 'timeout idle'],
    ['10 min at the last moment', active(T0, { lifetime: '10m' }), 10 * MINUTE - MS, 'active'],
    ['10 min over', active(T0, { lifetime: '10m' }), 10 * MINUTE, 'timeout lifetime'],
    ['the phone here', bound, 90 - MS, 'active'],
    ['the phone away', bound, 90, 'walkaway'],
    ['the phone away for almost too long', bound, 10 * MINUTE - MS, 'walkaway'],
    ['the phone away for too long', bound, 10 * MINUTE, 'timeout phone_away'],
    ['still for that reason when it would be idle too', bound, HOUR, 'timeout phone_away'],
    ['and when its lifetime would be over too', bound, 2 * DAY, 'timeout phone_away'],
    [
      'an approval waits for its browser, not for the phone',
      approved(T0, { presence: true }),
      119,
      'approved',
    ],
    ['denied', denied(T0), 0, 'denied denied'],
    ['denied, a day later', denied(T0), DAY, 'denied denied'],
    ['cancelled, a day later', cancelled(T0), DAY, 'cancelled cancelled'],
    ['closed, a day later', closed(T0), DAY, 'closed phone'],
  ])('%s', (_, session, seconds, expected) => {
    const { status, reason } = statusAt(session, at(seconds));
    expect([status, reason].filter(Boolean).join(' ')).toBe(expected);
    expect(isSignedIn(session, at(seconds))).toBe(status === 'active' || status === 'walkaway');
  });

  it('is active again when the phone is back in time, and over for good when it is not', () => {
    const session = active(T0, { presence: true });
    expect(statusAt(session, at(599)).status).toBe('walkaway');
    expect(statusAt({ ...session, phoneSeenAt: at(599) }, at(600)).status).toBe('active');
  });

  it('is over by its lifetime where that comes before the phone has been away too long', () => {
    const session: Session = { ...active(T0, { presence: true, lifetime: '10m' }), phoneSeenAt: at(300) };
    expect(statusAt(session, at(3 * HOUR))).toEqual({ status: 'timeout', reason: 'lifetime' });
  });

  it('names the lifetime, not idleness, where a late touch was cut off by it', () => {
    const worn: Session = { ...active(T0), lastActiveAt: at(DAY - HOUR), endsAt: at(DAY - MS) };
    const touched = touch(worn, at(DAY - MINUTE));
    expect(touched && statusAt(touched, at(DAY))).toEqual({ status: 'timeout', reason: 'lifetime' });
  });
});

describe('approving and denying', () => {
  it.each<[Lifetime, number]>([
    ['10m', 10 * MINUTE],
    ['24h', DAY],
    ['30d', 30 * DAY],
  ])('runs the lifetime %s from the approval', (lifetime, seconds) => {
    const session = approve(pending(T0), { ...YES, lifetime }, at(50));
    expect(session).toMatchObject({
      status: 'approved',
      approvedAt: at(50),
      endsAt: at(170),
      lifetimeEndsAt: at(50 + seconds),
      device: DEVICE,
    });
    expect(session).not.toHaveProperty('phoneSeenAt');
    const completed = complete(session, { ...NEW_SECRET, receivedAt: at(100) }, at(100));
    expect(completed.lifetimeEndsAt).toEqual(at(50 + seconds));
  });

  it('binds the session to the presence of the phone only where that was chosen', () => {
    expect(approve(pending(T0), { ...YES, presence: true }, at(7)).phoneSeenAt).toEqual(at(7));
  });

  it.each([true, false])('notes on a denial whether it was reported: %s', (report) => {
    expect(deny(pending(T0), report, at(3))).toMatchObject({
      status: 'denied',
      reason: 'denied',
      endsAt: at(3),
      reported: report,
    });
  });

  it('waits for a phone to enrol as long as its ticket says', () => {
    const session = { ...registering(T0), endsAt: at(10 * MINUTE) };
    expect(approve(session, YES, at(10 * MINUTE - MS)).status).toBe('approved');
    expect(refusal(() => approve(session, YES, at(10 * MINUTE)))).toEqual({
      code: 'session_ended',
      reason: 'unanswered',
    });
  });
});

describe('completing', () => {
  it('makes a session with a secret of its own', () => {
    const attempt = { secretHash: digest(SESSION_SECRET), keyHash: KEY_HASH, receivedAt: at(9) };
    const session = complete(approved(T0), attempt, at(10));
    expect(session).toMatchObject({ status: 'active', completedAt: at(10), lastActiveAt: at(10) });
    expect(matchesSessionSecret(session, SESSION_SECRET)).toBe(true);
    expect(matchesSessionSecret(session, SIGNIN_SECRET)).toBe(false);
  });

  it.each<[Lifetime, number]>([
    ['10m', 10 * MINUTE],
    ['24h', 10 + HOUR],
    ['30d', 10 + 7 * DAY],
  ])('with lifetime %s ends when it lies idle, or with its lifetime', (lifetime, end) => {
    const session = approved(T0, { lifetime });
    expect(complete(session, NEW_SECRET, at(10)).endsAt).toEqual(at(end));
  });

  it('is no sign of the phone of a bound session, which was last here when it approved', () => {
    const session = complete(approved(T0, { presence: true }), NEW_SECRET, at(60));
    expect(statusAt(session, at(89)).status).toBe('active');
    expect(statusAt(session, at(90)).status).toBe('walkaway');
  });

  const again = { secretHash: digest('again'), keyHash: KEY_HASH, receivedAt: at(MS) };

  it('gives the browser that lost the answer a new secret for the same session', () => {
    const before = active(T0);
    const after = complete(before, again, at(119));
    expect(after).toEqual({ ...before, secretHash: digest('again') });
    expect(matchesSessionSecret(after, SESSION_SECRET)).toBe(false);
    expect(complete(after, { ...again, secretHash: digest('thrice') }, at(119)).secretHash).toBe(
      digest('thrice'),
    );
  });

  it('gives it that also while the phone of a bound session is away', () => {
    expect(complete(active(T0, { presence: true }), again, at(95)).secretHash).toBe(digest('again'));
  });

  it.each([
    ['with another key', { ...again, keyHash: digest('another key') }, 1],
    ['without a key', { ...again, keyHash: undefined }, 1],
    ['that was under way at the completion', { ...again, receivedAt: at(-MS) }, 1],
    ['that arrived at its very moment', { ...again, receivedAt: T0 }, 1],
    ['two minutes later', again, 120],
  ])('refuses a repeat %s', (_, attempt, seconds) => {
    expect(refusal(() => complete(active(T0), attempt, at(seconds))).code).toBe('already_completed');
  });

  it('refuses every repeat of a completion that had no key', () => {
    const session = complete(approved(T0), NEW_SECRET, T0);
    for (const attempt of [again, { ...again, keyHash: undefined }]) {
      expect(refusal(() => complete(session, attempt, at(1))).code).toBe('already_completed');
    }
  });

  it('keeps nothing of a key that an unfinished attempt may have left', () => {
    const stale: Session = { ...approved(T0), completionKeyHash: KEY_HASH };
    expect(complete(stale, NEW_SECRET, T0)).not.toHaveProperty('completionKeyHash');
  });
});

describe('the two secrets', () => {
  it.each<[string, Session, number, boolean, boolean]>([
    ['pending', pending(T0), 1, true, false],
    ['approved', approved(T0), 1, true, false],
    ['active, within two minutes', active(T0), 120 - MS, true, true],
    ['active, two minutes later', active(T0), 120, false, true],
    ['closed', closed(T0), 1, true, true],
  ])('%s', (_, session, seconds, signinOpens, sessionOpens) => {
    expect(matchesSigninSecret(session, SIGNIN_SECRET, at(seconds))).toBe(signinOpens);
    expect(matchesSessionSecret(session, SESSION_SECRET)).toBe(sessionOpens);
    for (const secret of ['', 'guess', session.signinHash, session.secretHash ?? '']) {
      expect(matchesSigninSecret(session, secret, at(seconds))).toBe(false);
      expect(matchesSessionSecret(session, secret)).toBe(false);
    }
  });
});

describe('activity', () => {
  it('is noted at most once a minute', () => {
    const session = active(T0);
    expect(touch(session, at(60 - MS))).toBeUndefined();
    expect(touch(session, at(60))).toEqual({ ...session, lastActiveAt: at(60), endsAt: at(60 + HOUR) });
  });

  it.each<[Lifetime, number, number]>([
    ['10m', 9 * MINUTE, 10 * MINUTE],
    ['24h', 22 * HOUR, 23 * HOUR],
    ['24h', 23 * HOUR, DAY],
    ['24h', 23 * HOUR + 59 * MINUTE, DAY],
    ['30d', 22 * DAY, 29 * DAY],
    ['30d', 29 * DAY, 30 * DAY],
  ])('never carries %s beyond its lifetime: touched at %i s, it ends at %i s', (lifetime, touchedAt, end) => {
    expect(touch(active(T0, { lifetime }), at(touchedAt))?.endsAt).toEqual(at(end));
  });

  it('does not say that the phone is here', () => {
    expect(touch(active(T0, { presence: true }), at(80))?.phoneSeenAt).toEqual(T0);
  });
});

describe('what a phone is asked', () => {
  const unknown = pending(T0, { known: false });
  const decoy = pending(T0, { decoy: true });
  it.each<[string, Session, number, { answerable: boolean; rings: boolean }]>([
    ['a known browser’s sign-in', pending(T0), 119, { answerable: true, rings: true }],
    ['an unknown browser’s: by its number only', unknown, 119, { answerable: true, rings: false }],
    ['a decoy: never', decoy, 0, { answerable: false, rings: false }],
    ['a registration: by its ticket only', registering(T0), 0, { answerable: false, rings: false }],
    [
      'a registration of a known browser',
      { ...registering(T0), known: true },
      0,
      { answerable: false, rings: false },
    ],
    ['one that nobody answered in time', pending(T0), 120, { answerable: false, rings: false }],
    ['one that was approved', approved(T0), 0, { answerable: false, rings: false }],
    ['one that was denied', denied(T0), 0, { answerable: false, rings: false }],
    ['one that was cancelled', cancelled(T0), 0, { answerable: false, rings: false }],
    ['one that is signed in', active(T0), 0, { answerable: false, rings: false }],
  ])('%s', (_, session, seconds, { answerable, rings }) => {
    expect(isAnswerable(session, at(seconds))).toBe(answerable);
    expect(mayRing(session, at(seconds))).toBe(rings);
  });
});

it('ends with the reason that it was closed for, at that moment', () => {
  for (const reason of ['here', 'elsewhere', 'phone', 'not_me', 'admin', 'phone_removed'] as const) {
    expect(close(active(T0), reason, at(5))).toMatchObject({ status: 'closed', reason, endsAt: at(5) });
  }
});

describe('the time at which a session is locked, or over', () => {
  it('is exactly when it becomes walkaway, and then timeout, if its phone is not heard until then', () => {
    const bound = active(T0, { presence: true });
    expect(awayAt(bound, at(5))).toEqual(at(90));
    expect(statusAt(bound, secondsAfter(at(90), -MS)).status).toBe('active');
    expect(statusAt(bound, at(90)).status).toBe('walkaway');
    expect(awayAt(bound, at(90))).toEqual(at(600));
    expect(statusAt(bound, secondsAfter(at(600), -MS)).status).toBe('walkaway');
    expect(statusAt(bound, at(600))).toEqual({ status: 'timeout', reason: 'phone_away' });
    expect(awayAt(bound, at(600))).toBeUndefined();
  });

  it('is none where no phone has to be here', () => {
    expect(awayAt(active(T0), at(5))).toBeUndefined();
  });
});
