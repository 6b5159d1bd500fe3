/** The functions that nobody calls over HTTP: one for each row of `TRIGGERS`. */
import type { RemovalPolicy } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { TRIGGER_NAMES, type TriggerName } from '../shared/routes.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Told } from './row-function.ts';
import { TriggerFunction } from './trigger-function.ts';

export type TriggersProps = {
  functionFolder: (name: TriggerName) => string;
  told: Told;
  tracing: boolean;
  removalPolicy: RemovalPolicy;
};

export class Triggers extends Construct {
  readonly functions: ReadonlyMap<TriggerName, LambdaFunction>;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    const { functionFolder, ...others } = props;
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    const functions = TRIGGER_NAMES.map((name): [TriggerName, LambdaFunction] => {
      const { handler } = new TriggerFunction(this, name, {
        ...others,
        name,
        folder: functionFolder(name),
        deadLetters: this.deadLetters,
      });
      return [name, handler];
    });
    this.functions = new Map(functions);
  }
}
