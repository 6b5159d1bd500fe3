/** Home: what everybody wrote, and the place to write. */
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { watchSession } from '../lib/session-watch.ts';
import { skeletonList } from '../lib/skeleton.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { type Composer, composer } from '../posts/composer.ts';
import { intro } from '../posts/intro.ts';
import { timeline } from '../posts/timeline.ts';

/** The posts come after who is signed in, which decides what stands above them; but whoever only reads waits no longer. */
const PATIENCE_MS = 2000;

// Until the first answer the page looks as it did when it was last here.
let isKnown = false;
let person: Person | undefined = rememberedPerson();
let writing: Composer | undefined;

const layout = openLayout(view);
const posts = timeline(layout, { empty, ownUsername: () => person?.username });

showPerson(person);
void posts.load();
watchSession(layout, {
  onPerson(next) {
    isKnown = true;
    showPerson(next);
  },
});
setTimeout(() => {
  isKnown = true;
  layout.update();
}, PATIENCE_MS);

function showPerson(next: Person | undefined): void {
  if (next?.username !== person?.username) writing = undefined;
  person = next;
  if (next !== undefined) {
    writing ??= composer(layout, { username: next.username, onPosted: (post) => posts.prepend(post) });
  }
  layout.update();
}

function view(): View {
  return html`${writing === undefined ? intro() : html`<h1 class="visually-hidden">Home</h1>${writing.view()}`}
    ${isKnown ? postsView() : writing === undefined ? nothing : skeletonList()}`;
}

function postsView(): View {
  return html`<section aria-labelledby="posts-title">
    <h2 class=${writing === undefined ? 'section-title' : 'visually-hidden'} id="posts-title">What people say</h2>
    ${posts.view()}
  </section>`;
}

function empty(): View {
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
