import { socialProvidersCall } from '../shared/api/social.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { providers } from '../shared/social/provider.ts';

/** The providers that people can sign in with here, in the order of their buttons. */
export const socialProviders = () =>
  endpoint(socialProvidersCall, async () => ({
    status: 200,
    body: { items: providers().map(({ id, label }) => ({ id, label })), next: null },
  }));

export const handler = serve(socialProviders());
