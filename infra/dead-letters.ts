/** Where Lambda and EventBridge leave what a trigger's function could not do: for somebody to look at. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './nag.ts';

export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The longest that there is.
      retentionPeriod: Duration.days(14),
      // A message says which record or which minute failed, and is worth nothing once the stack is gone.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(this.queue, { 'AwsSolutions-SQS3': 'It is itself where messages end.' });
  }

  /** The right to leave something: Lambda does so in the name of the function. */
  maySend(): PolicyDocument {
    return new PolicyDocument({
      statements: [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] })],
    });
  }
}
