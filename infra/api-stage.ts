/** How the API is served: how much of each route, and what is noted of every call. */
import { type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type CfnStage, type HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import { ROUTE_NAMES, ROUTES, type Route, routeKeysOf, THROTTLE, type Throttle } from '../shared/routes.ts';

/**
 * One line of JSON for each call. The route instead of the path, which names people; no query, header, cookie or
 * address: API Gateway puts values in as they are, so each is of its own making, and none of a caller's. `requestId` is
 * the one that the functions' own lines have.
 */
const ACCESS_LOG = {
  time: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  functionStatus: '$context.integrationStatus',
  error: '$context.error.message',
  functionError: '$context.integrationErrorMessage',
  bytes: '$context.responseLength',
  protocol: '$context.protocol',
};

export type ApiStageProps = {
  api: HttpApi;
  /** What has the routes, which must be there before they get settings. */
  routes: readonly IDependable[];
  removalPolicy: RemovalPolicy;
};

export class ApiStage extends Construct {
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, { api, routes, removalPolicy }: ApiStageProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'AccessLog', {
      // API Gateway notes every log group that it delivers to in one policy of the account, which is soon full;
      // those below this name are in it already. (CloudWatch Logs User Guide, "Vended logs".)
      logGroupName: `/aws/vendedlogs/${Stack.of(this).stackName}/${api.apiId}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      // For `$default`, the only route that has no row.
      throttle: limitsOf({ rate: 10, burst: 20 }),
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    // The construct has no property for it.
    (this.stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
      ROUTE_NAMES.flatMap((name) => {
        const { throttle = THROTTLE }: Route = ROUTES[name];
        const { rateLimit, burstLimit } = limitsOf(throttle);
        const limits = { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
        return routeKeysOf(ROUTES[name]).map((key) => [key, limits]);
      }),
    );
    this.stage.node.addDependency(...routes);
  }
}

export const limitsOf = ({ rate, burst }: Throttle) => ({ rateLimit: rate, burstLimit: burst });
