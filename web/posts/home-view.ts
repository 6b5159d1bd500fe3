/** What the home page shows, drawn by its script and in its document alike. */
import { html, nothing, type View } from '../lib/html.ts';
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
  return html`${isWriting ? html`<h1 class="visually-hidden">Home</h1>` : nothing}
    <div id="above-posts">${above}</div>
    ${below}`;
}

export function everybodysPosts(posts: View, { hasTitle }: { hasTitle: boolean }): View {
  return html`<section aria-labelledby="posts-title">
    <h2 class=${hasTitle ? 'section-title' : 'visually-hidden'} id="posts-title">What people say</h2>
    ${posts}
  </section>`;
}

/** In the place of the composer, and no higher than it, for somebody who was signed in at the last visit. */
export function signInAgain(): View {
  return html`<section class="card composer sign-in-again">
    <h1>You are signed out here.</h1>
    <div class="sign-in-again-ways">
      <a class="button small" href="/signin">Sign in</a>
      <a class="button small quiet" href="/register">Register</a>
    </div>
  </section>`;
}

export function noPostsYet(person: Person | undefined): View {
  return html`<div class="empty">
    <p class="empty-title">Nothing here yet.</p>
    <p class="muted">
      ${
        person === undefined
          ? html`<a href="/register">Register</a> and write the first post.`
          : 'Write the first post above. Everybody will see it here.'
      }
    </p>
  </div>`;
}
