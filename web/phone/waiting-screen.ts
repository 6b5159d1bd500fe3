import { html } from '../lib/html.ts';
import type { Screen } from './screen.ts';

/** Stands for what is on its way; it becomes visible only if that takes longer than 300 ms (look.md). */
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
