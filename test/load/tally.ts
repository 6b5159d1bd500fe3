import type { Item } from '../../shared/database.ts';
import type { AnswerBody } from '../../shared/responses.ts';
import type { TableName } from '../../shared/tables.ts';
import type { Browser } from '../support/browser.ts';

/** What was done, to be held against what the tables say. */
export class Tally {
  readonly complaints: string[] = [];
  readonly browsers: { username: string; sessionId: string; browser: Browser }[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #posts = new Map<string, string>();

  complain(what: string): void {
    this.complaints.push(what);
  }

  /** A number is taken for two minutes: within them nobody else of this name may be shown it. */
  started(username: string, { number }: AnswerBody<'login-start'>): void {
    const [key, now] = [`${username} ${number}`, Date.now()];
    const before = this.#numbers.get(key) ?? 0;
    if (now - before < 120_000) this.complain(`two sign-ins of ${username} showed ${number}`);
    this.#numbers.set(key, now);
  }

  signedIn(username: string, browser: Browser): void {
    const sessionId = browser.cookies.get('__Host-session')?.split('.')[1] ?? '';
    this.browsers.push({ username, sessionId, browser });
  }

  posted(postId: string, sessionId: string): void {
    this.#posts.set(postId, sessionId);
  }

  /** Each sign-in is one active session in its person's list, each post is there once, and there is nothing else. */
  compare({ Sessions, Posts }: Record<TableName, Item[]>): void {
    const active = Sessions.filter(
      ({ sk, status }) => String(sk).startsWith('session#') && status === 'active',
    );
    this.#same(
      'active sessions',
      active.map(idOf),
      this.browsers.map(({ sessionId }) => sessionId),
    );
    const listed = Sessions.filter(({ sk }) => String(sk).startsWith('active#'));
    this.#same(
      'sessions in lists',
      listed.map(idOf),
      this.browsers.map(({ sessionId }) => sessionId),
    );
    for (const { username, sessionId } of this.browsers) {
      const row = active.find((one) => idOf(one) === sessionId);
      if (row?.username !== username)
        this.complain(`${sessionId} belongs to ${row?.username}, not ${username}`);
    }
    const posts = Posts.filter(({ sk }) => String(sk).startsWith('post#'));
    this.#same(
      'posts',
      posts.map((row) => `${idOf(row)} ${row.sessionId}`),
      [...this.#posts].map((post) => post.join(' ')),
    );
  }

  #same(what: string, found: string[], expected: string[]): void {
    const [a, b] = [found.toSorted(), expected.toSorted()];
    const lost = expected.filter((one) => !found.includes(one));
    const extra = found.filter((one, at) => !expected.includes(one) || found.indexOf(one) !== at);
    if (a.join() !== b.join()) {
      this.complain(
        `${what}: ${found.length} instead of ${expected.length}, lost ${lost.slice(0, 3)}, extra ${extra.slice(0, 3)}`,
      );
    }
  }
}

/** The last part of a row's key. */
const idOf = ({ sk }: Item): string => String(sk).split('#').at(-1) ?? '';
