/** One route: its function, the role that lets it do what its row declares and nothing else, and its way in. */
import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Action, grantsOf, ROUTES, type RouteName } from '../shared/routes.ts';
import { TABLES, type TableDefinition, type TableName, tableVariable } from '../shared/tables.ts';

export type RouteFunctionProps = {
  name: RouteName;
  api: HttpApi;
  tables: Readonly<Record<TableName, Table>>;
  /** The folder with the function's bundle, `index.cjs`. */
  folder: string;
  /** What the function is told besides the names of its tables. */
  environment: Record<string, string>;
  removalPolicy: RemovalPolicy;
};

export class RouteFunction extends Construct {
  constructor(scope: Construct, id: string, props: RouteFunctionProps) {
    super(scope, id);
    const { name, api, tables, folder, environment, removalPolicy } = props;
    const { method, path } = ROUTES[name];
    const grants = Object.entries(grantsOf(name)) as [TableName, Action[]][];

    const logGroup = new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy });

    // A role of its own instead of the one that CDK would make: that one comes with the managed policy
    // AWSLambdaBasicExecutionRole, which may write to every log group of the account.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        Tables: new PolicyDocument({
          statements: grants.flatMap(([table, actions]) => tableAccess(table, tables[table], actions)),
        }),
        Logs: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [logGroup.logGroupArn],
            }),
          ],
        }),
      },
    });

    const handler = new LambdaFunction(this, 'Function', {
      description: `${method} ${path}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.seconds(10),
      handler: 'index.handler',
      code: Code.fromAsset(folder, { exclude: ['*.map'] }),
      role,
      logGroup,
      environment: {
        ...Object.fromEntries(grants.map(([table]) => [tableVariable(table), tables[table].tableName])),
        ...environment,
      },
    });

    new HttpRoute(this, 'Route', {
      httpApi: api,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration: new HttpLambdaIntegration('Integration', handler),
    });
  }
}

/** The actions on the table, and where there is `Query` among them, on its indexes too: IAM has an ARN for each. */
function tableAccess(name: TableName, table: Table, actions: Action[]): PolicyStatement[] {
  const { indexes = {} }: TableDefinition = TABLES[name];
  const indexArns = Object.keys(indexes).map((index) => `${table.tableArn}/index/${index}`);
  const onTable = new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });
  if (indexArns.length === 0 || !actions.includes('Query')) return [onTable];
  return [onTable, new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexArns })];
}
