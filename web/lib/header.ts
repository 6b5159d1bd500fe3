/**
 * The header: the logo, the links to the main places, which move to the bottom edge of a phone’s screen, and the
 * user.
 */
import { avatar } from './avatar.ts';
import { html, nothing, type View } from './html.ts';
import { approveIcon, devicesIcon, homeIcon, keyIcon, personIcon } from './icons.ts';
import { phonePath } from './remembered-account.ts';
import type { Person } from './viewer.ts';

type Header = {
  person: Person | undefined;
  /** The current place. */
  path: string;
  /** The logo's dot breathes. */
  waiting: boolean;
  /** How many browsers wait for this phone; `undefined` where this browser is none. */
  approvals: number | undefined;
};

/** The header's line. */
export function headerLine(header: Header): View {
  const { person, waiting } = header;
  return html`<div class="bar">${logo(waiting)}${places(header)}${currentUser(person)}</div>`;
}

/** The dot and the word. */
function logo(waiting: boolean): View {
  return html`<a class="logo" href="/" aria-label="Nod, home"
    ><span class=${waiting ? 'dot breathing' : 'dot'} aria-hidden="true"></span
    ><span translate="no" aria-hidden="true">nod</span></a
  >`;
}

function places({ person, path, approvals }: Header): View {
  return html`<nav class="places" aria-label="Main">
    ${place('/', 'Home', homeIcon(), path)}
    ${approvals === undefined ? nothing : place(phonePath(), approveName(approvals), approveIcon(), path)}
    ${
      person === undefined
        ? html`${place('/signin', 'Sign in', keyIcon(), path, 'place at-end')}
            ${place('/register', 'Register', personIcon(), path)}`
        : html`${place('/account', 'Account', devicesIcon(), path)}
            ${place(`/@${person.username}`, 'Your posts', personIcon(), path, 'place small-only')}`
    }
  </nav>`;
}

/** With a badge while somebody waits. */
function approveName(approvals: number): View | string {
  if (approvals === 0) return 'Approve';
  const waiting = approvals === 1 ? 'one browser waits' : `${approvals} browsers wait`;
  return html`Approve <span class="visually-hidden">(${waiting})</span><span class="place-badge" aria-hidden="true">${approvals}</span>`;
}

function currentUser(person: Person | undefined): View {
  if (person === undefined) return nothing;
  const { username } = person;
  return html`<a class="current-user" href="/@${username}">
    <span class="visually-hidden"><span translate="no">${username}</span>, your posts</span>
    <span class="current-name" translate="no" aria-hidden="true">${username}</span>${avatar(person)}
  </a>`;
}

function place(href: string, name: View | string, icon: View, path: string, kind = 'place'): View {
  return html`<a class=${kind} href=${href} aria-current=${href === path ? 'page' : nothing}>
    ${icon}<span>${name}</span>
  </a>`;
}
