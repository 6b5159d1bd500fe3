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
  /** Where its management API is, by which a function reaches those that are connected. */
  readonly endpoint: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { stackName, region, urlSuffix } = Stack.of(this);
    this.api = new WebSocketApi(this, 'Api', { apiName: `${stackName}-live` });
    this.host = `${this.api.apiId}.execute-api.${region}.${urlSuffix}`;
    this.endpoint = `https://${this.host}/${LIVE}`;
  }

  /** The right to say something to whoever is connected, and nothing else of the management API. */
  mayTell(scope: Construct): PolicyDocument {
    const { partition, region, account } = Stack.of(scope);
    return new PolicyDocument({
      statements: [
        new PolicyStatement({
          actions: ['execute-api:ManageConnections'],
          resources: [
            `arn:${partition}:execute-api:${region}:${account}:${this.api.apiId}/${LIVE}/POST/@connections/*`,
          ],
        }),
      ],
    });
  }
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
