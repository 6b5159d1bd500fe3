/**
 * A problem as a page, for the few routes that browsers themselves go to: what happened, and where to go on, in the
 * language of who reads it.
 */
import { NodError } from '../errors.ts';
import { escapedHtml } from '../html-text.ts';
import { directionOf, LANGUAGE_COOKIE, LANGUAGES, type Language, languageFor } from '../languages.ts';
import { type Problem, type ProblemResponse, problemResponse } from './problem.ts';
import type { Cookies } from './request.ts';

/** What the page says; texts, of which none is HTML. */
export type Notice = {
  title: string;
  heading: string;
  sentence: string;
  backToAccount: string;
  signInAgain: string;
  goHome: string;
  /** What the logo is called, which leads home. */
  logo: string;
};

/** What is known of who reads it. */
export type Reader = { cookies: Cookies; acceptLanguage: string | undefined };

/** What goes wrong for people who are signed in only. */
const OF_THE_ACCOUNT: ReadonlySet<Problem['code']> = new Set(['reauth_required', 'phone_away']);

/** The same response as {@link problemResponse} gives, with a page for its body, whose words are handed in. */
export const problemPage =
  (noticeOf: (problem: Problem, language: Language) => Notice) =>
  (thrown: unknown, { cookies, acceptLanguage }: Reader): ProblemResponse => {
    const { body, headers, ...response } = problemResponse(thrown);
    const problem = JSON.parse(body) as Problem;
    const language = languageFor(LANGUAGES, cookies[LANGUAGE_COOKIE], acceptLanguage);
    const isOfAccount =
      OF_THE_ACCOUNT.has(problem.code) ||
      (thrown instanceof NodError && thrown.details.backTo === '/account');
    return {
      ...response,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      body: documentOf(noticeOf(problem, language), language, isOfAccount),
    };
  };

function documentOf(notice: Notice, language: Language, isOfAccount: boolean): string {
  const text = (name: keyof Notice) => escapedHtml(notice[name]);
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${text('title')}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <script src="/theme.js"></script>
    <link rel="stylesheet" href="/notice.css">
  </head>
  <body>
    <header><a class="logo" href="/" aria-label="${text('logo')}"><span class="dot"></span>nod</a></header>
    <main>
      <h1>${text('heading')}</h1>
      <p>${text('sentence')}</p>
      <p class="actions">
        ${isOfAccount ? `<a href="/account">${text('backToAccount')}</a>` : `<a href="/signin">${text('signInAgain')}</a>`}
        <a class="quiet" href="/">${text('goHome')}</a>
      </p>
    </main>
  </body>
</html>
`;
}
