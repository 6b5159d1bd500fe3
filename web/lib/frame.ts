import { html, nothing, type View } from './html.ts';
import { messages } from './messages.ts';

/** What is around every page, in which the script finds its parts by their ids. */
export const frame = (
  header: View = nothing,
  main: View = nothing,
  footer: View = nothing,
): View => html`<a class="skip" href="#main">${messages.layout.skip}</a>
  <header id="header" class="header">${header}</header>
  <main id="main" class="main" tabindex="-1">${main}</main>
  <footer id="footer" class="footer for-strangers">${footer}</footer>
  <div id="dialogs"></div>
  <div id="quiet-bar" role="status"></div>
  <div id="live" class="visually-hidden" role="status" aria-live="polite"></div>
  <div id="lock-overlay" aria-live="assertive"></div>`;
