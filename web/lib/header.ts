/**
 * The header: the logo, the links to the main places, which move to the bottom edge of a phone’s screen, and the
 * user.
 */
import { avatar } from './avatar.ts';
import { html, nothing, type View } from './html.ts';
import { approveIcon, devicesIcon, homeIcon, keyIcon, personIcon } from './icons.ts';
import { count } from './language.ts';
import { messages } from './messages.ts';
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
  return html`<a class="logo" href="/" aria-label=${messages.layout.logo}
    ><span class=${waiting ? 'dot breathing' : 'dot'} aria-hidden="true"></span
    ><span translate="no" aria-hidden="true">nod</span></a
  >`;
}

function places({ person, path, approvals }: Header): View {
  return html`<nav class="places" aria-label=${messages.layout.places}>
    ${place('/', messages.layout.home, homeIcon(), path)}
    ${approvals === undefined ? nothing : place(phonePath(), approveName(approvals), approveIcon(), path)}
    ${
      person === undefined
        ? html`${place('/signin', messages.layout.signIn, keyIcon(), path, 'place at-end')}
            ${place('/register', messages.layout.register, personIcon(), path)}`
        : html`${place('/account', messages.layout.account, devicesIcon(), path)}
            ${place(`/@${person.username}`, messages.layout.yourPosts, personIcon(), path, 'place small-only')}`
    }
  </nav>`;
}

/** With a badge while somebody waits. */
function approveName(approvals: number): View | string {
  if (approvals === 0) return messages.layout.approve;
  return html`${messages.layout.approve} <span class="visually-hidden">${messages.layout.browsersWait(approvals)}</span><span class="place-badge" aria-hidden="true">${count(approvals)}</span>`;
}

function currentUser(person: Person | undefined): View {
  if (person === undefined) return nothing;
  const { username } = person;
  return html`<a class="current-user" href="/@${username}">
    <span class="visually-hidden">${messages.layout.postsOf(html`<span translate="no">${username}</span>`)}</span>
    <span class="current-name" translate="no" aria-hidden="true">${username}</span>${avatar(person)}
  </a>`;
}

function place(href: string, name: View | string, icon: View, path: string, kind = 'place'): View {
  return html`<a class=${kind} href=${href} aria-current=${href === path ? 'page' : nothing}>
    ${icon}<span>${name}</span>
  </a>`;
}
