/** The addresses that an authorization request goes through on this site. */
import { env } from '../env.ts';
import { pathOf } from '../routes.ts';
import type { AwaitingInput } from './authorization-request.ts';
import type { Provider } from './provider.ts';

/** Where a provider sends the browser back to; registered there, to the letter. */
export const callbackUrl = ({ id }: Provider): string =>
  env.siteOrigin + pathOf('social-callback', { provider: id });

/** Where a provider sends the browser back to after signing out there, too; registered there as well. */
export const endedUrl = ({ id }: Provider): string =>
  env.siteOrigin + pathOf('social-ended', { provider: id });

/**
 * The page that goes on where the provider's answer leads: it completes an approved session, asks the question,
 * or shows the new link; then it leads on to `next`. A question is named, because there may be several in one browser.
 */
export function socialPage(
  status: 'approved' | 'question' | 'linked',
  { sessionId, next }: Pick<AwaitingInput, 'sessionId' | 'next'>,
): string {
  const where = status === 'question' ? `${status}=${sessionId}` : status;
  return `/social?${new URLSearchParams({ next })}#${where}`;
}
