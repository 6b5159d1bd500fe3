/** One author: who it is, and what they wrote. */
import { pagePath } from '../../shared/page-path.ts';
import type { List, PostResponse, ProfileResponse } from '../../shared/responses.ts';
import { areApart, personHides } from '../hides/person-hides.ts';
import { call } from '../lib/api.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { given, isDoubtful } from '../lib/given.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { followButtons } from '../people/follow-buttons.ts';
import { noPostsOf, profileTitle, profileView, userNotFoundView } from '../posts/profile-view.ts';
import { timeline } from '../posts/timeline.ts';

const username = pagePath(location.pathname).slice('/@'.length).toLowerCase();

const brought = given<{ profile: ProfileResponse | 'none'; posts: List<PostResponse> | undefined }>();

let person: Person | undefined = rememberedPerson();

const layout = openLayout(view);
let buttons = followButtons(layout);
const posts = timeline(layout, {
  author: username,
  empty: () => noPostsOf(person?.username === username),
  ownUsername: () => person?.username,
  given: brought?.posts,
});
const profile = fetched<ProfileResponse | 'none'>(layout, {
  failed: messages.posts.profileNotLoaded,
  rows: 3,
  ask: () => bothParts().catch(noneIfNotFound),
  given: brought?.profile,
});

if (brought === undefined) void profile.load();
else layout.update();
watchSession(layout, {
  onPerson(next) {
    person = next;
    layout.update();
    if (brought === undefined || !isDoubtful(brought, next)) return;
    if (brought.posts === undefined) void profile.load();
    else void Promise.all([posts.renew(), renewProfile()]);
  },
});

/** The document is the same for everybody: whom the reader follows is asked for, without a word where it does not come. */
async function renewProfile(): Promise<void> {
  profile.value = await call('user', { params: { username } }).catch(() => profile.value);
  layout.update();
}

async function bothParts(): Promise<ProfileResponse> {
  const [found] = await Promise.all([call('user', { params: { username } }), posts.load()]);
  document.title = profileTitle(found);
  return found;
}

function hidesOf(found: ProfileResponse): View {
  return personHides(found, (hides) => {
    const isOver = found.hides?.blocked && !hides.blocked;
    profile.value = { ...found, hides };
    // A block ends that they follow each other, whatever was done here before.
    if (hides.blocked) buttons = followButtons(layout);
    layout.update();
    if (isOver) void Promise.all([posts.renew(), renewProfile()]);
  });
}

function view(): View {
  return profile.view((found) =>
    found === 'none'
      ? userNotFoundView(username)
      : profileView(
          found,
          html`${hidesOf(found)}${areApart(found) ? nothing : posts.view()}`,
          areApart(found) ? undefined : buttons,
        ),
  );
}
