/**
 * A line in the log for the operator: what went wrong at which provider, in the words of the errors and no
 * others.
 */
export function note(provider: string, error: unknown): void {
  console.error(JSON.stringify({ level: 'warn', provider, error: told(error) }));
}

/**
 * Messages along the causes. What a provider has answered stays out: as a cause that is no error, and as the
 * piece of a text that the JSON parser complains of.
 */
function told(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const own = error instanceof SyntaxError ? 'no JSON' : error.message;
  return error.cause instanceof Error ? `${own} ← ${told(error.cause)}` : own;
}
