/**
 * The WebSocket API of the bell (DESIGN.md §5.3): pages open connections to it, at `/live` of the site, and hear when to
 * look. Like the HTTP API it is made first, empty, so that the site can lead to it and the functions can name it.
 */
import { Stack } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct, type IDependable } from 'constructs';
import { LIVE, THROTTLE } from '../shared/routes.ts';
import { limitsOf } from './api-stage.ts';
import { acknowledge } from './nag.ts';

export class LiveApi extends Construct {
  readonly api: WebSocketApi;
  readonly host: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.api = new WebSocketApi(this, 'Api', { apiName: `${Stack.of(this).stackName}-live` });
    this.host = hostOf(this, this.api.apiId);
  }
}

const hostOf = (scope: Construct, apiId: string): string =>
  `${apiId}.execute-api.${Stack.of(scope).region}.${Stack.of(scope).urlSuffix}`;

/** Where the management API is, by which a function reaches those that are connected. */
export const managementEndpoint = (scope: Construct, apiId: string): string =>
  `https://${hostOf(scope, apiId)}/${LIVE}`;

/** Whoever is connected. */
const connectionsArn = (scope: Construct, apiId: string): string => {
  const { partition, region, account } = Stack.of(scope);
  return `arn:${partition}:execute-api:${region}:${account}:${apiId}/${LIVE}/POST/@connections/*`;
};

/** The right to say something to those that are connected, and nothing else of the management API. */
export function mayTell(scope: Construct, apiId: string): PolicyDocument {
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        actions: ['execute-api:ManageConnections'],
        resources: [connectionsArn(scope, apiId)],
      }),
    ],
  });
}

export type LiveStageProps = {
  api: WebSocketApi;
  /** What has the routes that functions answer. */
  after: readonly IDependable[];
};

/** How it is served. The stage's name is a part of its address, so it is the path that CloudFront hands on as it is. */
export class LiveStage extends Construct {
  constructor(scope: Construct, id: string, { api, after }: LiveStageProps) {
    super(scope, id);
    const { apiId } = api;
    // What a page sends is only to keep its connection: nothing reads it, and nothing is answered.
    const nobody = new CfnIntegration(this, 'Nobody', {
      apiId,
      integrationType: 'MOCK',
      requestTemplates: { 200: '{"statusCode":200}' },
      templateSelectionExpression: '200',
    });
    const whatever = new CfnRoute(this, 'Whatever', {
      apiId,
      routeKey: '$default',
      target: `integrations/${nobody.ref}`,
    });
    acknowledge(whatever, { 'AwsSolutions-APIG4': 'Only who was let in by $connect comes here.' });
    const stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: api,
      stageName: LIVE,
      autoDeploy: true,
      throttle: limitsOf(THROTTLE),
    });
    acknowledge(stage, {
      'AwsSolutions-APIG1':
        'A log of a WebSocket API takes a role in the settings of the whole account; the functions note what they refuse.',
    });
    stage.node.addDependency(whatever, ...after);
  }
}
