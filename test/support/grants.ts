import { accessKeyOf } from '../../infra/local/functions.ts';
import { FUNCTION_NAMES, grantsOf } from '../../shared/routes.ts';
import { TABLE_NAMES } from '../../shared/tables.ts';
import type { DatabaseCall } from './recording-proxy.ts';

/** The actions that functions took and their rows in the route table do not declare: a 500 on AWS. */
export function ungranted(calls: readonly DatabaseCall[]): string[] {
  const nameOf = new Map(FUNCTION_NAMES.map((name) => [accessKeyOf(name), name]));
  const found = calls.flatMap((call) => {
    const name = nameOf.get(call.key);
    if (name === undefined) return [`${call.operation} with the unknown key ${call.key}`];
    const grants = grantsOf(name);
    return actionsOf(call).flatMap(({ action, tableName }) => {
      const table = TABLE_NAMES.find((candidate) => tableName.endsWith(`-${candidate}`));
      const isGranted = table !== undefined && (grants[table] as string[] | undefined)?.includes(action);
      return isGranted ? [] : [`${name}: ${action} on ${table ?? tableName}`];
    });
  });
  return [...new Set(found)];
}

const TRANSACTION_ACTIONS: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/** IAM asks for the action of each item of a transaction. */
function actionsOf({ operation, input }: DatabaseCall): { action: string; tableName: string }[] {
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    return Object.keys(input.RequestItems as object).map((tableName) => ({ action: operation, tableName }));
  }
  if (operation !== 'TransactWriteItems') return [{ action: operation, tableName: String(input.TableName) }];
  const items = input.TransactItems as Record<string, { TableName: string }>[];
  return items.flatMap((item) =>
    Object.entries(item).map(([kind, { TableName }]) => ({
      action: TRANSACTION_ACTIONS[kind] ?? kind,
      tableName: TableName,
    })),
  );
}
