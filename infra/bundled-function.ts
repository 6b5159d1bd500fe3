/** A function of ours: a bundle, its log, and a role that may write that log and what is given to it. */
import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import { MEMORY_MB } from '../shared/routes.ts';
import { mayWriteLog } from './log-group.ts';
import { acknowledge } from './nag.ts';

export type BundledFunctionProps = {
  description: string;
  /** The folder with the function's bundle, `index.mjs`. */
  folder: string;
  environment?: Record<string, string>;
  /** What the function may do besides writing its log. */
  policies?: Record<string, PolicyDocument>;
  /** In megabytes. */
  memory?: number | undefined;
  /** Whether Lambda writes no lines of its own about calls that went well. */
  isQuiet?: boolean | undefined;
  /** Below the 30 s of an HTTP API unless set. */
  timeout?: Duration;
  /** What must be deployed before the function is. */
  after?: IDependable | undefined;
  tracing: boolean;
  removalPolicy: RemovalPolicy;
};

export class BundledFunction extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    const {
      description,
      folder,
      environment = {},
      policies = {},
      memory = MEMORY_MB,
      timeout,
      isQuiet = false,
      after,
      tracing,
      removalPolicy,
    } = props;

    const logGroup = new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy });

    // A role of its own instead of the one that CDK would make: that one comes with the managed policy
    // AWSLambdaBasicExecutionRole, which may write to every log group of the account.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        ...policies,
        Logs: mayWriteLog(logGroup),
        ...(tracing ? { Tracing: mayTrace() } : {}),
      },
    });
    if (tracing) {
      acknowledge(role, {
        'AwsSolutions-IAM5[Resource::*]': 'X-Ray has no resources to name: the segments go to the account.',
      });
    }

    this.handler = new LambdaFunction(this, 'Function', {
      description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout: timeout ?? Duration.seconds(10),
      handler: 'index.handler',
      code: Code.fromAsset(folder, { exclude: ['*.map'] }),
      role,
      logGroup,
      // Lambda leaves out lines by their level only where it writes JSON.
      ...(isQuiet ? { loggingFormat: LoggingFormat.JSON, systemLogLevelV2: SystemLogLevel.WARN } : {}),
      environment,
    });
    // Asked to trace, CDK would make a policy of its own for each function: one more resource of the 500.
    if (tracing) (this.handler.node.defaultChild as CfnFunction).tracingConfig = { mode: Tracing.ACTIVE };
    if (after !== undefined) this.handler.node.addDependency(after);
  }
}

function mayTrace(): PolicyDocument {
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
        resources: ['*'],
      }),
    ],
  });
}
