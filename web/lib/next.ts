import { ownPath } from '../../shared/own-path.ts';

/** Where to go after signing in: a path on this site, whatever was asked for. */
export function safeNext(next: string | null | undefined, origin: string = location.origin): string {
  return ownPath(next, origin);
}
