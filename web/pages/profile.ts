/** One author: who it is, and what they wrote. */
import { pagePath } from '../../shared/page-path.ts';
import type { ProfileResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { avatar } from '../lib/avatar.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { html, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { watchSession } from '../lib/session-watch.ts';
import { monthAndYear } from '../lib/time.ts';
import { type Person, rememberedPerson } from '../lib/viewer.ts';
import { timeline } from '../posts/timeline.ts';

const username = pagePath(location.pathname).slice('/@'.length).toLowerCase();

let person: Person | undefined = rememberedPerson();

const layout = openLayout(view);
const posts = timeline(layout, { author: username, empty, ownUsername: () => person?.username });
const profile = fetched<ProfileResponse | 'none'>(layout, {
  failed: 'The profile did not come.',
  rows: 3,
  ask: () => bothParts().catch(noneIfNotFound),
});

void profile.load();
watchSession(layout, {
  onPerson(next) {
    person = next;
    layout.update();
  },
});

async function bothParts(): Promise<ProfileResponse> {
  const [found] = await Promise.all([call('user', { params: { username } }), posts.load()]);
  document.title = `${found.displayName} (@${found.username}) · Nod`;
  return found;
}

function view(): View {
  return profile.view((found) => (found === 'none' ? userNotFoundView() : profileView(found)));
}

function profileView(profile: ProfileResponse): View {
  const { displayName, createdAt } = profile;
  return html`<header class="profile">
      ${avatar(profile)}
      <div>
        <h1><bdi translate="no">${displayName}</bdi></h1>
        <p class="muted"><span translate="no">@${profile.username}</span> · here since ${monthAndYear(createdAt)}</p>
      </div>
    </header>
    <section aria-labelledby="posts-title">
      <h2 class="visually-hidden" id="posts-title">Posts</h2>
      ${posts.view()}
    </section>`;
}

function empty(): View {
  return html`<div class="empty">
    <p class="empty-title">No posts yet.</p>
    <p class="muted">
      ${
        person?.username === username
          ? html`<a href="/">Write your first one</a> on the home page.`
          : 'When there are some, they will be here.'
      }
    </p>
  </div>`;
}

/** There is no user of this name. */
function userNotFoundView(): View {
  return nothingHere(
    html`Nobody is called <span translate="no">@${username}</span>`,
    'Look at the name again, or go back to what everybody says.',
  );
}
