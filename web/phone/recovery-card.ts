/** A recovery of the account that has begun, on a phone that it would remove: who it is, and the way to stop it. */
import type { RecoveryResponse } from '../../shared/responses.ts';
import { type Action, action } from '../lib/action.ts';
import { browserName } from '../lib/browser-name.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { placeWords } from '../lib/place.ts';
import { clockTime, exactTime } from '../lib/time.ts';
import { isDeclined } from './authenticator.ts';
import { type RequestEnded, requestEndedBy } from './errors.ts';
import { stopRecovery, waitingRecoveries } from './phone-api.ts';
import { askedAgo } from './requests.ts';
import type { PhoneContext } from './screen.ts';

export const RECOVERY_TITLE = 'recovery-title';

export const STOPPED: RequestEnded = {
  title: 'The recovery is stopped',
  text: 'Nobody was let in. Somebody else has had your recovery code, so it is void. Make a new one now: in a browser that is signed in, under “Account”.',
};

/** There is nothing to stop, or not any more. */
export const NONE_WAITS: RequestEnded = {
  title: 'No recovery is waiting',
  text: 'It was stopped, has ended, or is done: the activity of your account says which.',
};

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
        ${newest === undefined ? nothing : 'Somebody is recovering your account.'}
      </p>
      ${newest === undefined ? nothing : this.#alarm(newest)}
    `;
  }

  #alarm(newest: RecoveryResponse): View {
    const { isBusy, error } = this.#stopping;
    return html`
      <section class="card recovery-alarm" aria-labelledby=${RECOVERY_TITLE}>
        <h2 id=${RECOVERY_TITLE} tabindex="-1">Somebody is recovering your account</h2>
        <ul>
          ${this.#items.map(askerLine)}
        </ul>
        <p>
          Your recovery code was given there. Until
          <time datetime=${newest.expiresAt} title=${exactTime(new Date(newest.expiresAt))}
            >${clockTime(new Date(newest.expiresAt))}</time
          >
          another phone can take the place of this one. If it is you, go on there. Stopping it voids the code, too.
        </p>
        <p class="problem" role="alert">${error ?? nothing}</p>
        <button
          type="button"
          class="button wide danger"
          aria-disabled=${isBusy ? 'true' : 'false'}
          @click=${() => this.#stop(newest)}
        >
          ${isBusy ? 'Waiting for your fingerprint' : 'Stop it'}
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
    if (isDeclined(error))
      return 'Your phone did not confirm, so it goes on. Stop it again when you are ready.';
    if (requestEndedBy(error) !== undefined) return void this.#options.onOver(NONE_WAITS);
    return this.#context.sentenceOf(error);
  }
}

function askerLine(recovery: RecoveryResponse): View {
  const { ip, startedAt } = recovery;
  return html`<li><strong>${browserName(recovery)}</strong> · ${placeWords(recovery) ?? ip} · ${askedAgo(startedAt)}</li>`;
}
