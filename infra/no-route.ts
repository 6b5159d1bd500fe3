/** The `$default` route of the API: what calls of no route get is a problem, like every other error of Nod. */
import { type HttpApi, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { BundledFunction, type BundledFunctionProps } from './bundled-function.ts';
import { acknowledge } from './nag.ts';

export type NoRouteProps = Omit<BundledFunctionProps, 'description'> & { api: HttpApi };

export class NoRoute extends Construct {
  constructor(scope: Construct, id: string, { api, ...others }: NoRouteProps) {
    super(scope, id);
    const { handler } = new BundledFunction(this, 'Bundle', { ...others, description: 'Calls of no route' });
    const route = new HttpRoute(this, 'Route', {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Integration', handler),
    });
    acknowledge(route, { 'AwsSolutions-APIG4': 'It answers 404, whoever calls.' });
  }
}
