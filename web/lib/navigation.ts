/** The header's navigation, which moves to the bottom edge of a phone's screen. */
import { avatar } from './avatar.ts';
import { html, nothing, type View } from './html.ts';
import { devicesIcon, homeIcon, keyIcon, personIcon } from './icons.ts';
import type { Person } from './viewer.ts';

/** The links to the site's main places; `path` is the current one. */
export function navigation(person: Person | undefined, path: string): View {
  return html`<nav class="places" aria-label="Main">
    ${place('/', 'Home', homeIcon(), path)}
    ${
      person === undefined
        ? [
            place('/signin', 'Sign in', keyIcon(), path, 'place at-end'),
            place('/register', 'Register', personIcon(), path),
          ]
        : [
            place('/account', html`Browsers<span class="place-rest"> and phones</span>`, devicesIcon(), path),
            place(`/@${person.username}`, 'Your posts', personIcon(), path, 'place small-only'),
          ]
    }
  </nav>`;
}

/** The current user, at the end of the header. */
export function currentUser(person: Person | undefined): View | typeof nothing {
  if (person === undefined) return nothing;
  const { username } = person;
  return html`<a class="current-user" href="/@${username}">
    <span class="visually-hidden">${username}, your posts</span>
    <span class="current-name" aria-hidden="true">${username}</span>${avatar(person)}
  </a>`;
}

function place(href: string, name: View | string, icon: View, path: string, kind = 'place'): View {
  return html`<a class=${kind} href=${href} aria-current=${href === path ? 'page' : nothing}>
    ${icon}<span>${name}</span>
  </a>`;
}
