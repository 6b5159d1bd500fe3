/** The function of a row of `shared/routes.ts`: it may do what the row declares, and is told where. */
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type Action, type FunctionName, grantsOf } from '../shared/routes.ts';
import { TABLES, type TableDefinition, type TableName, tableVariable } from '../shared/tables.ts';
import { BundledFunction, type BundledFunctionProps } from './bundled-function.ts';

export type RowFunctionProps = BundledFunctionProps & {
  name: FunctionName;
  tables: Readonly<Record<TableName, ITable>>;
};

export class RowFunction extends BundledFunction {
  constructor(scope: Construct, id: string, props: RowFunctionProps) {
    const { name, tables, environment, policies, ...others } = props;
    const grants = Object.entries(grantsOf(name)) as [TableName, Action[]][];
    const statements = grants.flatMap(([table, actions]) => tableAccess(table, tables[table], actions));
    super(scope, id, {
      ...others,
      policies: {
        // IAM takes no policy that says nothing.
        ...(statements.length === 0 ? {} : { Tables: new PolicyDocument({ statements }) }),
        ...policies,
      },
      environment: {
        ...Object.fromEntries(grants.map(([table]) => [tableVariable(table), tables[table].tableName])),
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
