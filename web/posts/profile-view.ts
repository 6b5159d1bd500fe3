/** What an author's page shows, drawn by its script and in its document alike. */

import type { PostResponse, ProfileResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { emptyView } from '../lib/empty-view.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { count } from '../lib/language.ts';
import { messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { monthAndYear } from '../lib/time.ts';
import type { FollowButtons } from '../people/follow-buttons.ts';
import { postList } from './post-list.ts';
import { linkView, textView } from './text-view.ts';

export const profileTitle = ({ displayName, username }: ProfileResponse): string =>
  `${displayName} (@${username}) · Nod`;

type Parts = {
  posts: View;
  /** The post that stands above the others, where it is there. */
  pinned: PostResponse | undefined;
  /** Following them, on others' pages. */
  buttons?: FollowButtons;
  /** The menu of what else one can do about them, and the way to write to them, for whoever is signed in. */
  menu?: View;
  message?: View;
  /** What somebody can do on their own page. */
  own?: { edit: View; unpin: View };
  /** In the place of the head, while it is edited. */
  form?: View | undefined;
};

export function profileView(
  profile: ProfileResponse,
  { posts, pinned, own, form, buttons, message = nothing, menu = nothing }: Parts,
): View {
  // Whatever comes later stands before what is there, which keeps its place at the end of the line.
  const aside = own?.edit ?? html`${menu}${message}${buttons?.view(profile) ?? nothing}`;
  return html`${form ?? headView(profile, aside, buttons?.more(profile))}
    ${pinned === undefined ? nothing : pinnedView(pinned, own?.unpin)}
    <section aria-labelledby="posts-title">
      <h2 class="visually-hidden" id="posts-title">${messages.posts.authors}</h2>
      ${posts}
    </section>`;
}

function headView(profile: ProfileResponse, aside: View, moreFollowers = 0): View {
  const { username, displayName, createdAt, about, aboutEntities = [], links, counts } = profile;
  return html`<header class="profile h-card">
    <div class="profile-head">
      ${avatar(profile)}
      <div class="profile-names">
        <h1><bdi translate="no" class="p-name">${displayName}</bdi></h1>
        <p class="muted"><span class="p-nickname" translate="no">@${username}</span> · ${messages.posts.since(monthAndYear(createdAt))}</p>
      </div>
      <div class="profile-aside">${aside}</div>
    </div>
    ${about === undefined ? nothing : html`<p class="profile-about p-note" dir="auto">${textView(about, aboutEntities)}</p>`}
    ${
      links.length === 0
        ? nothing
        : html`<ul class="profile-links">
            ${links.map(placeView)}
          </ul>`
    }
    ${countsView({ ...counts, followers: counts.followers + moreFollowers }, username)}
  </header>`;
}

/** Whoever names this page there as well is shown to be the same person (microformats.org, `rel-me`). */
const placeView = (link: ProfileResponse['links'][number]): View =>
  html`<li>${linkView(link, 'me nofollow noopener')}</li>`;

/** How much there is of somebody; of whom `username` names it leads to who that is. */
export function countsView(
  { posts, followers, following }: ProfileResponse['counts'],
  username?: string,
): View {
  const number = (of: number): View => html`<strong class="digits" translate="no">${count(of)}</strong>`;
  const leading = (list: string, words: View): View =>
    username === undefined ? words : html`<a href="/@${username}/${list}">${words}</a>`;
  return html`<ul class="profile-counts muted">
    <li>${messages.profile.posts(posts, number(posts))}</li>
    <li>${leading('followers', messages.profile.followers(followers, number(followers)))}</li>
    <li>${leading('following', messages.profile.following(following, number(following)))}</li>
  </ul>`;
}

function pinnedView(post: PostResponse, unpin: View = nothing): View {
  return html`<section class="pinned" aria-labelledby="pinned-title">
    <div class="pinned-head">
      <h2 class="muted small" id="pinned-title">${messages.profile.pinned}</h2>
      ${unpin}
    </div>
    ${postList([post])}
  </section>`;
}

export function noPostsOf(isOwn: boolean): View {
  return emptyView(
    messages.posts.noneOfAuthor,
    isOwn ? messages.posts.noneOfOwn() : messages.posts.noneOfAuthorMore,
  );
}

/** There is no user of this name. */
export function userNotFoundView(username: string): View {
  return nothingHere(
    messages.missing.author(html`<span translate="no">@${username}</span>`),
    messages.missing.authorMore,
  );
}
