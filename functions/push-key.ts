import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';

/** Placeholder: being built. */
export const pushKey = () =>
  endpoint('push-key', async () => {
    throw new NodError('not_found', 'This is not built yet.');
  });

export const handler = serve(pushKey());
