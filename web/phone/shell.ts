import { keyed } from 'lit-html/directives/keyed.js';
import { html, nothing, type View } from '../lib/html.ts';
import { settingsIcon } from '../lib/icons.ts';
import { messages } from '../lib/messages.ts';
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
        <p class="phone-offline" role="status">${isUnreachable ? messages.phone.offline : nothing}</p>
        ${notice === undefined ? nothing : html`<p class="phone-notice">${notice}</p>`}
        <div class="phone-bar">
          <span class="logo"><span class="dot" aria-hidden="true"></span><span translate="no">nod</span></span>
          ${username === undefined ? nothing : html`<span class="phone-owner" translate="no">@${username}</span>`}
          ${
            screen.hasSettings
              ? html`<button type="button" class="button bare phone-settings" aria-label=${messages.phone.settings} @click=${onSettings}>
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
    title: messages.phone.title,
    body: () => html`
      <h1 class="visually-hidden" tabindex="-1">${messages.phone.title}</h1>
      <p class="visually-hidden" role="status">${messages.phone.looking}</p>
      <div class="phone-skeleton late" aria-hidden="true"><span class="phone-held phone-held-title"></span><span class="phone-held"></span></div>
    `,
  };
}
