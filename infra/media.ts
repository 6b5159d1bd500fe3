/** The pictures: a private bucket of their own, which CloudFront shows under `/media/`. */
import { Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  type IDistribution,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { MEDIA_HEADERS } from '../shared/headers.ts';
import { HELD_FOLDER, MEDIA_AT_EDGE_SECONDS, MEDIA_FOLDER } from '../shared/media/media.ts';
import { privateBucket } from './private-bucket.ts';
import { securityHeadersPolicy } from './security-headers.ts';

export class Media extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { removalPolicy }: { removalPolicy: RemovalPolicy }) {
    super(scope, id);
    // Without versions what somebody deletes is gone.
    this.bucket = privateBucket(
      this,
      removalPolicy,
      'Who looks at which picture is nobody’s business; CloudFront alone reads it.',
    );
  }

  /** How CloudFront shows the pictures. */
  behavior(): BehaviorOptions {
    const { stackName, region } = Stack.of(this);
    // CloudFront is one for all regions, so the same stack in another region needs other names.
    const name = `${stackName}-${region}-media`;
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
        originAccessControl: new S3OriginAccessControl(this, 'AccessControl', {
          originAccessControlName: name,
        }),
        // With LIST, S3 says 404 of a file that is not there; without, 403. Nobody can list the bucket, since that is
        // asked for by its root, and every path here begins with the folder.
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      responseHeadersPolicy: securityHeadersPolicy(this, 'Headers', {
        name: 'media',
        headers: MEDIA_HEADERS,
      }),
      cachePolicy: new CachePolicy(this, 'Cache', {
        cachePolicyName: name,
        comment: 'Pictures: an hour, so that what is deleted is gone by then',
        queryStringBehavior: CacheQueryStringBehavior.none(),
        headerBehavior: CacheHeaderBehavior.none(),
        cookieBehavior: CacheCookieBehavior.none(),
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(MEDIA_AT_EDGE_SECONDS),
        maxTtl: Duration.seconds(MEDIA_AT_EDGE_SECONDS),
      }),
      // WebP is compressed.
      compress: false,
    };
  }
}

/** What a function may do to pictures. */
export function mayDoToMedia(
  bucketName: string,
  actions: readonly string[],
  { partition }: Stack,
): PolicyDocument {
  const bucket = `arn:${partition}:s3:::${bucketName}`;
  const [ofBucket, ofFiles] = [actions.filter(isOfBucket), actions.filter((action) => !isOfBucket(action))];
  return new PolicyDocument({
    statements: [
      statementOf(
        ofFiles,
        mediaFoldersOf(actions).map((folder) => `${bucket}/${folder}/*`),
      ),
      ...(ofBucket.length === 0 ? [] : [statementOf(ofBucket, [bucket])]),
    ],
  });
}

/** Where in the bucket a function with these actions does them: what only writes pictures holds none back. */
export const mediaFoldersOf = (actions: readonly string[]): string[] =>
  actions.includes('DeleteObject') ? [MEDIA_FOLDER, HELD_FOLDER] : [MEDIA_FOLDER];

const isOfBucket = (action: string): boolean => action === 'ListBucket';

const statementOf = (actions: readonly string[], resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions: actions.map((action) => `s3:${action}`), resources });

/** To tell CloudFront to forget some. */
export function mayForgetAtEdge(
  { distributionId }: IDistribution,
  { partition, account }: Stack,
): PolicyDocument {
  const statement = new PolicyStatement({
    actions: ['cloudfront:CreateInvalidation'],
    resources: [`arn:${partition}:cloudfront::${account}:distribution/${distributionId}`],
  });
  return new PolicyDocument({ statements: [statement] });
}
