/** Drives the state machine as people do: who does what, and what the {@link SessionOracle} is told of it. */
import { expect } from 'vitest';
import type { RouteName } from '../../shared/routes.ts';
import { Browser, type Reply, type Site } from './browser.ts';
import type { Phone } from './people.ts';
import type { Lifetime, Person, SessionOracle } from './session-oracle.ts';

export type Somebody = Person & { username: string; phones: readonly Phone[] };

/** Browsers, people and their phones by their number; a session by how many were asked for after it. */
export type Action =
  | { does: 'ask'; browser: number; person: number }
  | {
      does: 'approve';
      back: number;
      isForeign: boolean;
      phone: number;
      lifetime: Lifetime;
      presence: boolean;
    }
  | { does: 'deny'; back: number; isForeign: boolean; phone: number }
  | { does: 'cancel'; browser: number }
  | { does: 'complete'; browser: number; key: string | undefined }
  | { does: 'sign in'; browser: number; person: number; phone: number; lifetime: Lifetime; presence: boolean }
  | { does: 'show passkey'; browser: number; person: number; phone: number; lifetime: Lifetime }
  | { does: 'be here'; person: number; phone: number }
  | { does: 'use'; browser: number }
  | { does: 'sign out'; browser: number }
  | { does: 'end'; back: number; isForeign: boolean; phone: number }
  | { does: 'end all'; person: number; phone: number }
  | { does: 'end all others'; browser: number };

/** What the oracle is told of an action that succeeded; of several at once, in the order of these steps. */
export const STEPS = ['asking', 'answer', 'completion', 'presence', 'use', 'end'] as const;
export type Observations = { [S in (typeof STEPS)[number]]?: () => void };

export class SessionDriver {
  readonly #people: readonly [Somebody, Somebody];
  readonly #browsers: readonly Browser[];
  readonly #oracle: SessionOracle;
  /** One by passkey has no number. */
  readonly #asked: { id: string; number?: string; owner: Somebody }[] = [];

  constructor(site: Site, people: readonly [Somebody, Somebody], browsers: number, oracle: SessionOracle) {
    this.#people = people;
    this.#browsers = Array.from({ length: browsers }, () => new Browser(site));
    this.#oracle = oracle;
  }

  /** Lets somebody do something; `undefined` if it was refused. */
  async play(action: Action): Promise<Observations | undefined> {
    switch (action.does) {
      case 'ask':
        return this.#ask(this.#browser(action.browser), this.#person(action.person));
      case 'approve':
        return this.#of(action, async ({ number }, by) =>
          number === undefined ? undefined : this.#approve(number, by, action),
        );
      case 'deny':
        return this.#of(action, ({ id }, by) => this.#deny(id, by, action.phone));
      case 'cancel':
        return this.#cancel(this.#browser(action.browser));
      case 'complete':
        return this.#complete(this.#browser(action.browser), action.key);
      case 'sign in': {
        const [browser, person] = [this.#browser(action.browser), this.#person(action.person)];
        const asked = await this.#ask(browser, person);
        const number = this.#asked.at(-1)?.number;
        if (asked === undefined || number === undefined) return undefined;
        const answered = await this.#approve(number, person, action);
        return { ...asked, ...answered, ...(await this.#complete(browser, undefined)) };
      }
      case 'show passkey':
        return this.#showPasskey(this.#browser(action.browser), this.#person(action.person), action);
      case 'be here':
        return this.#beHere(this.#person(action.person), action.phone);
      case 'use':
        return this.#use(this.#browser(action.browser));
      case 'sign out':
        return this.#signOut(this.#browser(action.browser));
      case 'end':
        return this.#of(action, ({ id }, by) => this.#end(id, by, action.phone));
      case 'end all':
        return this.#endAll(this.#person(action.person), action.phone);
      case 'end all others':
        return this.#endAllOthers(this.#browser(action.browser));
    }
  }

  async #ask(browser: Browser, owner: Somebody): Promise<Observations | undefined> {
    const { username } = owner;
    const reply = fine(await browser.call('login-start', { body: { username } }));
    if (reply === undefined) return undefined;
    const { sessionId: id, number } = reply.body;
    this.#asked.push({ id, number, owner });
    return { asking: () => this.#oracle.asked(id, owner) };
  }

  async #approve(
    number: string,
    by: Somebody,
    { phone: at, lifetime, presence }: { phone: number; lifetime: Lifetime; presence: boolean },
  ): Promise<Observations | undefined> {
    const phone = phoneOf(by, at);
    const found = fine(await phone.call('approval-find', { body: { number } }));
    if (found === undefined) return undefined;
    // Another sign-in of this person may show the number by now.
    const { sessionId } = found.body.approval;
    const assertion = phone.authenticator.get(found.body.publicKey);
    const body = { decision: 'approve', lifetime, presence, assertion } as const;
    const reply = fine(await phone.call('approval-answer', { params: { sessionId }, body }));
    const choice = { phone: phone.deviceId, lifetime, presence };
    return reply && { answer: () => this.#oracle.approved(sessionId, by, choice) };
  }

  async #deny(sessionId: string, by: Somebody, phone: number): Promise<Observations | undefined> {
    const reply = await phoneOf(by, phone).call('approval-answer', {
      params: { sessionId },
      body: { decision: 'deny' },
    });
    return fine(reply) && { answer: () => this.#oracle.denied(sessionId, by) };
  }

  /** By a copy that the cookies are taken from, as an answer that comes late must not undo what was asked meanwhile. */
  async #showPasskey(
    browser: Browser,
    owner: Somebody,
    { phone: at, lifetime }: { phone: number; lifetime: Lifetime },
  ): Promise<Observations | undefined> {
    const phone = phoneOf(owner, at);
    const attempt = browser.copy();
    const asked = fine(await attempt.call('passkey-options'));
    if (asked === undefined) return undefined;
    const assertion = phone.authenticator.get(asked.body.publicKey);
    if (fine(await attempt.call('passkey-answer', { body: { assertion, lifetime } })) === undefined)
      return undefined;
    const id = idIn(attempt, 'signin');
    browser.cookies.set('__Host-signin', attempt.cookies.get('__Host-signin') ?? '');
    this.#asked.push({ id, owner });
    return {
      asking: () => this.#oracle.asked(id, owner),
      answer: () => this.#oracle.approved(id, owner, { phone: phone.deviceId, lifetime, presence: false }),
    };
  }

  async #cancel(browser: Browser): Promise<Observations | undefined> {
    const id = idIn(browser, 'signin');
    return fine(await browser.copy().call('login-cancel')) && { answer: () => this.#oracle.cancelled(id) };
  }

  /** By a copy, so that the browser keeps the cookie that waited, as if it had lost the answer. */
  async #complete(browser: Browser, key: string | undefined): Promise<Observations | undefined> {
    const [id, before] = [idIn(browser, 'signin'), idIn(browser, 'session')];
    const attempt = browser.copy();
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    if (fine(await attempt.call('login-complete', { headers })) === undefined) return undefined;
    browser.cookies.set('__Host-session', attempt.cookies.get('__Host-session') ?? '');
    return {
      completion: () => this.#oracle.completed(id, key),
      ...(before === '' || before === id
        ? {}
        : { end: () => this.#oracle.replaced(before, this.#ownerOf(id)) }),
    };
  }

  async #beHere(by: Somebody, at: number): Promise<Observations | undefined> {
    const phone = phoneOf(by, at);
    const reply = fine(await phone.call('presence'));
    return reply && { presence: () => this.#oracle.phoneWasHere(by, phone.deviceId) };
  }

  async #use(browser: Browser): Promise<Observations | undefined> {
    const id = idIn(browser, 'session');
    return fine(await browser.call('me')) && { use: () => this.#oracle.used(id) };
  }

  /** By a copy, so that the browser keeps the cookie and may try it again. */
  async #signOut(browser: Browser): Promise<Observations | undefined> {
    const id = idIn(browser, 'session');
    const reply = fine(await browser.copy().call('logout'));
    return reply && { end: () => this.#oracle.closed(id, this.#ownerOf(id)) };
  }

  async #end(sessionId: string, by: Somebody, phone: number): Promise<Observations | undefined> {
    const reply = fine(await phoneOf(by, phone).call('session-end', { params: { sessionId } }));
    return reply && { end: () => this.#oracle.closed(sessionId, by) };
  }

  async #endAll(by: Somebody, phone: number): Promise<Observations | undefined> {
    const reply = fine(await phoneOf(by, phone).call('sessions-end'));
    return reply && { end: () => this.#oracle.endedAll(by, undefined) };
  }

  async #endAllOthers(browser: Browser): Promise<Observations | undefined> {
    const id = idIn(browser, 'session');
    const reply = fine(await browser.call('sessions-end'));
    return reply && { end: () => this.#oracle.endedAll(this.#ownerOf(id), id) };
  }

  #of(
    { back, isForeign }: { back: number; isForeign: boolean },
    act: (session: { id: string; number?: string }, by: Somebody) => Promise<Observations | undefined>,
  ): Promise<Observations | undefined> {
    const session = this.#asked.at(-1 - back);
    if (session === undefined) return Promise.resolve(undefined);
    const [one, other] = this.#people;
    const stranger = session.owner === one ? other : one;
    return act(session, isForeign ? stranger : session.owner);
  }

  #browser(at: number): Browser {
    const browser = this.#browsers[at];
    if (browser === undefined) throw new RangeError(`there is no browser ${at}`);
    return browser;
  }

  #person(at: number): Somebody {
    return this.#people[at === 0 ? 0 : 1];
  }

  #ownerOf(id: string): Somebody {
    const session = this.#asked.find((one) => one.id === id);
    if (session === undefined) throw new Error(`nobody asked for ${id}`);
    return session.owner;
  }
}

function phoneOf({ phones }: Somebody, at: number): Phone {
  const phone = phones[at];
  if (phone === undefined) throw new RangeError(`there is no phone ${at}`);
  return phone;
}

const idIn = (browser: Browser, cookie: 'signin' | 'session'): string =>
  browser.cookies.get(`__Host-${cookie}`)?.split('.')[1] ?? '';

/** A reply that says yes; a no must be one that DESIGN.md §2 knows. */
function fine<N extends RouteName>(reply: Reply<N>): Reply<N> | undefined {
  if (reply.status < 300) return reply;
  expect([401, 403, 404, 409, 410]).toContain(reply.status);
  return undefined;
}
