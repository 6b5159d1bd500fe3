/**
 * The header: the logo, the links to the main places, which move to the bottom edge of a phone’s screen, and the
 * user.
 */
import { avatar } from './avatar.ts';
import { html, nothing, type View } from './html.ts';
import { devicesIcon, homeIcon, keyIcon, personIcon } from './icons.ts';
import type { Person } from './viewer.ts';

/** The header's line; `path` is the current place, and the logo's dot breathes while the page is `waiting`. */
export function headerLine(given: { person: Person | undefined; path: string; waiting: boolean }): View {
  const { person, path, waiting } = given;
  return html`<div class="bar">${logo(waiting)}${places(person, path)}${currentUser(person)}</div>`;
}

/** The dot and the word. */
function logo(waiting: boolean): View {
  return html`<a class="logo" href="/" aria-label="Nod, home"
    ><span class=${waiting ? 'dot breathing' : 'dot'} aria-hidden="true"></span
    ><span aria-hidden="true">nod</span></a
  >`;
}

function places(person: Person | undefined, path: string): View {
  return html`<nav class="places" aria-label="Main">
    ${place('/', 'Home', homeIcon(), path)}
    ${
      person === undefined
        ? html`${place('/signin', 'Sign in', keyIcon(), path, 'place at-end')}
            ${place('/register', 'Register', personIcon(), path)}`
        : html`${place('/account', 'Account', devicesIcon(), path)}
            ${place(`/@${person.username}`, 'Your posts', personIcon(), path, 'place small-only')}`
    }
  </nav>`;
}

function currentUser(person: Person | undefined): View {
  if (person === undefined) return nothing;
  const { username } = person;
  return html`<a class="current-user" href="/@${username}">
    <span class="visually-hidden">${username}, your posts</span>
    <span class="current-name" aria-hidden="true">${username}</span>${avatar(person)}
  </a>`;
}

function place(href: string, name: string, icon: View, path: string, kind = 'place'): View {
  return html`<a class=${kind} href=${href} aria-current=${href === path ? 'page' : nothing}>
    ${icon}<span>${name}</span>
  </a>`;
}
