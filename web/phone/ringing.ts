/**
 * Whether this phone rings when a known browser asks to sign in, by Web Push. The page works without it, too: what
 * waits is shown while it is open.
 */
import { bufferToBase64URLString } from '@simplewebauthn/browser';
import { type Action, action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { language, messages } from '../lib/messages.ts';
import { subscriptionBody } from '../lib/push-subscription.ts';
import { failureSentence } from './errors.ts';
import { activeWorker } from './worker.ts';

export type RingingState =
  /** Not asked yet. */
  | 'unknown'
  | 'on'
  | 'off'
  /** The person has told the browser not to let this site notify. */
  | 'blocked'
  /** iOS and iPadOS ring only for pages on the home screen. */
  | 'after installing'
  /** This browser has no push, or a private window none. */
  | 'not here';

export class Ringing {
  state: RingingState = 'unknown';
  readonly redraw: () => void;
  /** Turning it on or off. */
  readonly change: Action;
  #key = '';
  #looking: Promise<unknown> | undefined;

  constructor(redraw: () => void) {
    this.redraw = redraw;
    this.change = action(redraw, sentenceOf);
  }

  /**
   * Asks Nod and this browser. A subscription that the browser has lost is made again, since it was wanted; and the phone
   * is told things in the language of its page from here on.
   */
  async look(): Promise<void> {
    const looked = this.#stateNow();
    this.#looking = looked.catch(() => {});
    this.state = await looked;
    this.redraw();
  }

  /** What was found out was about another account. */
  forget(): void {
    this.state = 'unknown';
    this.change.reset();
  }

  async #stateNow(): Promise<RingingState> {
    if (!('PushManager' in globalThis) || !('Notification' in globalThis)) {
      return 'standalone' in navigator && navigator.standalone === false ? 'after installing' : 'not here';
    }
    const { publicKey, subscribed } = await call('push-key');
    this.#key = publicKey;
    if (Notification.permission === 'denied') return 'blocked';
    if (!subscribed || Notification.permission !== 'granted') return 'off';
    try {
      await this.#subscribe();
      return 'on';
    } catch (error) {
      console.info('This phone cannot be rung now.', error);
      return 'off';
    }
  }

  /** Asks the person, which browsers allow only right after a tap. */
  turnOn(): Promise<boolean> {
    return this.change.run(async () => {
      const permission = await Notification.requestPermission();
      if (permission === 'granted') await this.#subscribe();
      this.state = permission === 'granted' ? 'on' : permission === 'denied' ? 'blocked' : 'off';
    });
  }

  turnOff(): Promise<boolean> {
    return this.change.run(async () => {
      // What is being looked at may subscribe once more, which a no must come after.
      await this.#looking;
      await call('push-unsubscribe');
      const { pushManager } = await activeWorker();
      await (await pushManager.getSubscription())?.unsubscribe();
      this.state = 'off';
    });
  }

  async #subscribe(): Promise<void> {
    const { pushManager } = await activeWorker();
    const before = await pushManager.getSubscription();
    // It was made for another key, so Nod could not send to it.
    if (before !== null && keyOf(before) !== this.#key) await before.unsubscribe();
    const options = { userVisibleOnly: true, applicationServerKey: this.#key };
    const subscription = subscriptionBody(await pushManager.subscribe(options));
    await call('push-subscribe', { body: { ...subscription, language } });
  }
}

function sentenceOf(error: unknown): string {
  return isWithoutPushService(error) ? messages.phoneSettings.noPush : failureSentence(error);
}

/** What the push manager throws when it cannot reach its service (Push API §8.1). */
function isWithoutPushService(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    /^(AbortError|NetworkError|NotAllowedError|TimeoutError)$/.test(error.name)
  );
}

/** The key of ours that a subscription was made for, base64url. */
function keyOf({ options }: PushSubscription): string {
  return bufferToBase64URLString(options.applicationServerKey ?? new ArrayBuffer());
}
