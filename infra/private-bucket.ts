import { RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './nag.ts';

/** A bucket that CloudFront alone reads, without versions. @param whyUnlogged why nobody's reading is noted */
export function privateBucket(scope: Construct, removalPolicy: RemovalPolicy, whyUnlogged: string): IBucket {
  // `as`, because the library's types are not made for `exactOptionalPropertyTypes`.
  const bucket = new Bucket(scope, 'Bucket', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy,
    // A bucket must be empty to be removed.
    autoDeleteObjects: removalPolicy !== RemovalPolicy.RETAIN,
  }) as IBucket;
  acknowledge(bucket, { 'AwsSolutions-S1': whyUnlogged });
  return bucket;
}
