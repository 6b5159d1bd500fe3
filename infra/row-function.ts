/** The function of a row of `shared/routes.ts`: it may do what the row declares, and is told what that takes. */
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type Action, type FunctionName, grantsOf, rowOf, type Trigger } from '../shared/routes.ts';
import { TABLES, type TableDefinition, type TableName, tableVariable } from '../shared/tables.ts';
import { BundledFunction, type BundledFunctionProps } from './bundled-function.ts';
import { mayDoToMedia, mayForgetAtEdge } from './media.ts';
import type { Providers } from './settings.ts';

/** The secrets that there are, each as a parameter or as a reference that stands for it. */
export type Secrets = {
  /** The secret of CloudFront's that the functions accept. */
  Origin: string;
  /** What keys are derived from. */
  Key: string;
  /** What decoys are derived from. */
  Decoy: string;
};

/** What there is to tell a function, if its row asks for it. */
export type FunctionContext = {
  stage: string;
  siteOrigin: string;
  tables: Readonly<Record<TableName, ITable>>;
  secret: (name: keyof Secrets) => string;
  providers: Providers | undefined;
  /** The bucket of the pictures, and what shows them. */
  media: { bucketName: string; distribution: IDistribution };
};

export type RowFunctionProps = BundledFunctionProps & { name: FunctionName; context: FunctionContext };

export class RowFunction extends BundledFunction {
  constructor(scope: Construct, id: string, props: RowFunctionProps) {
    const { name, context, environment, policies, ...others } = props;
    const { stage, siteOrigin, tables, secret, providers, media } = context;
    const row: Partial<Trigger> = rowOf(name);
    const { memory, seconds, isQuiet, needsKeySecret, needsProviders, needsOriginSecret, onMedia } = row;
    const grants = Object.entries(grantsOf(name)) as [TableName, Action[]][];
    const onTables = grants.flatMap(([table, actions]) => tableAccess(table, tables[table], actions));
    const onSecrets = needsProviders === 'secrets' ? secretAccess(scope, providers) : [];
    super(scope, id, {
      ...others,
      memory,
      ...(seconds === undefined ? {} : { timeout: Duration.seconds(seconds) }),
      isQuiet,
      policies: {
        // IAM takes no policy that says nothing.
        ...(onTables.length === 0 ? {} : { Tables: new PolicyDocument({ statements: onTables }) }),
        ...(onSecrets.length === 0 ? {} : { Providers: new PolicyDocument({ statements: onSecrets }) }),
        ...(onMedia === undefined ? {} : { Media: mayDoToMedia(media.bucketName, onMedia, Stack.of(scope)) }),
        ...(row.forgetsAtEdge ? { Edge: mayForgetAtEdge(media.distribution, Stack.of(scope)) } : {}),
        ...policies,
      },
      environment: {
        STAGE: stage,
        SITE_ORIGIN: siteOrigin,
        ...Object.fromEntries(grants.map(([table]) => [tableVariable(table), tables[table].tableName])),
        ...(needsKeySecret ? { KEY_SECRET: secret('Key') } : {}),
        ...(needsOriginSecret ? { ORIGIN_SECRET: secret('Origin') } : {}),
        ...(onMedia === undefined ? {} : { MEDIA_BUCKET: media.bucketName }),
        ...(row.forgetsAtEdge ? { DISTRIBUTION_ID: media.distribution.distributionId } : {}),
        ...(needsProviders && providers ? { SOCIAL_PROVIDERS: providers.json } : {}),
        ...environment,
      },
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

/** Reading the clients' secrets. One that is known by name has six more characters at the end of its ARN. */
function secretAccess(scope: Construct, providers: Providers | undefined): PolicyStatement[] {
  const arns = (providers?.secrets ?? []).map((secret) =>
    secret.startsWith('arn:')
      ? secret
      : Stack.of(scope).formatArn({
          service: 'secretsmanager',
          resource: 'secret',
          resourceName: `${secret}-??????`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
  );
  if (arns.length === 0) return [];
  return [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: arns })];
}
