/** What an author's page shows, drawn by its script and in its document alike. */
import type { ProfileResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { monthAndYear } from '../lib/time.ts';

export const profileTitle = ({ displayName, username }: ProfileResponse): string =>
  `${displayName} (@${username}) · Nod`;

/** @param acts what a reader who is signed in may do about them */
export function profileView(profile: ProfileResponse, posts: View, acts: View = nothing): View {
  const { displayName, createdAt } = profile;
  return html`<header class="profile h-card">
      ${avatar(profile)}
      <div>
        <h1><bdi translate="no" class="p-name">${displayName}</bdi></h1>
        <p class="muted"><span class="p-nickname" translate="no">@${profile.username}</span> · ${messages.posts.since(monthAndYear(createdAt))}</p>
      </div>
      ${acts}
    </header>
    <section aria-labelledby="posts-title">
      <h2 class="visually-hidden" id="posts-title">${messages.posts.authors}</h2>
      ${posts}
    </section>`;
}

export function noPostsOf(isOwn: boolean): View {
  return html`<div class="empty">
    <p class="empty-title">${messages.posts.noneOfAuthor}</p>
    <p class="muted">${isOwn ? messages.posts.noneOfOwn() : messages.posts.noneOfAuthorMore}</p>
  </div>`;
}

/** There is no user of this name. */
export function userNotFoundView(username: string): View {
  return nothingHere(
    messages.missing.author(html`<span translate="no">@${username}</span>`),
    messages.missing.authorMore,
  );
}
