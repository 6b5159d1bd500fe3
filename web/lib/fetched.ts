/** Something that a page asks the API for and shows: on its way, not to be had, or there. */
import { ApiError } from './api.ts';
import { errorSentence } from './error-sentence.ts';
import type { View } from './html.ts';
import type { Layout } from './layout.ts';
import { failedView, skeletonList } from './skeleton.ts';

export type Fetched<T> = {
  /** `undefined` until the first answer. */
  value: T | undefined;
  /** Asks; what is there stays until the answer. */
  load(): Promise<void>;
  view(show: (value: T) => View): View;
};

type Options<T> = {
  ask(): Promise<T>;
  /** The sentence over the reason why it did not come. */
  failed: string;
  /** For how many rows the skeleton holds the place. */
  rows: number;
};

/** Nothing is asked for until `load`, which may be repeated. */
export function fetched<T>(layout: Layout, { ask, failed, rows }: Options<T>): Fetched<T> {
  let error: string | undefined;

  const it: Fetched<T> = {
    value: undefined,
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

/** Takes the API's word that there is no such thing for an answer. */
export function noneIfNotFound(error: unknown): 'none' {
  if (error instanceof ApiError && error.code === 'not_found') return 'none';
  throw error;
}
