/** One route: its function, which may do what its row declares and nothing else, and its way in. */
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type Action, grantsOf, ROUTES, type RouteName } from '../shared/routes.ts';
import { TABLES, type TableDefinition, type TableName, tableVariable } from '../shared/tables.ts';
import { BundledFunction, type BundledFunctionProps } from './bundled-function.ts';
import { acknowledge } from './nag.ts';

export type RouteFunctionProps = Omit<BundledFunctionProps, 'description' | 'policies'> & {
  name: RouteName;
  api: HttpApi;
  tables: Readonly<Record<TableName, ITable>>;
};

export class RouteFunction extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, props: RouteFunctionProps) {
    super(scope, id);
    const { name, api, tables, environment, ...others } = props;
    const { method, path } = ROUTES[name];
    const grants = Object.entries(grantsOf(name)) as [TableName, Action[]][];

    const statements = grants.flatMap(([table, actions]) => tableAccess(table, tables[table], actions));
    const { handler } = new BundledFunction(this, 'Bundle', {
      ...others,
      description: `${method} ${path}`,
      // A policy must say something.
      policies: statements.length === 0 ? {} : { Tables: new PolicyDocument({ statements }) },
      environment: {
        ...Object.fromEntries(grants.map(([table]) => [tableVariable(table), tables[table].tableName])),
        ...environment,
      },
    });
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

/** The actions on the table, and where there is `Query` among them, on its indexes too: IAM has an ARN for each. */
function tableAccess(name: TableName, table: ITable, actions: Action[]): PolicyStatement[] {
  const { indexes = {} }: TableDefinition = TABLES[name];
  const indexArns = Object.keys(indexes).map((index) => `${table.tableArn}/index/${index}`);
  const onTable = new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });
  if (indexArns.length === 0 || !actions.includes('Query')) return [onTable];
  return [onTable, new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexArns })];
}
