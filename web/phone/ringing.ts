/**
 * Whether this phone rings when a known browser asks to sign in, by Web Push. The page works without it, too: what
 * waits is shown while it is open.
 */
import { call } from '../lib/api.ts';
import { subscriptionBody } from '../lib/push-subscription.ts';
import { troubleSentence } from './trouble.ts';
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
  isBusy = false;
  /** Why the last change did not take place. */
  problem: string | undefined;
  #key = '';
  readonly redraw: () => void;

  constructor(redraw: () => void) {
    this.redraw = redraw;
  }

  /** Asks Nod and this browser. A subscription that the browser has lost is made again, since it was wanted. */
  async look(): Promise<void> {
    this.state = await this.#stateNow();
    this.redraw();
  }

  /** What was found out was about another account. */
  forget(): void {
    this.state = 'unknown';
    this.problem = undefined;
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
  turnOn = (): Promise<void> =>
    this.#changing(async () => {
      const permission = await Notification.requestPermission();
      if (permission !== 'granted') return permission === 'denied' ? 'blocked' : 'off';
      await this.#subscribe();
      return 'on';
    });

  turnOff = (): Promise<void> =>
    this.#changing(async () => {
      await call('push-unsubscribe');
      const { pushManager } = await activeWorker();
      await (await pushManager.getSubscription())?.unsubscribe();
      return 'off';
    });

  async #subscribe(): Promise<void> {
    const { pushManager } = await activeWorker();
    const before = await pushManager.getSubscription();
    // It was made for another key, so Nod could not send to it.
    if (before !== null && keyOf(before) !== this.#key) await before.unsubscribe();
    const options = { userVisibleOnly: true, applicationServerKey: this.#key };
    await call('push-subscribe', { body: subscriptionBody(await pushManager.subscribe(options)) });
  }

  async #changing(change: () => Promise<RingingState>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = undefined;
    this.redraw();
    try {
      this.state = await change();
    } catch (error) {
      this.problem = isWithoutPushService(error)
        ? 'This browser’s push service does not answer. Try again later; this page shows who asks while it is open.'
        : troubleSentence(error);
    } finally {
      this.isBusy = false;
      this.redraw();
    }
  }
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
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer());
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
