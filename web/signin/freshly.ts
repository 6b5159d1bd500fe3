/**
 * What only a fresh session may do (design §6.10): the API says so, the phone is asked again over the page, and
 * then the action is repeated by itself. One way for all such actions.
 */
import { ApiError } from '../lib/api.ts';
import { later } from '../lib/later.ts';
import type { Layout } from '../lib/layout.ts';
import type { Watch } from '../lib/watch.ts';
import { isCompleted } from './completion.ts';

/** An action as it is remembered on the way to the phone page and back, which on a phone is the same tab. */
export type Intent = { action: string; argument?: string };

export type Freshly = {
  /**
   * Does `work`, after the phone was asked again where that is needed.
   * @returns `undefined` if the person has thought better of it
   */
  run<T>(intent: Intent & { to: string }, work: () => Promise<T>): Promise<T | undefined>;
  /** What to do again when the person comes back from the phone page with a yes. */
  onReturn(action: string, again: (argument: string) => void): void;
  /** Does what the person left for the phone page with, if the phone said yes. */
  goOn(): void;
};

type Options = { username(): string; watch: Pick<Watch, 'during'> };

export function freshly(layout: Layout, { username, watch }: Options): Freshly {
  const actions = new Map<string, (argument: string) => void>();

  return {
    async run({ to, ...intent }, work) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 'not_fresh')) throw error;
      }
      // Fetched when it is needed: most visits ask for nothing of the kind.
      const { askPhoneAgain } = await later(() => import('./fresh-dialog.ts'));
      const isFresh = await askPhoneAgain(layout, {
        username: username(),
        to,
        during: watch.during,
        onLeave: ({ id }) => keep({ ...intent, waitingId: id }),
      });
      return isFresh ? work() : undefined;
    },
    onReturn: (action, again) => void actions.set(action, again),
    goOn() {
      const kept = take();
      if (kept !== undefined && isCompleted(kept.waitingId)) actions.get(kept.action)?.(kept.argument ?? '');
    },
  };
}

const KEY = 'nod.intent';

type Kept = Intent & { waitingId: string };

function keep(kept: Kept): void {
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

function take(): Kept | undefined {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
  sessionStorage.removeItem(KEY);
  return kept ?? undefined;
}
