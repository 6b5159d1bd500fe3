/** The functions that nobody calls over HTTP: one for each row of `TRIGGERS`. */
import type { RemovalPolicy } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { TRIGGER_NAMES, TRIGGERS, type Trigger, type TriggerName } from '../shared/routes.ts';
import type { TableName } from '../shared/tables.ts';
import { DeadLetters } from './dead-letters.ts';
import { TriggerFunction } from './trigger-function.ts';

export type TriggersProps = {
  tables: Readonly<Record<TableName, ITable>>;
  functionFolder: (name: TriggerName) => string;
  stage: string;
  siteOrigin: string;
  keySecret: string;
  tracing: boolean;
  removalPolicy: RemovalPolicy;
};

export class Triggers extends Construct {
  readonly functions: ReadonlyMap<TriggerName, LambdaFunction>;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    const { functionFolder, stage, siteOrigin, keySecret, ...others } = props;
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    const functions = TRIGGER_NAMES.map((name): [TriggerName, LambdaFunction] => {
      const { needsKeySecret }: Trigger = TRIGGERS[name];
      const { handler } = new TriggerFunction(this, name, {
        ...others,
        name,
        folder: functionFolder(name),
        environment: {
          STAGE: stage,
          SITE_ORIGIN: siteOrigin,
          ...(needsKeySecret ? { KEY_SECRET: keySecret } : {}),
        },
        deadLetters: this.deadLetters,
      });
      return [name, handler];
    });
    this.functions = new Map(functions);
  }
}
