/** How a provider is asked: bounded in time and size, so that no provider can hold up or fill a function. */
import { NodError } from '../errors.ts';

/** All calls of one request to a provider together: an answer comes within 10 s (DESIGN.md §6.11), store included. */
export const PROVIDER_MS = 6500;

/** More than any discovery document, key set or userinfo, and no danger to a small function. */
const MOST_BYTES = 1024 * 1024;

export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/**
 * A `fetch` whose calls, together, are over after `ms`. What is the provider's trouble and not a refusal of its
 * own (no answer, 5xx, 429, too much) is thrown; the body of what it gives back has been read.
 * @throws {NodError} `provider_unavailable`
 */
export function providerFetch(ms = PROVIDER_MS): Fetch {
  const deadline = AbortSignal.timeout(ms);
  return async (url, options) => {
    try {
      const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
      const response = await fetch(url, { ...options, signal, redirect: 'manual' });
      if (response.status >= 500 || response.status === 429) {
        await response.body?.cancel();
        throw new Error(`${new URL(url).host} answered ${response.status}`);
      }
      const { status, headers } = response;
      // A response without a body must have none (Fetch §2.2.6).
      const body = [204, 205, 304].includes(status) ? null : await boundedBody(response);
      return new Response(body, { status, headers });
    } catch (error) {
      throw providerUnavailable(error);
    }
  };
}

async function boundedBody({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    // Leaving the loop cancels the stream, so the rest is not even received.
    if (bytes > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function providerUnavailable(cause: unknown): NodError {
  return new NodError(
    'provider_unavailable',
    'The provider that you sign in with did not answer. Try again in a moment.',
    { retryAfter: 5, cause },
  );
}
