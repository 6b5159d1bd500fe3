/** CloudFront's policy for the headers of every response, made from the definition in `shared/headers.ts`. */
import { Duration, Stack } from 'aws-cdk-lib';
import {
  type HeadersFrameOption,
  type HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseHeadersStrictTransportSecurity,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { SECURITY_HEADERS } from '../shared/headers.ts';

/**
 * CloudFront refuses a header that it has a setting for among the custom ones, so five of them are taken out
 * and given as settings, and the rest goes as it is. All of them win over what an origin sends, but for the content
 * security policy where answers have one of their own (`ownPolicy`).
 */
export function securityHeadersPolicy(
  scope: Construct,
  id: string,
  {
    name = 'security',
    ownPolicy = false,
    headers = SECURITY_HEADERS,
  }: {
    name?: string;
    ownPolicy?: boolean;
    headers?: Record<keyof typeof SECURITY_HEADERS, string>;
  } = {},
): ResponseHeadersPolicy {
  const {
    'content-security-policy': contentSecurityPolicy,
    'strict-transport-security': strictTransportSecurity,
    'x-content-type-options': _alwaysNosniff,
    'x-frame-options': frameOption,
    'referrer-policy': referrerPolicy,
    ...others
  } = headers;
  const { stackName, region } = Stack.of(scope);
  return new ResponseHeadersPolicy(scope, id, {
    // CloudFront is one for all regions, so the same stack in another region needs another name.
    responseHeadersPolicyName: `${stackName}-${region}-${name}`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: !ownPolicy },
      strictTransportSecurity: transportSecurity(strictTransportSecurity),
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: frameOption as HeadersFrameOption, override: true },
      referrerPolicy: { referrerPolicy: referrerPolicy as HeadersReferrerPolicy, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
    },
  });
}

/** `Strict-Transport-Security` (RFC 6797 §6.1) as CloudFront wants to be told it. */
function transportSecurity(header: string): ResponseHeadersStrictTransportSecurity {
  const [, seconds] = /(?:^|;)\s*max-age=(\d+)/.exec(header) ?? [];
  if (seconds === undefined) throw new Error(`strict-transport-security without max-age: ${header}`);
  return {
    accessControlMaxAge: Duration.seconds(Number(seconds)),
    includeSubdomains: /;\s*includeSubDomains/i.test(header),
    preload: /;\s*preload/i.test(header),
    override: true,
  };
}
