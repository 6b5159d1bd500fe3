/** A problem as a page, for the few routes that browsers themselves go to: what happened, and where to go on. */
import { type Problem, type ProblemResponse, problemResponse } from './problem.ts';

/** The same response as {@link problemResponse} gives, with a page for its body. */
export function problemPage(thrown: unknown): ProblemResponse {
  const { statusCode, headers, body } = problemResponse(thrown);
  const { detail } = JSON.parse(body) as Problem;
  return {
    statusCode,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>That did not work · Nod</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/notice.css">
  </head>
  <body>
    <main>
      <h1>That did not work</h1>
      <p role="alert">${escaped(detail)}</p>
      <p><a href="/signin">Sign in again</a> or <a href="/">go to the blog</a></p>
    </main>
  </body>
</html>
`,
  };
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
