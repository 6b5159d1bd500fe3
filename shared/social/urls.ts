/** The addresses that an authorization request goes through on this site. */
import { env } from '../env.ts';
import { pathOf } from '../routes.ts';
import type { Provider } from './provider.ts';

/** Where a provider sends the browser back to; registered there, to the letter. */
export const callbackUrl = ({ id }: Provider): string =>
  env.siteOrigin + pathOf('social-callback', { provider: id });

/** Where a provider sends the browser back to after signing out there, too; registered there as well. */
export const endedUrl = ({ id }: Provider): string =>
  env.siteOrigin + pathOf('social-ended', { provider: id });

/**
 * The page that goes on where the provider's answer leads: it completes an approved session, asks the question,
 * or shows the new link; then it leads on to `next`.
 */
export const socialPage = (status: 'approved' | 'question' | 'linked', next: string): string =>
  `/social?${new URLSearchParams({ next })}#${status}`;
