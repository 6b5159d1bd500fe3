/** Whom one could follow: who has written what everybody sees. Fetched for whoever follows nobody yet. */
import type { PostResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { rememberedPerson } from '../lib/viewer.ts';
import { followButtons } from './follow-buttons.ts';
import { peopleList } from './people-view.ts';

/** So many that the posts below them are still in sight. */
const MOST = 3;

/** They stay the same while posts come, so that nobody presses beside a button. */
export function suggestedPeople(
  layout: Pick<Layout, 'update' | 'announce'>,
  posts: readonly PostResponse[],
): () => View {
  const buttons = followButtons(layout);
  const authors = new Map(posts.map(({ author }) => [author.username, { ...author, follows: false }]));
  authors.delete(rememberedPerson()?.username ?? '');
  const people = [...authors.values()].slice(0, MOST);
  return () =>
    people.length === 0
      ? nothing
      : html`<section class="suggested" aria-labelledby="suggested-title">
          <h2 class="small" id="suggested-title">${messages.people.suggested}</h2>
          ${peopleList(people, buttons)}
        </section>`;
}
