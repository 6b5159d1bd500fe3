/**
 * A test oracle: it hears every answer about sessions, and holds Nod to DESIGN.md §2 without knowing its code: which
 * answer is right at which time, by the times that the oracle has noted itself.
 */
import { expect } from 'vitest';
import type { Item } from '../../shared/database.ts';

/** Seconds, as DESIGN.md §2 has them. */
const PENDING = 120;
const COMPLETION = 120;
const REPEAT = 120;
const LASTS = { '10m': 600, '24h': 86_400, '30d': 30 * 86_400 } as const;
const IDLE = { '10m': Number.POSITIVE_INFINITY, '24h': 3600, '30d': 7 * 86_400 } as const;
const LOCKS_AFTER = 90;
const ENDS_AFTER = 600;

export type Lifetime = keyof typeof LASTS;

/** A person: whose sessions they are, and which phones may approve them. */
export type Person = { userId: string; deviceIds: readonly string[] };

/** What was chosen with a yes, on which phone. */
type Choice = { phone: string; lifetime: Lifetime; presence: boolean };

type Case = {
  id: string;
  owner: Person;
  askedAt: number;
  /** What ended the waiting, by whom. */
  answer?: { kind: 'approved' | 'denied' | 'cancelled'; at: number } & Partial<Choice>;
  completion?: { at: number; key: string | undefined };
  usedAt?: number;
  phoneSeenAt?: number;
  closedAt?: number;
  /** When it was ended with others: from then on nobody is in, whoever closed its row. */
  sweptAt?: number;
  /** The row as it was when it was over for the first time. */
  last?: Item;
};

export class SessionOracle {
  readonly #cases = new Map<string, Case>();
  /** When a person's sessions were all ended, and which one asked for it and stays. */
  readonly #endings: { owner: Person; at: number; but: string | undefined }[] = [];
  readonly #now: () => number;

  /** @param now epoch seconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  asked(id: string, owner: Person): void {
    expect(this.#cases.has(id), 'a session’s id is new').toBe(false);
    this.#cases.set(id, { id, owner, askedAt: this.#now() });
  }

  approved(id: string, by: Person, choice: Choice): void {
    const { owner } = this.#answered(id, { kind: 'approved', at: this.#now(), ...choice });
    expect(by, 'only its owner’s phone approves').toBe(owner);
    if (choice.presence) this.#of(id).phoneSeenAt = this.#now();
  }

  denied(id: string, by: Person): void {
    const { owner } = this.#answered(id, { kind: 'denied', at: this.#now() });
    expect(by, 'only its owner’s phone denies').toBe(owner);
  }

  cancelled(id: string): void {
    this.#answered(id, { kind: 'cancelled', at: this.#now() });
  }

  completed(id: string, key: string | undefined): void {
    const { answer, completion, closedAt, sweptAt, owner } = this.#of(id);
    expect(answer?.kind, 'what is completed was approved').toBe('approved');
    const approvedAt = answer?.at ?? 0;
    expect(closedAt ?? sweptAt, 'what is completed is not over').toBeUndefined();
    if (completion === undefined) {
      expect(this.#now(), 'an approval waits two minutes').toBeLessThan(approvedAt + COMPLETION);
      const ended = this.#endings.filter((ending) => ending.owner === owner && ending.at >= approvedAt);
      expect(ended, 'nothing approved before "end all" is completed after it').toEqual([]);
      Object.assign(this.#of(id), { completion: { at: this.#now(), key }, usedAt: this.#now() });
      return;
    }
    expect(key, 'a completion is repeated with its key').toBeDefined();
    expect(key).toBe(completion.key);
    expect(this.#now(), 'and within two minutes').toBeLessThan(completion.at + REPEAT);
    this.#aliveAt(id);
  }

  /** Somebody was let in with the session. */
  used(id: string): void {
    this.#aliveAt(id);
    const { phoneSeenAt = Number.POSITIVE_INFINITY } = this.#of(id);
    expect(this.#now(), 'a session whose phone is away is locked').toBeLessThan(phoneSeenAt + LOCKS_AFTER);
    this.#of(id).usedAt = this.#now();
  }

  closed(id: string, by: Person): void {
    const { owner, answer, closedAt } = this.#of(id);
    expect(by, 'only its owner closes it').toBe(owner);
    expect(answer?.kind, 'what is closed was approved').toBe('approved');
    expect(closedAt, 'it is closed once').toBeUndefined();
    this.#of(id).closedAt = this.#now();
  }

  /** Its browser signed in anew: as the same person, the earlier session is over. */
  replaced(id: string, by: Person): void {
    const one = this.#of(id);
    if (one.owner === by) one.sweptAt ??= this.#now();
  }

  endedAll(owner: Person, but: string | undefined): void {
    this.#endings.push({ owner, at: this.#now(), but });
    for (const one of this.#cases.values()) {
      if (one.owner === owner && one.id !== but && one.answer?.kind === 'approved')
        one.sweptAt ??= this.#now();
    }
  }

  /** Only what this phone approved, and what was not over already, is kept by it. */
  phoneWasHere(owner: Person, phone: string): void {
    for (const one of this.#cases.values()) {
      if (one.owner !== owner || one.answer?.phone !== phone) continue;
      if (one.phoneSeenAt === undefined || one.last !== undefined) continue;
      if (this.#now() < one.phoneSeenAt + ENDS_AFTER) one.phoneSeenAt = this.#now();
    }
  }

  /** Holds the rows as they are now to what has been told. */
  holds(rows: Item[]): void {
    const sessions = rows.filter(({ sk }) => String(sk).startsWith('session#'));
    for (const row of sessions) {
      const one = this.#cases.get(String(row.sk).slice('session#'.length));
      if (one !== undefined) this.#holdsRow(row, one, rows);
    }
    for (const { userId } of new Set([...this.#cases.values()].map(({ owner }) => owner))) {
      const numbers = sessions
        .filter((row) => row.pk === userId && row.status === 'pending' && Number(row.endsAt) > this.#now())
        .map(({ number }) => number);
      expect(new Set(numbers).size, 'a number leads to one waiting sign-in').toBe(numbers.length);
    }
  }

  #holdsRow(row: Item, one: Case, rows: Item[]): void {
    const { status, endsAt, device, phoneSeenAt } = row;
    expect(row.pk).toBe(one.owner.userId);
    if (one.last !== undefined) expect(row, 'what is over is final').toEqual(one.last);
    const isAway = status === 'active' && Number(phoneSeenAt) + ENDS_AFTER <= this.#now();
    const isAnswered = ['denied', 'cancelled', 'closed'].includes(String(status));
    if (isAnswered || isAway || Number(endsAt) <= this.#now()) {
      one.last = row;
      const isListed = rows.some(({ sk }) => `${sk}`.startsWith('active#') && `${sk}`.endsWith(one.id));
      if (isAnswered) expect(isListed, 'what is over is in no list of those that are in').toBe(false);
      return;
    }
    if (status === 'pending') expect(one.answer, 'an answer is not forgotten').toBeUndefined();
    if (status !== 'approved' && status !== 'active') return;
    expect(one.answer?.kind, 'nothing is let in without an approval').toBe('approved');
    expect(one.owner.deviceIds, 'by a phone of its owner').toContain(one.answer?.phone);
    expect((device as { id: string }).id, 'the one that said yes').toBe(one.answer?.phone);
    const listed = rows.filter(
      ({ pk, sk }) => pk === row.pk && /^active#\d+#/.test(`${sk}`) && `${sk}`.endsWith(one.id),
    );
    expect(listed, 'whoever is let in is once in the list by which all are ended').toHaveLength(1);
    const { pk: _, sk: __, expiresAt: ___, ...said } = listed[0] ?? {};
    expect(row, 'and it says what the session says').toMatchObject(said);
    for (const name of ['endsAt', 'lastActiveAt', 'phoneSeenAt', 'completedAt', 'place', 'device']) {
      expect(said[name], `${name} is in the list`).toEqual(row[name]);
    }
    if (status === 'approved') return;
    expect(one.completion, 'nothing is active that was not completed').toBeDefined();
    expect(one.closedAt ?? one.sweptAt, 'nothing is active that was closed').toBeUndefined();
  }

  #answered(id: string, answer: NonNullable<Case['answer']>): Case {
    const one = this.#of(id);
    expect(one.answer, 'a sign-in is answered once').toBeUndefined();
    expect(this.#now(), 'and within two minutes').toBeLessThan(one.askedAt + PENDING);
    one.answer = answer;
    return one;
  }

  /** Holds a session to being active or locked now. */
  #aliveAt(id: string): void {
    const one = this.#of(id);
    const { answer, completion, usedAt = 0, phoneSeenAt = Number.POSITIVE_INFINITY } = one;
    const { lifetime = '10m', at = 0 } = answer ?? {};
    expect(completion, 'a session was completed').toBeDefined();
    expect(one.closedAt ?? one.sweptAt, 'and not closed').toBeUndefined();
    expect(this.#now(), 'its lifetime is not over').toBeLessThan(at + LASTS[lifetime]);
    expect(this.#now(), 'it was not idle too long').toBeLessThan(usedAt + IDLE[lifetime]);
    expect(this.#now(), 'its phone was not away too long').toBeLessThan(phoneSeenAt + ENDS_AFTER);
  }

  #of(id: string): Case {
    const found = this.#cases.get(id);
    if (found === undefined) throw new Error(`nobody asked for the session ${id}`);
    return found;
  }
}
