/** A function that a stream, the clock or a connection calls: what its row declares it may do, and what calls it. */
import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventInvokeConfig,
  EventSourceMapping,
  FilterCriteria,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { LIVE, TRIGGERS, type Trigger, type TriggerName } from '../shared/routes.ts';
import type { DeadLetters } from './dead-letters.ts';
import { RowFunction, type RowFunctionProps } from './row-function.ts';
import { STREAM_DELIVERY } from './stream-delivery.ts';

/** As long as a minute's work may take; nobody waits for it. */
const TIMEOUT = Duration.seconds(60);

export type TriggerFunctionProps = Omit<RowFunctionProps, 'name' | 'description' | 'timeout'> & {
  name: TriggerName;
  deadLetters: DeadLetters;
};

export class TriggerFunction extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, { deadLetters, policies, ...props }: TriggerFunctionProps) {
    super(scope, id);
    const { trigger }: Trigger = TRIGGERS[props.name];
    // What may be sent is in the role already: a destination that is bound by CDK would grant it once more.
    const onFailure = { bind: () => ({ destination: deadLetters.queue.queueArn }) };

    if (trigger.kind === 'stream') {
      const stream = streamOf(props.context.tables[trigger.table]);
      const { handler } = new RowFunction(this, 'Bundle', {
        ...props,
        description: `Follows the table ${trigger.table}`,
        policies: { ...policies, Stream: mayRead(stream), DeadLetters: deadLetters.maySend() },
        timeout: TIMEOUT,
      });
      new EventSourceMapping(this, 'Stream', {
        target: handler,
        eventSourceArn: stream,
        startingPosition: StartingPosition.LATEST,
        filters: trigger.patterns.map((pattern) => FilterCriteria.filter(pattern)),
        ...STREAM_DELIVERY,
        maxRecordAge: Duration.minutes(10),
        onFailure,
      });
      this.handler = handler;
      return;
    }

    if (trigger.kind === 'socket') {
      // Its route is made with those of the other functions.
      this.handler = new RowFunction(this, 'Bundle', {
        ...props,
        policies: policies ?? {},
        description: `${trigger.route} /${LIVE}`,
      }).handler;
      return;
    }

    const { handler } = new RowFunction(this, 'Bundle', {
      ...props,
      description: `Every ${trigger.everySeconds} seconds`,
      policies: { ...policies, DeadLetters: deadLetters.maySend() },
      timeout: TIMEOUT,
    });
    new EventInvokeConfig(this, 'Calls', {
      function: handler,
      // The next one comes anyway.
      retryAttempts: 0,
      maxEventAge: Duration.seconds(60),
      onFailure,
    });
    new Rule(this, 'Clock', {
      schedule: Schedule.rate(Duration.seconds(trigger.everySeconds)),
      targets: [new LambdaTarget(handler, { deadLetterQueue: deadLetters.queue, retryAttempts: 0 })],
    });
    this.handler = handler;
  }
}

function streamOf({ tableName, tableStreamArn }: ITable): string {
  if (tableStreamArn === undefined) throw new Error(`The table ${tableName} has no stream.`);
  return tableStreamArn;
}

/** What Lambda does in the function's name to follow the stream. */
function mayRead(streamArn: string): PolicyDocument {
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
          (action) => `dynamodb:${action}`,
        ),
        resources: [streamArn],
      }),
    ],
  });
}
