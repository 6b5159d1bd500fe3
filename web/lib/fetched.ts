/**
 * Something that a page asks the API for and shows: a skeleton until it comes, the reason if it fails, else the
 * thing.
 */
import { ApiError } from './api.ts';
import { errorSentence } from './error-sentence.ts';
import type { View } from './html.ts';
import type { Layout } from './layout.ts';
import { failedView, skeletonList } from './skeleton.ts';

export type Fetched<T> = {
  /** `undefined` until the first answer. */
  value: T | undefined;
  /** Asks the API; an earlier answer stays on the page until the new one. */
  load(): Promise<void>;
  view(show: (value: T) => View): View;
};

type Options<T> = {
  ask(): Promise<T>;
  /** The sentence that is shown if it does not come, above the reason. */
  failed: string;
  /** For how many rows the skeleton holds the place. */
  rows: number;
  /** What the document has brought. */
  given?: T | undefined;
};

/** Nothing is asked for until `load`, which may be repeated. */
export function fetched<T>(layout: Layout, { ask, failed, rows, given }: Options<T>): Fetched<T> {
  let error: string | undefined;

  const it: Fetched<T> = {
    value: given,
    async load() {
      error = undefined;
      layout.update();
      try {
        it.value = await ask();
      } catch (thrown) {
        error = errorSentence(thrown);
      }
      layout.update();
    },
    view(show) {
      if (it.value !== undefined) return show(it.value);
      return error === undefined ? skeletonList(rows) : failedView(failed, error, () => void it.load());
    },
  };
  return it;
}

/** Turns the API's `not_found` into an answer; every other error stays one. */
export function noneIfNotFound(error: unknown): 'none' {
  if (error instanceof ApiError && error.code === 'not_found') return 'none';
  throw error;
}
