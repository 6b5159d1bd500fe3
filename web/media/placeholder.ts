import { thumbHashToDataURL } from 'thumbhash';

/** A thumbhash, in base64url, as the address of a tiny picture; none if it is none. */
export function drawnFrom(placeholder: string): string | undefined {
  try {
    const text = atob(placeholder.replaceAll('-', '+').replaceAll('_', '/'));
    return thumbHashToDataURL(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
