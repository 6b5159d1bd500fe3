/**
 * What only a fresh session may do (DESIGN.md §6.10): the API says so, the phone is asked again over the page, or a
 * provider where there is no phone, and then the action is repeated by itself. One way for all such actions.
 */
import type { SocialProviderResponse } from '../../shared/responses.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import { ApiError } from '../lib/api.ts';
import type { Layout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { tabStore } from '../lib/storage.ts';
import type { Watch } from '../lib/watch.ts';
import { isCompleted } from './completion.ts';

/** An act as it is remembered on the way to a page in this very tab and back: the phone's, or a provider's. */
export type Intent = { act: Act; argument?: string };

export type StepUp = {
  /**
   * Does `work`, after the phone was asked for this act where that is needed.
   * @param intent `name` is what the question names: the phone to remove, the browser to end
   * @returns `undefined` if the person has thought better of it
   */
  run<T>(intent: Intent & { name?: string }, work: () => Promise<T>): Promise<T | undefined>;
  /** What to do again when the person comes back from there with a yes. */
  onReturn(act: Act, again: (argument: string) => void): void;
  /** Does what the person left the page with, if they came back with a yes. */
  goOn(): void;
};

type Options = {
  username(): string;
  watch: Pick<Watch, 'during'>;
  /** What is asked in the phone's place, where somebody has none; known once it is known what they have. */
  provider(): Promise<SocialProviderResponse | undefined>;
};

export function openStepUp(layout: Layout, { username, watch, provider }: Options): StepUp {
  const acts = new Map<Act, (argument: string) => void>();
  /** Whether the person has just come back with a yes: a provider's may not have been one of here and now. */
  let hasReturned = false;

  return {
    async run({ name = '', ...intent }, work) {
      const isInVain = hasReturned;
      hasReturned = false;
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 'reauth_required')) throw error;
      }
      const onLeave = ({ id }: { id: string }) => keep({ ...intent, waitingId: id, username: username() });
      return (await ask({ act: intent.act, name, isInVain, onLeave })) ? work() : undefined;
    },
    onReturn: (act, again) => void acts.set(act, again),
    goOn() {
      const kept = take();
      // At a provider, somebody may have come back as somebody else.
      const isYes = kept !== undefined && isCompleted(kept.waitingId) && kept.username === username();
      hasReturned = isYes;
      if (isYes) acts.get(kept.act)?.(kept.argument ?? '');
    },
  };

  /** The dialogs are fetched when they are needed: most visits ask for nothing of the kind. */
  async function ask({ act, name, isInVain, onLeave }: Question): Promise<boolean> {
    const instead = await provider();
    if (instead === undefined) {
      const { stepUpByPhone: askPhoneAgain } = await lazyImport(() => import('./step-up-dialog.ts'));
      return askPhoneAgain(layout, { username: username(), act, name, during: watch.during, onLeave });
    }
    const { stepUpByProvider: askProviderAgain } = await lazyImport(
      () => import('../social/provider-dialog.ts'),
    );
    return askProviderAgain(layout, { provider: instead, act, name, isInVain, onLeave });
  }
}

type Question = { act: Act; name: string; isInVain: boolean; onLeave(approved: { id: string }): void };

const KEY = 'nod.intent';

type Kept = Intent & { waitingId: string; username: string };

function keep(kept: Kept): void {
  tabStore.write(KEY, JSON.stringify(kept));
}

function take(): Kept | undefined {
  const kept = tabStore.readJson(KEY) as Kept | null | undefined;
  tabStore.remove(KEY);
  return kept ?? undefined;
}
