/** What is in the site's bucket: hashed files that never change, and the documents that name them. */
import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct, type IDependable } from 'constructs';
import { mayWriteLog } from './log-group.ts';
import { acknowledge } from './nag.ts';
import { RELATED_ORIGINS_FILE, relatedOrigins } from './related-origins.ts';

const ASSETS = 'assets';

// A browser asks every time; CloudFront answers by itself until the next deployment tells it otherwise, or for a
// day, should that message be lost.
const ASKED_FOR_EVERY_TIME = CacheControl.fromString('public, max-age=0, s-maxage=86400, must-revalidate');

export type SiteFilesProps = {
  bucket: IBucket;
  distribution: IDistribution;
  /** The folder of the built site. */
  folder: string;
  /** The host of the site, if passkeys of another host are to be used there. */
  relatedHost: string | undefined;
  /** What must be deployed before the documents are. */
  after: IDependable;
};

export class SiteFiles extends Construct {
  /** The hashed files, which whatever names them waits for. */
  readonly assets: IDependable;

  constructor(scope: Construct, id: string, props: SiteFilesProps) {
    super(scope, id);
    const { bucket, distribution, folder, relatedHost, after } = props;
    const common = { destinationBucket: bucket, ...this.#uploader(bucket) };

    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      destinationKeyPrefix: ASSETS,
      sources: [Source.asset(join(folder, ASSETS))],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      // Old ones stay: a page that was open during the deployment still fetches its parts.
      prune: false,
    });

    // CloudFormation runs it only where a document comes, changes or goes: the assets are no part of it.
    const documents = new BucketDeployment(this, 'Documents', {
      ...common,
      sources: [
        Source.asset(folder, { exclude: [ASSETS] }),
        ...(relatedHost === undefined
          ? []
          : [Source.jsonData(RELATED_ORIGINS_FILE, relatedOrigins(relatedHost))]),
      ],
      cacheControl: [ASKED_FOR_EVERY_TIME],
      // What is a document no longer goes.
      prune: true,
      exclude: [`${ASSETS}/*`],
      distribution,
      // Everything, since no list of documents would name the one that is gone. That an edge then asks the bucket
      // once more for a hashed file costs less than a page that should be there no longer.
      distributionPaths: ['/*'],
      // A deployment that waits fails, and is rolled back, where CloudFront takes its time.
      waitForDistributionInvalidation: false,
    });
    this.assets = assets;
    // No document may name a file that is not there yet.
    documents.node.addDependency(assets, after);
    // Both bring the command line tools for the function that they share, which has them already.
    documents.node.tryRemoveChild('AwsCliLayer');

    // One function for all deployments of the stack; nothing else names it.
    for (const child of Stack.of(this).node.children) {
      if (!child.node.id.startsWith('Custom::CDKBucketDeployment')) continue;
      acknowledge(child, { 'AwsSolutions-L1': 'The runtime is chosen by CDK.' });
    }
  }

  /** The role and the log of CDK's function that fills the bucket. */
  #uploader(bucket: IBucket) {
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Logs: mayWriteLog(logGroup) },
    });
    const bucketId = Stack.of(this).resolve((bucket.node.defaultChild as CfnBucket).logicalId);
    const granted = 'Granted by CDK’s BucketDeployment, which reads the assets and writes the site.';
    acknowledge(role, {
      'AwsSolutions-IAM5[Action::s3:GetBucket*]': granted,
      'AwsSolutions-IAM5[Action::s3:GetObject*]': granted,
      'AwsSolutions-IAM5[Action::s3:List*]': granted,
      'AwsSolutions-IAM5[Action::s3:Abort*]': granted,
      'AwsSolutions-IAM5[Action::s3:DeleteObject*]': granted,
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]':
        granted,
      [`AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/*]`]: granted,
      'AwsSolutions-IAM5[Resource::*]': 'CDK grants the invalidation on every distribution of the account.',
    });
    return { role, logGroup };
  }
}
