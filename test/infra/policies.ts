/** What the functions of a template may do, as lines that can be compared: `dynamodb:GetItem on {…}`. */
import type { Template } from 'aws-cdk-lib/assertions';
import { expect } from 'vitest';
import { type FunctionName, grantsOf } from '../../shared/routes.ts';
import { TABLES, type TableDefinition, type TableName } from '../../shared/tables.ts';
import { type Json, resources } from './synthesize.ts';

export const allowed = (action: string, resource: Json): string => `${action} on ${JSON.stringify(resource)}`;

export const arnOf = (id: string): Json => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** The logical id of the table of a name. */
export function tableId(template: Template, name: TableName): string {
  const { Value } = template.findOutputs(`${name}Table`)[`${name}Table`] ?? {};
  return Value.Ref;
}

/** What the row of a function declares, and writing its own log. */
export function declared(template: Template, name: FunctionName, { LoggingConfig }: Json): string[] {
  const onTables = (Object.entries(grantsOf(name)) as [TableName, string[]][]).flatMap(([table, actions]) => {
    const arn = arnOf(tableId(template, table));
    const { indexes = {} }: TableDefinition = TABLES[table];
    const indexArns = Object.keys(indexes).map((index) => ({ 'Fn::Join': ['', [arn, `/index/${index}`]] }));
    return actions.flatMap((action) =>
      [arn, ...(action === 'Query' ? indexArns : [])].map((on) => allowed(`dynamodb:${action}`, on)),
    );
  });
  const log = arnOf(LoggingConfig.LogGroup.Ref);
  return [...onTables, allowed('logs:CreateLogStream', log), allowed('logs:PutLogEvents', log)];
}

/**
 * All that a function's role lets it do; nothing may be in it with a condition, a wildcard or from elsewhere.
 * @param apart policies that somebody else looks at
 */
export function granted(template: Template, { Role }: Json, ...apart: string[]): string[] {
  const [roleId] = Role['Fn::GetAtt'];
  const role = resources(template, 'AWS::IAM::Role').get(roleId).Properties;
  const statements: Json[] = role.Policies.filter(
    ({ PolicyName }: Json) => !apart.includes(PolicyName),
  ).flatMap(({ PolicyDocument }: Json) => PolicyDocument.Statement);
  expect(role).not.toHaveProperty('ManagedPolicyArns');
  expect(JSON.stringify(statements)).not.toContain('*');
  for (const { Properties } of resources(template, 'AWS::IAM::Policy').values()) {
    expect(Properties.Roles).not.toContainEqual({ Ref: roleId });
  }
  return statements.flatMap(({ Effect, Action, Resource, ...others }) => {
    expect({ Effect, others }).toEqual({ Effect: 'Allow', others: {} });
    return [Action]
      .flat()
      .flatMap((action) => [Resource].flat().map((resource) => allowed(action, resource)));
  });
}
