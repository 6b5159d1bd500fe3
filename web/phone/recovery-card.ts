/** A recovery of the account that has begun, on a phone that it would remove: who it is, and the way to stop it. */
import type { RecoveryResponse } from '../../shared/responses.ts';
import { type Action, action } from '../lib/action.ts';
import { browserName } from '../lib/browser-name.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { placeWords } from '../lib/place.ts';
import { clockTime, exactTime } from '../lib/time.ts';
import { isDeclined } from './authenticator.ts';
import { type RequestEnded, requestEndedBy } from './errors.ts';
import { stopRecovery, waitingRecoveries } from './phone-api.ts';
import { askedAgo } from './requests.ts';
import type { PhoneContext } from './screen.ts';

export const RECOVERY_TITLE = 'recovery-title';

type Options = {
  onStopped(): void;
  /** It was over before it could be stopped. */
  onOver(over: RequestEnded): void;
};

export class RecoveryCard {
  /** Newest first. All of them have one code, and so one no ends them all. */
  #items: readonly RecoveryResponse[];
  readonly #context: PhoneContext;
  readonly #options: Options;
  readonly #stopping: Action;

  constructor(context: PhoneContext, options: Options, items: readonly RecoveryResponse[] = []) {
    this.#context = context;
    this.#options = options;
    this.#items = items;
    this.#stopping = action(context.redraw, (error) => this.#refused(error));
  }

  async refresh(): Promise<void> {
    const items = await waitingRecoveries();
    if (this.#stopping.isBusy) return;
    this.#items = items;
    this.#context.redraw();
  }

  template(): View {
    const [newest] = this.#items;
    return html`
      <p class="visually-hidden" role="status">
        ${newest === undefined ? nothing : messages.phone.recoveryNews}
      </p>
      ${newest === undefined ? nothing : this.#alarm(newest)}
    `;
  }

  #alarm(newest: RecoveryResponse): View {
    const { isBusy, error } = this.#stopping;
    const until = new Date(newest.expiresAt);
    const untilView = html`<time datetime=${newest.expiresAt} title=${exactTime(until)}>${clockTime(until)}</time>`;
    return html`
      <section class="card recovery-alarm" aria-labelledby=${RECOVERY_TITLE}>
        <h2 id=${RECOVERY_TITLE} tabindex="-1">${messages.phone.recovery}</h2>
        <ul>
          ${this.#items.map(askerLine)}
        </ul>
        <p>${messages.phone.recoveryUntil(untilView)}</p>
        <p class="problem" role="alert">${error ?? nothing}</p>
        <button
          type="button"
          class="button wide danger"
          aria-disabled=${isBusy ? 'true' : 'false'}
          @click=${() => this.#stop(newest)}
        >
          ${isBusy ? messages.phone.waitingFor.phone : messages.phone.stop}
        </button>
      </section>
    `;
  }

  #stop({ sessionId }: RecoveryResponse): void {
    void this.#stopping.run(async () => {
      await stopRecovery(sessionId, this.#context.authenticator);
      this.#options.onStopped();
    });
  }

  #refused(error: unknown): string | undefined {
    if (isDeclined(error)) return messages.phone.unstopped;
    if (requestEndedBy(error) !== undefined) return void this.#options.onOver('recovery');
    return this.#context.sentenceOf(error);
  }
}

function askerLine(recovery: RecoveryResponse): View {
  const { ip, startedAt } = recovery;
  return html`<li><strong>${browserName(recovery)}</strong> · ${placeWords(recovery) ?? ip} · ${askedAgo(startedAt)}</li>`;
}
