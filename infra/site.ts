/** The site: a private bucket behind CloudFront, which also passes `/api/*` on to the HTTP API, and `/live` to the bell's. */
import { Annotations, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IDistribution,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ORIGIN_SECRET_HEADER } from '../shared/http/origin-secret.ts';
import { MEDIA_FOLDER } from '../shared/media/media.ts';
import { PAGES_OF_API } from '../shared/page-path.ts';
import { LIVE } from '../shared/routes.ts';
import { tidyBucketEmptier } from './bucket-emptier.ts';
import type { CustomDomain } from './custom-domain.ts';
import type { Media } from './media.ts';
import { acknowledge } from './nag.ts';
import { privateBucket } from './private-bucket.ts';
import {
  FAILURES,
  FEED_PARAMETERS,
  FEEDS,
  PARAMETERS,
  PATIENCE_SECONDS,
  PUBLIC_PAGES,
  ROOT,
} from './public-pages.ts';
import { securityHeadersPolicy } from './security-headers.ts';
import { urlRewriteCode, varyCode } from './url-rewrite.ts';

/** All that CloudFront may keep. (CloudFront Developer Guide, "How CloudFront caches HTTP 4xx and 5xx status codes".) */
const ERRORS = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** How the edge keeps what is the same for everybody. */
const FOR_EVERYBODY = {
  headerBehavior: CacheHeaderBehavior.none(),
  cookieBehavior: CacheCookieBehavior.none(),
  minTtl: Duration.seconds(0),
  defaultTtl: Duration.seconds(2),
  maxTtl: Duration.seconds(2),
  enableAcceptEncodingGzip: true,
  enableAcceptEncodingBrotli: true,
};

export type SiteProps = {
  api: HttpApi;
  /** The host of the bell's API, if there is one. */
  liveHost: string | undefined;
  /** What tells the API that a call came through CloudFront. */
  originSecret: string;
  domain: CustomDomain | undefined;
  media: Media;
  removalPolicy: RemovalPolicy;
};

export class Site extends Construct {
  /** The host that people open. */
  readonly host: string;
  readonly bucket: IBucket;
  readonly distribution: IDistribution;

  constructor(
    scope: Construct,
    id: string,
    { api, liveHost, originSecret, domain, media, removalPolicy }: SiteProps,
  ) {
    super(scope, id);
    const { stackName, region, urlSuffix } = Stack.of(this);
    const isKept = removalPolicy === RemovalPolicy.RETAIN;

    const bucket = privateBucket(
      this,
      removalPolicy,
      'It holds the public site, and only CloudFront reads it.',
    );
    if (!isKept) tidyBucketEmptier(this);

    const everywhere = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: securityHeadersPolicy(this, 'SecurityHeaders'),
    } satisfies Partial<BehaviorOptions>;

    const files = {
      ...everywhere,
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessControl: new S3OriginAccessControl(this, 'AccessControl', {
          // CloudFront is one for all regions, so the same stack in another region needs another name.
          originAccessControlName: `${stackName}-${region}`,
        }),
        // With LIST, S3 says 404 of a file that is not there; without, 403. Nobody can list the bucket, since
        // `/` is the home page.
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
    } satisfies BehaviorOptions;

    const apiHost = `${api.apiId}.execute-api.${region}.${urlSuffix}`;
    const asCloudFront = {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      // Over whatever a viewer sends under that name.
      customHeaders: { [ORIGIN_SECRET_HEADER]: originSecret },
    };
    const toHost = (host: string, allowedMethods: AllowedMethods): BehaviorOptions => ({
      ...everywhere,
      origin: new HttpOrigin(host, asCloudFront),
      allowedMethods,
      // Nothing of a person's may be kept. With it goes compression, which CloudFront has only for what it caches.
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // All of the viewer's headers (`Authorization` too, which no list of allowed headers may name), cookies and
      // query, and CloudFront's own headers about the viewer: address, city, country. Not `Host`, by which API
      // Gateway tells whose API is called. (CloudFront Developer Guide, "Use managed origin request policies".)
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    });
    const toApi = toHost(apiHost, AllowedMethods.ALLOW_ALL);

    const cleanUrls = new EdgeFunction(this, 'CleanUrls', {
      comment: 'Which file answers a path, in which language',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(urlRewriteCode()),
    });
    const vary = new EdgeFunction(this, 'Vary', {
      comment: 'By what a document was chosen',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(varyCode()),
    });
    const functionAssociations = [
      { eventType: FunctionEventType.VIEWER_REQUEST, function: cleanUrls },
      { eventType: FunctionEventType.VIEWER_RESPONSE, function: vary },
    ];

    // With content from the API, which is passed on nothing of the viewer's but the path; else the file, as ever.
    const publicPages = {
      ...files,
      origin: new OriginGroup({
        primaryOrigin: new HttpOrigin(apiHost, {
          ...asCloudFront,
          originPath: PAGES_OF_API,
          connectionAttempts: 1,
          connectionTimeout: Duration.seconds(2),
          readTimeout: Duration.seconds(PATIENCE_SECONDS),
        }),
        fallbackOrigin: files.origin,
        fallbackStatusCodes: FAILURES,
      }),
      responseHeadersPolicy: securityHeadersPolicy(this, 'PageHeaders', { name: 'pages', ownPolicy: true }),
      cachePolicy: new CachePolicy(this, 'PageCache', {
        // CloudFront is one for all regions, so the same stack in another region needs another name.
        cachePolicyName: `${stackName}-${region}-pages`,
        comment: 'Public pages: two seconds, whatever the file says that stood in',
        queryStringBehavior: CacheQueryStringBehavior.allowList(...PARAMETERS),
        ...FOR_EVERYBODY,
      }),
      functionAssociations,
    } satisfies BehaviorOptions;

    // As a public page is passed on, but nothing stands in where the API fails.
    const feeds = {
      ...everywhere,
      origin: toApi.origin,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: new CachePolicy(this, 'FeedCache', {
        cachePolicyName: `${stackName}-${region}-feeds`,
        comment: 'Feeds: two seconds, as the pages that show the same',
        queryStringBehavior: CacheQueryStringBehavior.allowList(...FEED_PARAMETERS),
        ...FOR_EVERYBODY,
      }),
      functionAssociations,
    } satisfies BehaviorOptions;

    // No pages for errors: they hold for the whole distribution, and would stand in the place of the API's own 403s and
    // 404s. And no error is kept, which CloudFront does for 10 s unless told otherwise, whatever the answer says: the
    // 404 of `/api/posts?author=nobody` would be that of `/api/posts`, since the query is not part of the key.
    const distribution = new Distribution(this, 'Distribution', {
      comment: stackName,
      ...(domain === undefined
        ? {}
        : {
            domainNames: [domain.name],
            certificate: domain.certificate,
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }),
      errorResponses: ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: ROOT,
      defaultBehavior: {
        ...files,
        functionAssociations,
      },
      additionalBehaviors: {
        '/assets/*': files,
        [`/${MEDIA_FOLDER}/*`]: media.behavior(),
        '/api/*': toApi,
        ...(liveHost === undefined ? {} : { [`/${LIVE}`]: toHost(liveHost, AllowedMethods.ALLOW_GET_HEAD) }),
        // Before the pages: the first that fits has it.
        ...Object.fromEntries(FEEDS.map((pattern) => [pattern, feeds])),
        ...Object.fromEntries(PUBLIC_PAGES.map((pattern) => [pattern, publicPages])),
      },
    });
    Annotations.of(distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'The default root object is set, and CleanUrls never asks for the bucket itself.',
    );
    acknowledge(distribution, {
      'AwsSolutions-CFR1': 'Nod is for everywhere.',
      'AwsSolutions-CFR2':
        'Floods are bound by the throttle of each route and by limits per address and name.',
      'AwsSolutions-CFR3': 'API Gateway notes every call; who reads which page is nobody’s business.',
      ...(domain === undefined
        ? {
            'AwsSolutions-CFR4':
              'A host of CloudFront’s own has no choice of TLS versions; an own domain has.',
          }
        : {}),
    });
    domain?.pointTo(distribution);
    this.bucket = bucket;
    this.distribution = distribution;
    this.host = domain?.name ?? distribution.distributionDomainName;
  }
}
