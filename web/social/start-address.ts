import { pathOf } from '../../shared/routes.ts';

/** Where a sign-in with a provider begins, which leads there, back, and on to `next`. */
export function startAddress(provider: string, next: string): string {
  return `${pathOf('social-start', { provider })}?${new URLSearchParams({ next })}`;
}
