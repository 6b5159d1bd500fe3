/**
 * The headers that every response carries (DESIGN.md §6.12), pages and API alike: the one definition that
 * CloudFront's response headers policy and the local server are both made from.
 */

/**
 * The policy of every response.
 * @param inlineStyles the hashes of what a document may have inline: `sha256-…` (CSP Level 3 §2.3.1)
 */
export const contentSecurityPolicy = (inlineStyles: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...inlineStyles.map((hash) => `'${hash}'`)].join(' '),
    "img-src 'self' data:",
    // The site's own `wss:` as well, for the bell (CSP Level 3, "scheme-part matches").
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // Text reaches the document through lit-html's templates only; and the service worker's address has a policy.
    "require-trusted-types-for 'script'",
    'trusted-types lit-html service-worker',
  ].join('; ');

const PERMISSIONS_POLICY = [
  'camera=(self)',
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  'screen-wake-lock=(self)',
  'geolocation=()',
  'microphone=()',
  'payment=()',
  'usb=()',
].join(', ');

export const SECURITY_HEADERS = {
  'content-security-policy': contentSecurityPolicy(),
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': PERMISSIONS_POLICY,
  'cross-origin-opener-policy': 'same-origin',
} as const;

/**
 * Those of the pictures that people have uploaded. Whatever a file was made to look like, it is no page and runs nothing. Other
 * sites may show it, as readers of feeds and previews of links do: it is for everybody, whoever asks for it says who they are
 * by no cookie, and it tells nothing of them.
 */
export const MEDIA_HEADERS = {
  ...SECURITY_HEADERS,
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
} as const;
