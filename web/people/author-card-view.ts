import type { ProfileResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { html, nothing, render } from '../lib/html.ts';
import { countsView } from '../posts/profile-view.ts';

/** Between the card and the name, and to the edges of the window, in pixels. */
const GAP = 8;

const ID = 'author-card';

/** Lays a card below an author's name, or above it where there is more room, and has the name described by it. */
export function cardOver(author: HTMLElement, profile: ProfileResponse): HTMLElement {
  const card = document.createElement('div');
  card.id = ID;
  card.className = 'author-card';
  card.role = 'tooltip';
  const { displayName, username, about, counts } = profile;
  render(
    html`<div class="author-card-head">
        ${avatar(profile)}
        <p class="author-card-names">
          <bdi translate="no" class="post-name">${displayName}</bdi>
          <span class="muted" translate="no">@${username}</span>
        </p>
      </div>
      ${about === undefined ? nothing : html`<p class="author-card-about" dir="auto">${about}</p>`}
      ${countsView(counts)}`,
    card,
  );
  document.body.append(card);
  author.setAttribute('aria-describedby', ID);

  const { top, bottom, left, right } = author.getBoundingClientRect();
  const { clientWidth, clientHeight, dir } = document.documentElement;
  const { width, height } = card.getBoundingClientRect();
  const start = dir === 'rtl' ? right - width : left;
  const isBelow = bottom + GAP + height <= clientHeight || top < clientHeight - bottom;
  // By property: the policy forbids styles in attributes, not those that a script sets.
  card.style.top = `${isBelow ? bottom + GAP : top - GAP - height}px`;
  card.style.left = `${Math.max(GAP, Math.min(start, clientWidth - width - GAP))}px`;
  return card;
}
