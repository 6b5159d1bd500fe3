import { html, type View } from './html.ts';

/** How many classes `.avatar-0` … there are in `styles/avatar.css`; the CSP forbids inline colours. */
const COLOURS = 8;

/** The first letter of a name on a colour that stays the same for the username. Decoration only. */
export function avatar({ username, displayName }: { username: string; displayName: string }): View {
  const [letter = '?'] = displayName.trim() || username;
  return html`<span class="avatar avatar-${colourOf(username)}" translate="no" aria-hidden="true">${letter.toUpperCase()}</span>`;
}

/** FNV-1a: spreads short names evenly, and tells `ann` from `nan`. */
export function colourOf(username: string): number {
  let hash = 0x811c9dc5;
  for (const character of username) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0) % COLOURS;
}
