/** What an author's page shows, drawn by its script and in its document alike. */

import { PROFILE_TABS, type ProfileTab, profilePath } from '../../shared/people/profile-tab.ts';
import type { PostResponse, ProfileResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { emptyView } from '../lib/empty-view.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { count, dateFormat } from '../lib/language.ts';
import { messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import type { FollowButtons } from '../people/follow-buttons.ts';
import { lastSeenView } from '../people/last-seen-view.ts';
import { feedLink } from './feeds.ts';
import { postList } from './post-list.ts';
import { linkView, textView } from './text-view.ts';

/** Such as "November 2025". */
const monthAndYear = dateFormat({ month: 'long', year: 'numeric' });

export const profileTitle = ({ displayName, username }: ProfileResponse): string =>
  `${displayName} (@${username}) · Nod`;

type Parts = {
  /** Which list of theirs it is. */
  tab: ProfileTab;
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
  /** Where they are not shown to each other, there are no lists either. */
  areApart?: boolean;
};

export function profileView(
  profile: ProfileResponse,
  { tab, posts, pinned, own, form, buttons, message = nothing, menu = nothing, areApart }: Parts,
): View {
  // Whatever comes later stands before what is there, which keeps its place at the end of the line.
  const aside = own?.edit ?? html`${menu}${message}${buttons?.view(profile) ?? nothing}`;
  return html`${form ?? headView(profile, aside, buttons?.more(profile))}
    ${areApart ? nothing : tabsView(profile.username, tab, own !== undefined)}
    ${pinned === undefined ? nothing : pinnedView(pinned, own?.unpin)}
    <section aria-labelledby="posts-title">
      <h2 class="visually-hidden" id="posts-title">${wordOf(tab)}</h2>
      ${posts}
    </section>`;
}

function headView(profile: ProfileResponse, aside: View, moreFollowers = 0): View {
  const { username, displayName, createdAt, about, aboutEntities = [], links, counts, lastSeen } = profile;
  return html`<header class="profile h-card">
    <div class="profile-head">
      ${avatar(profile)}
      <div class="profile-names">
        <h1><bdi translate="no" class="p-name">${displayName}</bdi></h1>
        <p class="muted"><a class="u-url u-uid" href="/@${username}" hidden></a><span class="p-nickname" translate="no">@${username}</span> · ${messages.posts.since(monthAndYear(new Date(createdAt)))}</p>
      </div>
      <div class="profile-aside">${aside}${lastSeen === undefined ? nothing : lastSeenView(lastSeen)}</div>
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

/** How much there is of somebody; of whom `username` names it leads to who that is, and to their feed. */
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
    ${username === undefined ? nothing : html`<li>${feedLink(`/@${username}`)}</li>`}
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

const wordOf = (tab: ProfileTab): string =>
  tab === 'posts' ? messages.posts.authors : messages.profile[tab];

/** What is for nobody else comes last, when it is known who looks. */
function tabsView(username: string, current: ProfileTab, isOwn: boolean): View {
  const tabs = PROFILE_TABS.filter((tab) => isOwn || tab !== 'likes');
  return html`<nav class="home-lists profile-tabs" aria-label=${messages.people.lists}>
    ${tabs.map(
      (tab) =>
        html`<a class="home-list" href=${profilePath(username, tab)} aria-current=${tab === current ? 'page' : nothing}>${wordOf(tab)}</a>`,
    )}
  </nav>`;
}

/** Nobody sees what somebody else likes. */
export const likesArePrivate = (): View =>
  emptyView(messages.profile.likesPrivate, messages.profile.likesPrivateMore);

export function nothingIn(tab: ProfileTab, isOwn: boolean): View {
  if (tab === 'replies') return emptyView(messages.profile.noReplies, messages.profile.noRepliesMore);
  if (tab === 'likes') return emptyView(messages.profile.noLikes, messages.profile.noLikesMore);
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
