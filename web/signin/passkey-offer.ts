/**
 * Signing in with a passkey that this computer has, beside the way by phone: from the list that the browser shows at
 * the field of the name (conditional UI, WebAuthn Level 3 §5.1.4), or by a button.
 */
import type { RequestBody } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { isTouched } from '../lib/this-phone.ts';
import type { Offer } from './sign-in-flow.ts';

/** Younger than the five minutes that a challenge lives. */
const OPTIONS_LAST_MS = 4 * 60_000;

export type PasskeyOffer = Offer & { view(): View };

/** Shows and asks nothing in a browser that has no passkeys. */
export function passkeyOffer(): PasskeyOffer {
  let stand: Parameters<Offer['begin']>[0] | undefined;
  let attempt = new AbortController();
  const asking = action(() => stand?.onChange(), sentenceOf);
  /** The library, once it has been fetched. */
  let passkeys: typeof import('./passkey.ts') | undefined;

  /** Cancels the attempt before, and answers with the signal of the new one. */
  function anew(): AbortSignal {
    withdraw();
    attempt = new AbortController();
    return attempt.signal;
  }

  function withdraw(): void {
    attempt.abort();
    passkeys?.WebAuthnAbortService.cancelCeremony();
  }

  /** Waits for somebody to choose from the browser's list. */
  async function listen(): Promise<void> {
    if (!(await hasList()) || stand === undefined) return;
    const signal = anew();
    const timer = setTimeout(() => stand !== undefined && whenVisible(listen), OPTIONS_LAST_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
    // Nobody has asked for anything yet, so there is nothing to say when it fails.
    const assertion = await signed(signal, { isList: true }).catch(() => undefined);
    if (assertion !== undefined && !signal.aborted) await answer(assertion).catch(refuse);
  }

  async function ask(): Promise<void> {
    if (asking.isBusy) return;
    const signal = anew();
    const isDone = await asking.run(async () => {
      try {
        const assertion = await signed(signal, { isList: false });
        if (!signal.aborted) await answer(assertion);
      } catch (thrown) {
        // What was withdrawn is no failure.
        if (!signal.aborted) throw thrown;
      }
    });
    if (!isDone) listenAgain();
  }

  async function signed(signal: AbortSignal, { isList }: { isList: boolean }) {
    passkeys ??= await lazyImport(() => import('./passkey.ts'));
    const { publicKey: optionsJSON } = await call('passkey-options', { signal });
    return passkeys.startAuthentication({ optionsJSON, useBrowserAutofill: isList });
  }

  async function answer(assertion: RequestBody<'passkey-answer'>['assertion']): Promise<void> {
    await call('passkey-answer', { body: { assertion } });
    stand?.onApproved();
  }

  function refuse(thrown: unknown): void {
    asking.refuse(sentenceOf(thrown));
    listenAgain();
  }

  function listenAgain(): void {
    if (stand !== undefined) void listen();
  }

  return {
    begin(next) {
      stand = next;
      void listen();
    },
    end() {
      stand = undefined;
      withdraw();
    },
    view() {
      if (!hasPasskeys()) return nothing;
      const { isBusy, error } = asking;
      return html`<button
          class="button quiet wide"
          type="button"
          aria-disabled=${isBusy}
          aria-describedby=${error === undefined ? nothing : 'passkey-error'}
          @click=${() => void ask()}
        >
          ${messages.signin.usePasskey[isTouched() ? 'phone' : 'computer']}
        </button>
        ${error === undefined ? nothing : html`<p class="error" id="passkey-error" role="alert">${error}</p>`}`;
    },
  };
}

const hasPasskeys = (): boolean => 'PublicKeyCredential' in window;

/** Whether the browser lists passkeys at a field. */
async function hasList(): Promise<boolean> {
  return hasPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
}

function sentenceOf(thrown: unknown): string {
  if (thrown instanceof ApiError || thrown instanceof Unreachable) return errorSentence(thrown);
  // Closed, run out, or no passkey there: browsers do not tell which (WebAuthn Level 3 §14.5).
  return messages.signin.noPasskey;
}

function whenVisible(work: () => Promise<void>): void {
  if (document.visibilityState === 'visible') void work();
  else document.addEventListener('visibilitychange', () => whenVisible(work), { once: true });
}
