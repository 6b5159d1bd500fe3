import { html, type View } from '../lib/html.ts';

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
      <h1 id="completing-title" tabindex="-1">Signing you in</h1>
      <p class="muted">${said}</p>
    </section>`;
  }
  return html`<section class="card">
    <h1 id="completing-title" tabindex="-1">Not signed in yet</h1>
    <p>${said}</p>
    <p class="error">${error}</p>
    <div class="actions">
      <button class="button" type="button" @click=${onRetry}>Try again</button>
      <button class="button quiet" type="button" @click=${onStartAgain}>Start again</button>
    </div>
  </section>`;
}
