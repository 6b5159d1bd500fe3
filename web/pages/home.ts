/** Home: what everybody wrote, and the place to write. */
import type { List, PostResponse } from '../../shared/responses.ts';
import { focusOn } from '../lib/field.ts';
import { given, isDoubtful } from '../lib/given.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { watchSession } from '../lib/session-watch.ts';
import { skeletonList } from '../lib/skeleton.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { watchAuthors } from '../people/author-card.ts';
import { homeLists } from '../people/home-lists.ts';
import { type Composer, composer } from '../posts/composer.ts';
import { everybodysPosts, homeView, noPostsYet, signInAgain } from '../posts/home-view.ts';
import { intro } from '../posts/intro.ts';
import { timeline } from '../posts/timeline.ts';
import { writeAnywhere } from '../posts/writing.ts';

/** Posts that are asked for come after who is signed in, which decides what stands above them; but whoever only reads waits no longer. */
const PATIENCE_MS = 2000;

// Until the first answer the page looks as it did when it was last here.
let person: Person | undefined = rememberedPerson();
const wasHere = person !== undefined;
const lists = homeLists({ isOfEverybody: !wasHere, layout: () => layout });
const inDocument = given<{ posts: List<PostResponse> }>();
// The document is the same for everybody, and has everybody's.
const brought = lists.isOwn ? undefined : inDocument;
/** Whether the posts are shown: those that the document brought are there already. */
let isKnown = brought !== undefined;
let writing: Composer | undefined;
/** Somebody wants to write, and has come here for that (`lib/header.ts`). */
const wantsToWrite = location.hash === '#post-body';

const layout = openLayout(view);
writeAnywhere(layout);
const posts = timeline(layout, {
  ask: lists.ask,
  empty: () => lists.empty() ?? noPostsYet(person),
  ownUsername: () => person?.username,
  given: brought?.posts,
});

isKnown ||= posts.isBack;
showPerson(person);
if (wantsToWrite) {
  history.replaceState(history.state, '', location.pathname);
  focusOn('post-body');
}
if (brought === undefined) void posts.load();
watchAuthors();
watchSession(layout, {
  onPerson(next) {
    if (isKnown) keepPostsWhereTheyAre();
    isKnown = true;
    showPerson(next);
    if (brought !== undefined && (posts.isBack || isDoubtful(brought, next))) void posts.renew();
  },
  // What was begun to be written is kept.
  onReturn() {
    if (lists.isStandIn()) location.reload();
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

/** What stands above them may make way for something else, and none of that is higher. */
function keepPostsWhereTheyAre(): void {
  const above = document.getElementById('above-posts');
  if (above !== null) above.style.minHeight = `${above.offsetHeight}px`;
}

function view(): View {
  const isWriting = writing !== undefined;
  // Above posts that are on the screen nothing comes or goes.
  const hasTitle = brought === undefined ? !isWriting : !wasHere;
  const above = writing
    ? html`${writing.view()}${lists.view()}`
    : inDocument !== undefined && wasHere
      ? signInAgain()
      : intro();
  const below = isKnown
    ? everybodysPosts(html`${lists.hint()}${posts.view()}`, { hasTitle })
    : isWriting
      ? skeletonList()
      : nothing;
  return homeView({ above, isWriting, below });
}
