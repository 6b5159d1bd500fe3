/** A browser as the API sees one: a cookie jar, an origin, and JSON in and out. */

import type { Problem } from '../../shared/http/problem.ts';
import type { AnswerBody, RequestBody } from '../../shared/responses.ts';
import { pathOf, ROUTES, type RouteName } from '../../shared/routes.ts';

import { mismatch } from './answers.ts';

/** Where Nod is, and who is told how long each answer took. */
export type Site = {
  readonly origin: string;
  readonly onAnswer?: (name: RouteName, status: number, milliseconds: number) => void;
};

type Options<N extends RouteName> = {
  body?: RequestBody<N>;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as it is, with its `?`, instead of `query`. */
  rawQuery?: string;
  headers?: Record<string, string>;
  /** Sent as it is, instead of `body`. */
  rawBody?: string | Buffer<ArrayBuffer>;
};

export type Reply<N extends RouteName> = {
  status: number;
  headers: Headers;
  text: string;
  body: AnswerBody<N>;
  problem: Problem;
};

export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  get origin(): string {
    return this.#site.origin;
  }

  /**
   * Calls a route as a page of the site would, and keeps the cookies that come back.
   * @throws {Error} if the answer is not as the document of the API says
   */
  async call<N extends RouteName>(name: N, options: Options<N> = {}): Promise<Reply<N>> {
    const began = performance.now();
    const reply = await this.#ask(name, options);
    this.#site.onAnswer?.(name, reply.status, performance.now() - began);
    return reply;
  }

  async #ask<N extends RouteName>(name: N, options: Options<N>): Promise<Reply<N>> {
    const { body, params, query, rawQuery, headers, rawBody } = options;
    const { method } = ROUTES[name];
    const url = new URL(pathOf(name, params), this.origin);
    for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
    if (rawQuery !== undefined) url.search = rawQuery;
    const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: this.origin }),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookies.size === 0 ? {} : { cookie: this.cookieHeader() }),
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? undefined;
    const json = type?.includes('json') ? JSON.parse(text) : undefined;
    const wrong = mismatch(name, { status: response.status, type, body: json });
    if (wrong !== undefined) throw new Error(wrong);
    return { status: response.status, headers: response.headers, text, body: json, problem: json };
  }

  /** The same, where anything but success is a failure of the test. */
  async succeed<N extends RouteName>(name: N, options: Options<N> = {}): Promise<AnswerBody<N>> {
    const { status, text, body } = await this.call(name, options);
    if (status >= 400) throw new Error(`${name} answered ${status}: ${text}`);
    return body;
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }

  /** Another one with the same cookies: what a thief of the jar, or a second tab's race, would have. */
  copy(): Browser {
    const copy = new Browser(this.#site);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }
}
