/** What the home page shows, drawn by its script and in its document alike. */
import { emptyView } from '../lib/empty-view.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import type { Person } from '../lib/viewer.ts';

/**
 * What stands above the posts: where to write, or what Nod is. `below`: the posts, or what holds their place; `nothing`
 * until it is known what stands above.
 */
export function homeView({
  above,
  isWriting,
  below,
}: {
  above: View;
  isWriting: boolean;
  below: View;
}): View {
  return html`${isWriting ? html`<h1 class="visually-hidden">${messages.posts.home}</h1>` : nothing}
    <div id="above-posts">${above}</div>
    ${below}`;
}

export function everybodysPosts(posts: View, { hasTitle }: { hasTitle: boolean }): View {
  return html`<section aria-labelledby="posts-title">
    <h2 class=${hasTitle ? 'section-title' : 'visually-hidden'} id="posts-title">${messages.posts.everybodys}</h2>
    ${posts}
  </section>`;
}

/** In the place of the composer, and no higher than it, for somebody who was signed in at the last visit. */
export function signInAgain(): View {
  return html`<section class="card composer sign-in-again">
    <h1>${messages.posts.signedOut}</h1>
    <div class="sign-in-again-ways">
      <a class="button small" href="/signin">${messages.posts.signIn}</a>
      <a class="button small quiet" href="/register">${messages.posts.register}</a>
    </div>
  </section>`;
}

export function noPostsYet(person: Person | undefined): View {
  const more = person === undefined ? messages.posts.registerAndWrite() : messages.posts.writeAbove;
  return emptyView(messages.posts.noneYet, more);
}
