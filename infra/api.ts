/** The routes of the HTTP API: one function for each row of the route table, and what they share. */
import type { RemovalPolicy } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ROUTE_NAMES, ROUTES, type Route, type RouteName } from '../shared/routes.ts';
import type { TableName } from '../shared/tables.ts';
import { RouteFunction } from './route-function.ts';

export type ApiRoutesProps = {
  api: HttpApi;
  tables: Readonly<Record<TableName, Table>>;
  functionFolder: (name: RouteName) => string;
  siteOrigin: string;
  relyingPartyId: string;
  removalPolicy: RemovalPolicy;
};

export class ApiRoutes extends Construct {
  constructor(scope: Construct, id: string, props: ApiRoutesProps) {
    super(scope, id);
    const { api, tables, functionFolder, siteOrigin, relyingPartyId, removalPolicy } = props;

    // Made once, by Secrets Manager, at the first deployment, and kept by every later one: with another secret
    // the decoys' user ids would change, and asking twice would tell a decoy from a person (design §2).
    const decoySecret = new Secret(this, 'DecoySecret', {
      description: 'What the decoys of Nod are derived from. Must not be rotated.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    // A dynamic reference: the template holds `{{resolve:secretsmanager:…}}`, and CloudFormation puts the value
    // into the function's (encrypted) environment. Reading it at run time would cost a sign-in a call to one
    // more service; whoever may read a function's configuration learns only how to tell decoys from people.
    const decoyReference = decoySecret.secretValue.unsafeUnwrap();

    for (const name of ROUTE_NAMES) {
      const route: Route = ROUTES[name];
      new RouteFunction(this, name, {
        name,
        api,
        tables,
        folder: functionFolder(name),
        environment: {
          SITE_ORIGIN: siteOrigin,
          RP_ID: relyingPartyId,
          ...(route.needsDecoySecret ? { DECOY_SECRET: decoyReference } : {}),
        },
        removalPolicy,
      });
    }
  }
}
