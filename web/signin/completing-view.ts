import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

type Options = {
  /** What has let the person in. */
  said: string;
  /** Why it is not completed yet, where it did not work. */
  error: string | undefined;
  onRetry(): void;
  onStartAgain(): void;
};

/** Stands between the yes and being signed in, and says so if that fails. */
export function completingView({ said, error, onRetry, onStartAgain }: Options): View {
  if (error === undefined) {
    return html`<section class="card">
      <h1 id="completing-title" tabindex="-1">${messages.signin.signingIn}</h1>
      <p class="muted">${said}</p>
    </section>`;
  }
  return html`<section class="card">
    <h1 id="completing-title" tabindex="-1">${messages.signin.notYet}</h1>
    <p>${said}</p>
    <p class="error">${error}</p>
    <div class="actions">
      <button class="button" type="button" @click=${onRetry}>${messages.common.tryAgain}</button>
      <button class="button quiet" type="button" @click=${onStartAgain}>${messages.signin.startAgain}</button>
    </div>
  </section>`;
}
