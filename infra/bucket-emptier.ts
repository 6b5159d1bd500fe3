/**
 * CDK's function that empties a bucket before it is removed, made to leave nothing behind itself: as it comes, it
 * logs to a group that no stack owns, and may write to every log group of the account.
 */
import { type CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { mayWriteLog } from './log-group.ts';

/** To be called once there is a bucket with `autoDeleteObjects`. */
export function tidyBucketEmptier(scope: Construct): void {
  const logGroup = new LogGroup(scope, 'EmptierLogs', {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const emptier = Stack.of(scope).node.findChild('Custom::S3AutoDeleteObjectsCustomResourceProvider');
  // Plain resources, which have no methods for it. What it may do to the bucket is in the bucket's policy.
  const role = emptier.node.findChild('Role') as CfnResource;
  role.addPropertyDeletionOverride('ManagedPolicyArns');
  role.addPropertyOverride('Policies', [{ PolicyName: 'Logs', PolicyDocument: mayWriteLog(logGroup) }]);
  const handler = emptier.node.findChild('Handler') as CfnResource;
  handler.addPropertyOverride('LoggingConfig', { LogGroup: logGroup.logGroupName });
}
