import { html, type View } from '../lib/html.ts';

type Options = {
  username: string;
  /** The name of the phone that said yes. */
  device: string;
  onYes(): void;
  onNo(): void;
};

/** Whoever saw the code could scan it, so the person here says whose phone it was (design §5). */
export function confirmingView({ username, device, onYes, onNo }: Options): View {
  return html`<section class="card" aria-labelledby="confirm-title">
    <h1 id="confirm-title" tabindex="-1">Is this your phone?</h1>
    <p class="device-name">${device}</p>
    <p class="muted">It was just added to @${username}, and will let you in from now on.</p>
    <div class="actions">
      <button class="button" type="button" @click=${onYes}>Yes, sign me in</button>
      <button class="button quiet" type="button" @click=${onNo}>No, stop</button>
    </div>
  </section>`;
}
