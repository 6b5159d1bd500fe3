/** A problem as a page, for the few routes that browsers themselves go to: what happened, and where to go on. */
import { NodError } from '../errors.ts';
import { escapedHtml } from '../html-text.ts';
import { type Problem, type ProblemResponse, problemResponse } from './problem.ts';

/** What goes wrong for people who are signed in only. */
const OF_THE_ACCOUNT: ReadonlySet<Problem['code']> = new Set(['reauth_required', 'phone_away']);

/** The same response as {@link problemResponse} gives, with a page for its body. */
export function problemPage(thrown: unknown): ProblemResponse {
  const { body, headers, ...response } = problemResponse(thrown);
  const { code, detail } = JSON.parse(body) as Problem;
  const isOfAccount =
    OF_THE_ACCOUNT.has(code) || (thrown instanceof NodError && thrown.details.backTo === '/account');
  return {
    ...response,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>That did not work · Nod</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <script src="/theme.js"></script>
    <link rel="stylesheet" href="/notice.css">
  </head>
  <body>
    <header><a class="logo" href="/" aria-label="Nod, home"><span class="dot"></span>nod</a></header>
    <main>
      <h1>That did not work</h1>
      <p>${escapedHtml(detail)}</p>
      <p class="actions">
        ${isOfAccount ? '<a href="/account">Back to your account</a>' : '<a href="/signin">Sign in again</a>'}
        <a class="quiet" href="/">Go home</a>
      </p>
    </main>
  </body>
</html>
`,
  };
}
