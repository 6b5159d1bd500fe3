/**
 * What a button does: at most once at a time, busy until it is done, and with a sentence for the person where it fails.
 * A list whose rows do the same has one action, which knows about which row it is.
 */
import { errorSentence } from './error-sentence.ts';

export type Action = {
  readonly isBusy: boolean;
  /** Why the last attempt failed, until the next one. */
  readonly error: string | undefined;
  isBusyWith(row: string): boolean;
  /** The same for one row of a list. */
  errorOf(row: string): string | undefined;
  /** Does `work`, unless some is under way. @returns whether it was done */
  run(work: () => Promise<void>, row?: string): Promise<boolean>;
  /** Says why it cannot be done, without an attempt. */
  refuse(sentence: string): void;
  /** Takes back what was said of the last attempt. */
  reset(): void;
};

/**
 * @param redraw shows what has changed; called when the work begins and when it ends
 * @param sentenceOf what to tell the person of an error; `undefined` if there is nothing to tell
 */
export function action(
  redraw: () => void,
  sentenceOf: (error: unknown) => string | undefined = errorSentence,
): Action {
  let busy = false;
  let about: string | undefined;
  let error: string | undefined;

  function say(sentence: string | undefined): void {
    error = sentence;
    redraw();
  }

  return {
    get isBusy() {
      return busy;
    },
    get error() {
      return error;
    },
    isBusyWith: (row) => busy && about === row,
    errorOf: (row) => (about === row ? error : undefined),
    refuse: say,
    reset: () => say(undefined),
    async run(work, row) {
      if (busy) return false;
      busy = true;
      about = row;
      say(undefined);
      try {
        await work();
        return true;
      } catch (thrown) {
        error = sentenceOf(thrown);
        return false;
      } finally {
        busy = false;
        redraw();
      }
    },
  };
}
