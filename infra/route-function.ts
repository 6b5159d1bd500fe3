/** One route: its function, which may do what its row declares and nothing else, and its way in. */
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ROUTES, type RouteName } from '../shared/routes.ts';
import { acknowledge } from './nag.ts';
import { RowFunction, type RowFunctionProps } from './row-function.ts';

export type RouteFunctionProps = Omit<RowFunctionProps, 'name' | 'description'> & {
  name: RouteName;
  api: HttpApi;
};

export class RouteFunction extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, { api, ...props }: RouteFunctionProps) {
    super(scope, id);
    const { method, path } = ROUTES[props.name];
    const { handler } = new RowFunction(this, 'Bundle', { ...props, description: `${method} ${path}` });
    this.handler = handler;

    const route = new HttpRoute(this, 'Route', {
      httpApi: api,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration: new HttpLambdaIntegration('Integration', handler),
    });
    acknowledge(route, {
      'AwsSolutions-APIG4': 'The function itself checks the caller, by the row of the route table.',
    });
  }
}
