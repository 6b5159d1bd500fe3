import { html, nothing, type View } from './html.ts';

/** How many classes `.avatar-0` … there are in `styles/avatar.css`; the CSP forbids inline colours. */
const COLOURS = 8;

type Shown = { username: string; displayName: string; avatar?: string | undefined };

/**
 * Somebody's picture; until it is there, and where there is none, the first letter of their name on a colour that stays the
 * same for the username. Decoration only.
 */
export function avatar({ username, displayName, avatar: path }: Shown): View {
  const [letter = '?'] = displayName.trim() || username;
  const picture =
    path === undefined
      ? nothing
      : html`<img src=${path} alt="" loading="lazy" decoding="async" @load=${onEnd} @error=${onEnd} />`;
  return html`<span class="avatar avatar-${colourOf(username)}" translate="no" aria-hidden="true">${letter.toUpperCase()}${picture}</span>`;
}

/** Some browsers draw a sign where a picture fails. */
function onEnd({ type, target }: Event): void {
  (target as HTMLElement).style.visibility = type === 'load' ? '' : 'hidden';
}

/** FNV-1a: spreads short names evenly, and tells `ann` from `nan`. */
export function colourOf(username: string): number {
  let hash = 0x811c9dc5;
  for (const character of username) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0) % COLOURS;
}
