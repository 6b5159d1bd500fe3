/** What a function learns from its environment; each value is read when it is first needed. */
import { type TableName, tableVariable } from './tables.ts';

function optional(name: string): string | undefined {
  return process.env[name] || undefined;
}

function required(name: string): string {
  const value = optional(name);
  if (value === undefined) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}

export const env = {
  /** The deployed name of a table. */
  tableName: (table: TableName): string => required(tableVariable(table)),
  /** The site's origin, `https://host`: what `Origin` and WebAuthn's client data must say. */
  get siteOrigin(): string {
    return required('SITE_ORIGIN');
  },
  /** The WebAuthn relying-party id (WebAuthn Level 3 §5.1.2), fixed at the first deployment. */
  get relyingPartyId(): string {
    return required('RP_ID');
  },
  /** The key that decoys are derived with (DESIGN.md §2). */
  get decoySecret(): string {
    return required('DECOY_SECRET');
  },
  /** The secret that keys of several uses are derived from, see `derivedKey` in `secrets.ts`. */
  get keySecret(): string {
    return required('KEY_SECRET');
  },
  /** The secret by which CloudFront is known (DESIGN.md §6.13); without it no call is answered. */
  get originSecret(): string {
    return required('ORIGIN_SECRET');
  },
  /** Whose enrolment makes an admin, if anybody's. */
  get adminUsername(): string | undefined {
    return optional('ADMIN_USERNAME');
  },
  /** The OpenID providers, as JSON (`social/provider.ts`). */
  get socialProviders(): string {
    return optional('SOCIAL_PROVIDERS') ?? '[]';
  },
  /** What the operator named in a configuration, such as a client's secret on one machine. */
  variable: (name: string): string => required(name),
  /** The deployed stage; on one machine there is none. */
  get stage(): string | undefined {
    return optional('STAGE');
  },
  /** Whether Lambda writes its own lines, and what the console is given, as JSON. */
  get hasJsonLog(): boolean {
    return optional('AWS_LAMBDA_LOG_FORMAT') === 'JSON';
  },
  /** Whether this is a Lambda function, and not one of the local server's. */
  get isOnLambda(): boolean {
    return optional('AWS_LAMBDA_FUNCTION_NAME') !== undefined;
  },
  /** Where the documents of the pages are that come with content, if not beside their function. */
  get documents(): string | undefined {
    return optional('DOCUMENTS');
  },
  /** The origin of a push service on this machine, for tests; a deployment never has one. */
  get localPushOrigin(): string | undefined {
    return optional('LOCAL_PUSH_ORIGIN');
  },
  /** The region of AWS, such as `eu-west-1`. */
  get region(): string {
    return required('AWS_REGION');
  },
  /** What a function signs its calls to AWS with: its role's, as Lambda gives it. */
  get credentials(): { accessKeyId: string; secretAccessKey: string; sessionToken?: string } {
    const sessionToken = optional('AWS_SESSION_TOKEN');
    return {
      accessKeyId: required('AWS_ACCESS_KEY_ID'),
      secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
      ...(sessionToken === undefined ? {} : { sessionToken }),
    };
  },
  /** Where DynamoDB is, if not where the region has it. */
  get storeEndpoint(): string | undefined {
    return optional('AWS_ENDPOINT_URL_DYNAMODB') ?? optional('AWS_ENDPOINT_URL');
  },
  /** Which addresses AWS is called at, if others than usual: by validated cryptography (FIPS 140), also by IPv6. */
  get awsAddresses(): { fips: boolean; dualStack: boolean } {
    return {
      fips: optional('AWS_USE_FIPS_ENDPOINT') === 'true',
      dualStack: optional('AWS_USE_DUALSTACK_ENDPOINT') === 'true',
    };
  },
  /**
   * After how many milliseconds the store is given up, 2700 unless set: so that the answer says so within 3 s
   * (DESIGN.md §6.11).
   */
  get storeTimeoutMs(): number {
    return positiveNumber('STORE_TIMEOUT_MS', 2700);
  },
  /**
   * How long a connection to the store may take to be made, in milliseconds: 500 unless set, which is long between
   * Lambda and DynamoDB, and short on one machine where everything shares two processors.
   */
  get storeConnectMs(): number {
    return positiveNumber('STORE_CONNECT_MS', 500);
  },
  /** Whether there is a bell, so that pages need not ask so often (DESIGN.md §5.3). */
  get hasBell(): boolean {
    return optional('BELL') === 'true';
  },
  /** Where the function `bell` reaches the pages that listen: the management API of the WebSocket API's stage. */
  get bellEndpoint(): string {
    return required('BELL_ENDPOINT');
  },
  /** The bucket with the pictures. */
  get mediaBucket(): string {
    return required('MEDIA_BUCKET');
  },
  /** Where S3 is, if not where the region has it: on one machine. */
  get mediaEndpoint(): string | undefined {
    return optional('AWS_ENDPOINT_URL_S3');
  },
  /** The distribution whose edges keep pictures; on one machine there is none. */
  get distributionId(): string | undefined {
    return optional('DISTRIBUTION_ID');
  },
  /** Multiplies every rate limit; 1 unless set. */
  get limitsScale(): number {
    return positiveNumber('NOD_LIMITS_SCALE', 1);
  },
  /** How long a page waits between two polls while somebody looks at it, in milliseconds. */
  get pollAfterMs(): number {
    return positiveNumber('POLL_AFTER_MS', 1000);
  },
};

function positiveNumber(name: string, otherwise: number): number {
  const text = optional(name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) {
    throw new Error(`The environment variable ${name} must be a number above 0, and is "${text}".`);
  }
  return value;
}
