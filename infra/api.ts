/** The routes of the HTTP API: one function for each row of the route table, and what they share. */
import { type RemovalPolicy, Token } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct, type IDependable } from 'constructs';
import { ROUTE_NAMES, ROUTES, type Route, type RouteName } from '../shared/routes.ts';
import type { BundleName } from './bundles.ts';
import { keptSecret } from './kept-secret.ts';
import { NoRoute } from './no-route.ts';
import { RouteFunction } from './route-function.ts';
import type { Told } from './row-function.ts';

export type ApiRoutesProps = {
  api: HttpApi;
  functionFolder: (name: BundleName) => string;
  told: Told;
  relyingPartyId: string;
  /** The secret of CloudFront's that the functions accept. */
  originSecret: string;
  adminUsername: string | undefined;
  pollAfterMs: number | undefined;
  /** What must be deployed before the functions are. */
  after: IDependable;
  tracing: boolean;
  removalPolicy: RemovalPolicy;
};

export class ApiRoutes extends Construct {
  readonly functions: ReadonlyMap<RouteName, LambdaFunction>;

  constructor(scope: Construct, id: string, props: ApiRoutesProps) {
    super(scope, id);
    const { api, functionFolder, told, relyingPartyId, originSecret, adminUsername, pollAfterMs } = props;
    const { after, tracing, removalPolicy } = props;

    // With another secret the decoys' user ids would change, and asking twice would tell a decoy from a person
    // (design §2). Whoever may read a function's configuration learns only how to do the same.
    const decoySecret = keptSecret(this, 'DecoySecret', {
      description: 'What the decoys of Nod are derived from.',
      whyKept: 'Rotating it would tell decoys from people.',
      removalPolicy,
    });

    const functions = ROUTE_NAMES.map((name): [RouteName, LambdaFunction] => {
      const route: Route = ROUTES[name];
      const { handler } = new RouteFunction(this, name, {
        name,
        api,
        told,
        folder: functionFolder(name),
        environment: {
          RP_ID: relyingPartyId,
          ORIGIN_SECRET: originSecret,
          ...(route.needsDecoySecret ? { DECOY_SECRET: decoySecret } : {}),
          ...(route.needsAdminUsername && adminUsername ? { ADMIN_USERNAME: adminUsername } : {}),
          ...(name === 'status' && pollAfterMs ? { POLL_AFTER_MS: String(pollAfterMs) } : {}),
        },
        // What names the distribution's host waits for it anyway, and cfn-lint warns of saying it twice.
        after: Token.isUnresolved(told.siteOrigin) ? undefined : after,
        tracing,
        removalPolicy,
      });
      return [name, handler];
    });
    this.functions = new Map(functions);

    new NoRoute(this, 'NoRoute', {
      api,
      folder: functionFolder('no-route'),
      environment: { ORIGIN_SECRET: originSecret },
      after,
      tracing,
      removalPolicy,
    });
  }
}
