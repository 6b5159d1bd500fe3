import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';

/** Placeholder: being built. */
export const passkeyAnswer = () =>
  endpoint('passkey-answer', async () => {
    throw new NodError('not_found', 'This is not built yet.');
  });

export const handler = serve(passkeyAnswer());
