import { keyed } from 'lit-html/directives/keyed.js';
import { html, nothing, type View } from '../lib/html.ts';
import type { Screen } from './screen.ts';

/** What stands around every screen: the mark, whose phone it is, and what the person has to know. */
export function shell(given: {
  screen: Screen;
  username: string | undefined;
  notice: string | undefined;
  isUnreachable: boolean;
}): View {
  const { screen, username, notice, isUnreachable } = given;
  return html`
    <div class="phone">
      <header class="phone-header">
        <p class="phone-offline" role="status">${isUnreachable ? 'No connection to Nod. Trying again.' : nothing}</p>
        ${notice === undefined ? nothing : html`<p class="phone-notice">${notice}</p>`}
        <div class="phone-bar">
          <span class="mark"><span class="dot" aria-hidden="true"></span>nod</span>
          ${username === undefined ? nothing : html`<span class="phone-owner">@${username}</span>`}
        </div>
      </header>
      ${keyed(
        screen,
        html`<main class="phone-screen">
          <div class="phone-body">${screen.body()}</div>
          ${screen.actions ? html`<div class="phone-actions">${screen.actions()}</div>` : nothing}
        </main>`,
      )}
    </div>
  `;
}
