import { Auth } from '@auth/core';
import GitHub from '@auth/core/providers/github';
import { onLambda } from './on-lambda.mjs';

const config = {
  basePath: '/auth',
  secret: process.env.BENCH_SECRET,
  trustHost: true,
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: 'bench', clientSecret: 'bench' })],
};
export const handler = onLambda((request) => Auth(request, config));
