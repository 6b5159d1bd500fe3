/**
 * Signing in with a passkey that this computer has, beside the way by phone: from the list that the browser shows at
 * the field of the name (conditional UI, WebAuthn Level 3 §5.1.4), or by a button.
 */
import type { RequestBody } from '../../shared/responses.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { later } from '../lib/later.ts';
import { isTouched } from './this-phone.ts';
import { isAnyTabWaiting } from './waiting.ts';
import type { Offer } from './way-in.ts';

/** Younger than the five minutes that a challenge lives. */
const OPTIONS_LAST_MS = 4 * 60_000;

export type PasskeyOffer = Offer & {
  /** Takes back what is being asked for: its answer would take the sign-in cookie from whoever leaves with it. */
  withdraw(): void;
  view(): View;
};

/** Nothing of it is there in a browser that has no passkeys. */
export function passkeyOffer(): PasskeyOffer {
  let stand: Parameters<Offer['begin']>[0] | undefined;
  let attempt = new AbortController();
  let isAsking = false;
  let error: string | undefined;
  /** Fetched when it is needed. */
  let passkeys: typeof import('./passkey.ts') | undefined;

  /** What the browser was asked before is withdrawn; only the newest attempt is listened to. */
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
    // Asking takes the sign-in cookie, which may belong to another tab that waits for a phone.
    if (isAnyTabWaiting() || !(await hasList()) || stand === undefined) return;
    const signal = anew();
    const timer = setTimeout(() => stand !== undefined && whenVisible(listen), OPTIONS_LAST_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
    // Nobody has asked for anything yet, so there is nothing to say when it fails.
    const assertion = await signed(signal, { isList: true }).catch(() => undefined);
    if (assertion !== undefined && !signal.aborted) await answer(assertion).catch(refuse);
  }

  async function ask(): Promise<void> {
    if (isAsking) return;
    const signal = anew();
    isAsking = true;
    error = undefined;
    stand?.onChange();
    try {
      const assertion = await signed(signal, { isList: false });
      if (!signal.aborted) await answer(assertion);
    } catch (thrown) {
      if (!signal.aborted) refuse(thrown);
    } finally {
      isAsking = false;
      stand?.onChange();
    }
  }

  async function signed(signal: AbortSignal, { isList }: { isList: boolean }) {
    passkeys ??= await later(() => import('./passkey.ts'));
    const { publicKey: optionsJSON } = await call('passkey-options', { signal });
    return passkeys.startAuthentication({ optionsJSON, useBrowserAutofill: isList });
  }

  async function answer(assertion: RequestBody<'passkey-answer'>['assertion']): Promise<void> {
    await call('passkey-answer', { body: { assertion } });
    stand?.onLetIn();
  }

  function refuse(thrown: unknown): void {
    error = sentenceOf(thrown);
    stand?.onChange();
    if (stand !== undefined) void listen();
  }

  return {
    withdraw,
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
      return html`<button
          class="button quiet wide"
          type="button"
          aria-disabled=${isAsking}
          aria-describedby=${error === undefined ? nothing : 'passkey-error'}
          @click=${() => void ask()}
        >
          Use a passkey on this ${isTouched() ? 'phone' : 'computer'}
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
  return 'No passkey was used. Try again, or ask your phone.';
}

function whenVisible(work: () => Promise<void>): void {
  if (document.visibilityState === 'visible') void work();
  else document.addEventListener('visibilitychange', () => whenVisible(work), { once: true });
}
