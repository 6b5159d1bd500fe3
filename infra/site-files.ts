/** What is in the site's bucket: hashed files that never change, and the documents that name them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

const ASSETS = 'assets';

export type SiteFilesProps = {
  bucket: IBucket;
  distribution: IDistribution;
  /** The folder of the built site. */
  folder: string;
};

export class SiteFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, distribution, folder }: SiteFilesProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const assets = new BucketDeployment(this, 'Assets', {
      destinationBucket: bucket,
      destinationKeyPrefix: ASSETS,
      sources: [Source.asset(join(folder, ASSETS))],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      // Old ones stay: a page that was open during the deployment still fetches its parts.
      prune: false,
      logGroup,
    });

    const documents = new BucketDeployment(this, 'Documents', {
      destinationBucket: bucket,
      sources: [Source.asset(folder, { exclude: [ASSETS] })],
      exclude: [`${ASSETS}/*`],
      // A browser asks every time; CloudFront answers by itself until the next deployment tells it otherwise, or
      // for a day, should that message be lost.
      cacheControl: [CacheControl.fromString('public, max-age=0, s-maxage=86400, must-revalidate')],
      distribution,
      distributionPaths: documentPaths(folder),
      logGroup,
    });
    // No document may name a file that is not there yet.
    documents.node.addDependency(assets);
  }
}

/** The path of every file that is no hashed asset. An invalidation's `*` must be its last character. */
function documentPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith(`/${ASSETS}/`))
    .sort();
}
