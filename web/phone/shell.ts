import { keyed } from 'lit-html/directives/keyed.js';
import { html, nothing, type View } from '../lib/html.ts';
import { settingsIcon } from '../lib/icons.ts';
import type { Screen } from './screen.ts';

/** What stands around every screen: the mark, whose phone it is, and what the person has to know. */
export function shell(given: {
  screen: Screen;
  username: string | undefined;
  notice: string | undefined;
  isUnreachable: boolean;
  onSettings: () => void;
}): View {
  const { screen, username, notice, isUnreachable, onSettings } = given;
  return html`
    <div class="phone">
      <header class="phone-header">
        <p class="phone-offline" role="status">${isUnreachable ? 'No connection to Nod. Trying again.' : nothing}</p>
        ${notice === undefined ? nothing : html`<p class="phone-notice">${notice}</p>`}
        <div class="phone-bar">
          <span class="logo"><span class="dot" aria-hidden="true"></span><span translate="no">nod</span></span>
          ${username === undefined ? nothing : html`<span class="phone-owner" translate="no">@${username}</span>`}
          ${
            screen.hasSettings
              ? html`<button type="button" class="button bare phone-settings" aria-label="This phone’s settings" @click=${onSettings}>
                  ${settingsIcon()}
                </button>`
              : nothing
          }
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

/** Stands for what is on its way; it becomes visible only if that takes longer than 300 ms. */
export function waitingScreen(): Screen {
  return {
    title: 'Your phone',
    body: () => html`
      <h1 class="visually-hidden" tabindex="-1">Your phone</h1>
      <p class="visually-hidden" role="status">Asking Nod about this phone.</p>
      <div class="phone-skeleton late" aria-hidden="true"><span class="phone-held phone-held-title"></span><span class="phone-held"></span></div>
    `,
  };
}
