/** How a call of a route gets to its function, and in whose name API Gateway calls it. */
import { Stack } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute, type HttpApi, WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from './nag.ts';

export type ApiRouteProps = {
  api: HttpApi | WebSocketApi;
  /** Method and path, `$default`, or what happens to a connection: all that the function answers. */
  routeKeys: readonly string[];
  handler: LambdaFunction;
  /** Made by {@link callerRole}. */
  caller: IRole;
  /** Why API Gateway itself asks nobody who they are. */
  whyOpen: string;
};

/** The plain resources, because the constructs above them add a permission to each function: a fifth of a stack. */
export class ApiRoute extends Construct {
  constructor(scope: Construct, id: string, { api, routeKeys, handler, caller, whyOpen }: ApiRouteProps) {
    super(scope, id);
    const { apiId } = api;
    const integration = new CfnIntegration(this, 'Integration', {
      apiId,
      integrationType: 'AWS_PROXY',
      credentialsArn: caller.roleArn,
      // A WebSocket API knows the older form only.
      ...(api instanceof WebSocketApi
        ? { integrationUri: invocationUri(this, handler), payloadFormatVersion: '1.0' }
        : { integrationUri: handler.functionArn, payloadFormatVersion: '2.0' }),
    });
    for (const [at, routeKey] of routeKeys.entries()) {
      const route = new CfnRoute(this, at === 0 ? 'Route' : 'HeadRoute', {
        apiId,
        routeKey,
        authorizationType: 'NONE',
        target: `integrations/${integration.ref}`,
      });
      acknowledge(route, { 'AwsSolutions-APIG4': whyOpen });
    }
  }
}

/** API Gateway's name for calling a function (API Gateway Developer Guide, "Integration requests" of WebSocket APIs). */
function invocationUri(scope: Construct, { functionArn }: LambdaFunction): string {
  const { partition, region } = Stack.of(scope);
  return `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
}

/**
 * The role that API Gateway takes on to call these functions and no others. It names each of them, so it waits for
 * all of them, and every route waits for it.
 */
export function callerRole(scope: Construct, id: string, functions: readonly LambdaFunction[]): IRole {
  const mayInvoke = new PolicyStatement({
    actions: ['lambda:InvokeFunction'],
    resources: functions.map(({ functionArn }) => functionArn),
  });
  return new Role(scope, id, {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    inlinePolicies: { Invoke: new PolicyDocument({ statements: [mayInvoke] }) },
  });
}
