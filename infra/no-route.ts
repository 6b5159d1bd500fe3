/** The `$default` route of the API: what calls of no route get is a problem, like every other error of Nod. */
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { ApiRoute, callerRole } from './api-route.ts';
import { BundledFunction, type BundledFunctionProps } from './bundled-function.ts';

export type NoRouteProps = Omit<BundledFunctionProps, 'description'> & { api: HttpApi };

export class NoRoute extends Construct {
  constructor(scope: Construct, id: string, { api, ...others }: NoRouteProps) {
    super(scope, id);
    const { handler } = new BundledFunction(this, 'Bundle', { ...others, description: 'Calls of no route' });
    new ApiRoute(this, 'Route', {
      api,
      routeKeys: ['$default'],
      handler,
      caller: callerRole(this, 'Caller', [handler]),
      whyOpen: 'It answers 404, whoever calls.',
    });
  }
}
