/**
 * The header: the logo, the places, where to write, and who is signed in. It is the line at the top and the bar at the lower
 * edge of a phone's screen, and stands at the side of a wider one (`styles/layout.css`).
 */
import { avatar } from './avatar.ts';
import { html, nothing, type View } from './html.ts';
import { writeIcon } from './icons.ts';
import { count } from './language.ts';
import { messages } from './messages.ts';
import { AT_THE_THUMB, type Place, type PlaceName, placesOf } from './places.ts';
import type { Person } from './viewer.ts';

/** How many things wait at a place. */
export type Badges = Partial<Record<PlaceName, number>>;

type Header = {
  person: Person | undefined;
  /** The current place. */
  path: string;
  /** The logo's dot breathes. */
  waiting: boolean;
  /** Whether this browser approves sign-ins. */
  isPhone: boolean;
  badges: Badges;
};

/** Where posts are read; elsewhere a phone's screen has no room for a button over what it shows. */
const READING = /^\/($|@|search|saved|notices)/;

export function headerLine({ person, path, waiting, isPhone, badges }: Header): View {
  const places = placesOf({ person, isPhone }).map((place) => placeView(place, path, badges[place.name]));
  return html`<div class="bar">
    ${logo(waiting)}
    <nav class="navigation" aria-label=${messages.layout.places}>
      <div class="places">${places.slice(0, AT_THE_THUMB)}</div>
      <div class="places more-places">${places.slice(AT_THE_THUMB)}</div>
    </nav>
    ${person === undefined ? nothing : html`${newPost(path)}${currentUser(person)}`}
  </div>`;
}

/** The dot and the word. */
function logo(waiting: boolean): View {
  return html`<a class="logo" href="/" aria-label=${messages.layout.logo}
    ><span class=${waiting ? 'dot breathing' : 'dot'} aria-hidden="true"></span
    ><span translate="no" aria-hidden="true">nod</span></a
  >`;
}

function placeView({ path, word, icon, waiting }: Place, current: string, badge = 0): View {
  return html`<a class="place" href=${path} aria-current=${path === current ? 'page' : nothing}>
    ${icon}<span>${word}${
      badge > 0 && waiting !== undefined
        ? html` <span class="visually-hidden">${waiting(badge)}</span><span class="place-badge" aria-hidden="true">${badgeText(badge)}</span>`
        : nothing
    }</span>
  </a>`;
}

/** How many, as far as there is room for it. */
export const badgeText = (badge: number): string => (badge > 99 ? `${count(99)}+` : count(badge));

/** Leads to where one writes on the home page; `keys.ts` opens a place to write over any other. */
function newPost(path: string): View {
  return html`<a class=${READING.test(path) ? 'new-post' : 'new-post wide-only'} href="/#post-body">
    ${writeIcon()}<span>${messages.navigation.newPost}</span>
  </a>`;
}

function currentUser(person: Person): View {
  const { username } = person;
  return html`<a class="current-user" href="/@${username}">
    <span class="visually-hidden">${messages.layout.postsOf(html`<span translate="no">${username}</span>`)}</span>
    ${avatar(person)}<span class="current-name" translate="no" aria-hidden="true">${username}</span>
  </a>`;
}
