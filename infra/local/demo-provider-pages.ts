/** What the demo provider shows: who to be, and what one can do to Nod from here. */
import type { Person } from './demo-people.ts';

/** Forms go to the address that they stand at. Names are ours, so nothing needs escaping. */
export function pickPage(people: readonly Person[], siteOrigin: string): string {
  return page(`
    <h1>Who are you?</h1>
    <p>Nod at ${siteOrigin} wants to know who you are. There is no password here.</p>
    <form method="post">
      ${people.map(({ sub, name, email }) => button(sub, `${name} · ${email}`)).join('')}
      ${button('', 'Nobody: go back')}
    </form>`);
}

export function homePage(people: readonly Person[], siteOrigin: string): string {
  return page(`
    <h1>Demo provider</h1>
    <p>Sign in with it at <a href="${siteOrigin}/signin">${siteOrigin}/signin</a>.</p>
    <h2>Sign out here</h2>
    <p>Nod is told at once (back-channel logout), and the tab is out with its next poll.</p>
    <p><a href="/session/end">Sign out</a></p>
    <h2>Withdraw what somebody let Nod have</h2>
    <p>Nod asks once a minute, and then the session is over.</p>
    <form method="post">${people.map(({ sub, name }) => button(sub, `Revoke ${name}’s tokens`)).join('')}</form>`);
}

/** @param form the library's own, which has no button */
export function leavePage(form: string): string {
  return page(`
    <h1>Sign out here, too?</h1>
    <p>You are out of Nod. Here you are still signed in.</p>
    ${form}
    <p><button form="op.logoutForm" name="logout" value="yes">Sign out</button></p>
    <p><button form="op.logoutForm">Stay signed in</button></p>`);
}

/** For who comes back to the question after it was answered. */
export function goneByPage(siteOrigin: string): string {
  return page(`
    <h1>This is over</h1>
    <p>You have answered here already, or waited for too long. Nothing was changed.</p>
    <p><a href="${siteOrigin}/signin">Start again at Nod</a></p>`);
}

export function failedPage(siteOrigin: string): string {
  return page(`
    <h1>That did not work</h1>
    <p>The demo provider made a mistake; its window says which one.</p>
    <p><a href="${siteOrigin}/signin">Start again at Nod</a></p>`);
}

export function leftPage(siteOrigin: string): string {
  return page(`<h1>You are signed out</h1><p><a href="${siteOrigin}/">Back to Nod</a></p>`);
}

const button = (sub: string, label: string): string =>
  `<p><button name="sub" value="${sub}">${label}</button></p>`;

function page(content: string): string {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Demo provider</title>
  <link rel="icon" href="data:,">
  <style>
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem }
    :root { color-scheme: light dark }
    .demo { background: #fc0; color: #000; padding: 0.25rem 0.75rem }
    button { font: inherit; padding: 0.5rem 1rem; cursor: pointer }
  </style>
  <p class="demo">A demo on this machine: no real accounts, no passwords.</p>
  ${content}
</html>
`;
}
