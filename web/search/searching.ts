/** Posts that are found, as a timeline asks for them: the search page's, and those of a tag. */

import type { List, PostResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { dayView } from '../lib/day-view.ts';
import { emptyView } from '../lib/empty-view.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { language, messages } from '../lib/messages.ts';
import type { From } from '../posts/timeline.ts';

/** A call looks at so many posts only; so many calls are made before a page says that it has found nothing so far. */
const MOST_CALLS = 5;

export type Searching = {
  ask(from: From): Promise<List<PostResponse>>;
  /** How far back it has looked, where that is not all the way. */
  reach(): View;
  /** What is said while nothing is found: `none` if all was looked at, and else how far that was. @param further looks on */
  empty(none: View, further: () => void): View;
};

export function searching(query: string): Searching {
  let lookedBackTo: string | null = null;
  /** Where the next look begins, while nothing is found. */
  let further: string | undefined;

  async function ask({ cursor, after, limit }: From): Promise<List<PostResponse>> {
    for (let next = cursor ?? further, calls = 1; ; calls++) {
      const page = await call('search', {
        query: { q: query, cursor: after === undefined ? next : undefined, limit, language },
      });
      if (after !== undefined) return { items: page.items.filter(({ id }) => id > after), next: null };
      lookedBackTo = page.lookedBackTo;
      if (page.items.length > 0 || page.next === null) return page;
      next = page.next;
      if (calls < MOST_CALLS) continue;
      if (cursor === undefined) further = next;
      return page;
    }
  }

  const lookedBack = (): View =>
    lookedBackTo === null ? nothing : html`${messages.search.lookedBackTo(dayView(lookedBackTo))}`;

  return {
    ask,
    reach: () =>
      lookedBackTo === null ? nothing : html`<p class="muted small search-reach">${lookedBack()}</p>`,
    empty: (none, lookFurther) =>
      lookedBackTo === null
        ? none
        : emptyView(
            messages.search.nothingSoFar,
            html`${lookedBack()}
              <button class="link" type="button" @click=${lookFurther}>${messages.search.lookFurther}</button>`,
          ),
  };
}
