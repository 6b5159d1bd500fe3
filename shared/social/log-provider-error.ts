import { log } from '../log.ts';

/**
 * Logs for the operator what went wrong at which provider: the messages of the errors, and nothing that the provider
 * sent.
 */
export function logProviderError(provider: string, error: unknown): void {
  log('warn', { provider, error: messagesOf(error) });
}

/**
 * Messages along the causes. What a provider has answered stays out: as a cause that is no error, and as the
 * piece of a text that the JSON parser complains of.
 */
function messagesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const own = error instanceof SyntaxError ? 'no JSON' : error.message;
  return error.cause instanceof Error ? `${own} ← ${messagesOf(error.cause)}` : own;
}
