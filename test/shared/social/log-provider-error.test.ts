import { expect, it, vi } from 'vitest';
import { logProviderError } from '../../../shared/social/log-provider-error.ts';

it('a line for the operator has the errors’ messages, and nothing of what a provider has answered', () => {
  const log = vi.spyOn(console, 'warn').mockImplementation(() => {});
  try {
    JSON.parse('access_token_of_somebody');
  } catch (cause) {
    logProviderError('one', new Error('refused', { cause: new Error('parsing', { cause }) }));
  }
  logProviderError('one', new Error('refused', { cause: { body: { access_token: 'token of somebody' } } }));
  const lines = log.mock.calls.map(([line]) => JSON.parse(String(line)));
  log.mockRestore();
  expect(lines.map(({ error }) => error)).toEqual(['refused ← parsing ← no JSON', 'refused']);
});
