/** Opens what is around a page (`around.ts`), with what is fetched only by whoever uses it. */
import { type Layout, openAround } from './around.ts';
import type { View } from './html.ts';
import { listenForKeys } from './keys.ts';

export type { Layout };

/** Builds the document's frame and renders `view` into its main part. */
export function openLayout(view: () => View): Layout {
  const layout = openAround(view, async () => (await import('./language-choice.ts')).languageSwitch);
  listenForKeys(layout);
  return layout;
}
