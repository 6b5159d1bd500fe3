/** People who sign in at providers: the browser's way there and back, with a cookie jar at each place. */
import {
  type DemoOptions,
  type DemoProvider,
  newKey,
  startDemoProvider,
} from '../../infra/local/demo-provider.ts';
import type { RequestBody } from '../../shared/responses.ts';
import { Browser, type Reply } from './browser.ts';
import { type HostileProxy, startHostileProxy } from './hostile-proxy.ts';
import { type Nod, nod } from './nod.ts';
import { newPerson } from './people.ts';

export type Provided = DemoProvider & { id: string; key: ReturnType<typeof newKey>; proxy: HostileProxy };

export type SocialNod = Nod & { providers: Record<string, Provided> };

type Entry = Partial<DemoOptions> & {
  /** What the operator writes of it. */
  entry?: Record<string, unknown>;
  /** Further entries of the same provider, by their ids. */
  again?: readonly string[];
};

/** Nod with providers beside it, each behind a proxy that can bend what it says. */
export function socialNod(entries: Record<string, Entry | ((siteOrigin: string) => Entry)>): SocialNod {
  const providers: Record<string, Provided> = {};
  const started: SocialNod = Object.assign(
    nod({
      async beside(siteOrigin) {
        const variables: Record<string, string> = {};
        const list: unknown[] = [];
        for (const [id, given] of Object.entries(entries)) {
          const { entry, again = [], ...options } = typeof given === 'function' ? given(siteOrigin) : given;
          const [proxy, key] = [await startHostileProxy(), newKey()];
          const demo = await startDemoProvider({
            id,
            siteOrigin,
            issuer: proxy.origin,
            keys: [key],
            ...options,
          });
          proxy.target = demo.ownOrigin;
          providers[id] = { ...demo, id, key, proxy };
          Object.assign(variables, demo.variables);
          for (const name of [id, ...again]) list.push({ ...demo.entry, ...entry, id: name });
        }
        return {
          variables: { ...variables, SOCIAL_PROVIDERS: JSON.stringify(list) },
          async stop() {
            await Promise.all(
              Object.values(providers).flatMap(({ close, proxy }) => [close(), proxy.close()]),
            );
          },
        };
      },
    }),
    { providers },
  );
  return started;
}

/** Somebody with a phone, whose session was approved just now, in a browser that can go to providers. */
export async function freshPerson(nod: Nod) {
  const person = await newPerson(nod);
  return { ...person, browser: SocialBrowser.of(nod, person.browser) };
}

export type StartOptions = Partial<RequestBody<'social-start'>>;

type Answers = Omit<RequestBody<'social-continue'>, 'authorization'>;

/** Somebody's browser, with what it keeps for Nod and, apart from that, for providers. */
export class SocialBrowser extends Browser {
  readonly providerCookies = new Map<string, string>();
  readonly nod: Nod;
  /** The way that has stopped for a question, by its id; at first one of nobody. */
  authorization = `ses_${'A'.repeat(22)}`;

  constructor(nod: Nod) {
    super(nod);
    this.nod = nod;
  }

  /** One that has the cookies for Nod of another browser. */
  static of(nod: Nod, { cookies }: Browser): SocialBrowser {
    const browser = new SocialBrowser(nod);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    return browser;
  }

  /** Begins at Nod; returns where Nod sends the browser. */
  async start(provider: string, options: StartOptions = {}): Promise<URL> {
    const body = { next: '/', ...options };
    return new URL((await this.succeed('social-start', { params: { provider }, body })).url);
  }

  /** Goes through the provider as somebody, or as nobody; returns the address on Nod that it comes back with. */
  async pick(sub: string, at: URL): Promise<URL> {
    let [url, form]: [URL, URLSearchParams | undefined] = [at, undefined];
    for (let hop = 0; hop < 12; hop++) {
      const response: Response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...this.providerCookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form === undefined ? {} : { method: 'POST', body: form }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
        if (value === '') this.providerCookies.delete(name);
        else this.providerCookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location !== null) {
        [url, form] = [new URL(location, url), undefined];
        if (url.origin === this.origin) return url;
      } else if (response.ok && url.pathname.startsWith('/pick/')) {
        form = new URLSearchParams({ sub });
      } else {
        throw new Error(`${url.pathname} answered ${response.status}: ${await response.text()}`);
      }
    }
    throw new Error('the provider goes round in circles');
  }

  /** Comes back to Nod, as a navigation does. */
  async comeBack(url: URL, headers: Record<string, string> = {}): Promise<Reply<'social-callback'>> {
    const [, , , provider = ''] = url.pathname.split('/');
    const reply = await this.call('social-callback', {
      params: { provider },
      rawQuery: url.search,
      headers: { accept: 'text/html,*/*', ...headers },
    });
    this.authorization = reply.headers.get('location')?.split('#question=')[1] ?? this.authorization;
    return reply;
  }

  /** What it was asked when it came back, and how an answer to that is taken. */
  question = () => this.succeed('social-question', { query: { authorization: this.authorization } });
  answer = (answers: Answers) =>
    this.call('social-continue', { body: { ...answers, authorization: this.authorization } });
  answered = (answers: Answers) =>
    this.succeed('social-continue', { body: { ...answers, authorization: this.authorization } });

  /** The whole way: to the provider, as somebody, and back. */
  async goThrough(
    provider: string,
    sub: string,
    options: StartOptions = {},
  ): Promise<Reply<'social-callback'>> {
    return this.comeBack(await this.pick(sub, await this.start(provider, options)));
  }

  /** Another one with the same cookies for Nod: a second tab, or a thief of the jar. */
  copyForSocial(): SocialBrowser {
    const copy = SocialBrowser.of(this.nod, this);
    copy.authorization = this.authorization;
    return copy;
  }

  /** Signs in, and registers with the name if it is the first time. */
  async signInWith(provider: string, sub: string, username: string): Promise<void> {
    const { status, headers, text } = await this.goThrough(provider, sub);
    if (status !== 302) throw new Error(`social-callback answered ${status}: ${text}`);
    if (headers.get('location')?.includes('#question')) await this.answered({ username });
    await this.succeed('login-complete');
  }
}
