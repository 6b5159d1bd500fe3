import { html, nothing } from '../lib/html.ts';
import type { Phone } from './phone.ts';
import type { Screen } from './screen.ts';

/** What this page is, on a phone that is nobody's key yet. */
export function welcomeScreen(phone: Phone, news?: string): Screen {
  return {
    title: 'Your phone',
    body: () => html`
      <h1 tabindex="-1">Your phone is the key</h1>
      ${news === undefined ? nothing : html`<p class="news">${news}</p>`}
      <p class="lead">
        Nod has no passwords. When you sign in somewhere, this page shows who is asking, and your fingerprint or
        your face says yes. This phone is not set up for it yet.
      </p>
      <ol class="steps">
        <li>Register in a browser: choose a name there.</li>
        <li>Scan the code that it shows with this phone.</li>
        <li>Confirm with your fingerprint. That is all.</li>
      </ol>
      <p class="phone-foot"><a href="/">Nod in this browser</a></p>
    `,
    actions: () => html`
      <a class="button wide" href="/register">Register</a>
      <button type="button" class="button wide quiet" @click=${() => phone.scan()}>Scan the code</button>
    `,
  };
}
