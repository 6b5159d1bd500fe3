/**
 * The route table of design §4: the only place where routes are listed, and the functions that a stream or the
 * clock calls beside them. The CDK app, the local server, the browser's API client and the tests read it;
 * `functions/<name>.ts` holds the code of the row `<name>`.
 */
import type { TableName } from './tables.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call:
 * - `open`: anybody;
 * - `any`: anybody, and the handler looks at the cookies itself;
 * - `signin`: the browser that waits for this sign-in (cookie `__Host-signin`);
 * - `user`: an active session (cookie `__Host-session`);
 * - `phone`: an enrolled phone (cookie `__Host-device`);
 * - `fresh`: an active session that was approved at most five minutes ago;
 * - `user or phone`: the session if there is one, else the phone; `?as=phone` asks for the phone;
 * - `fresh or phone`: the same, and the session must be fresh.
 */
export type Auth =
  | 'open'
  | 'any'
  | 'signin'
  | 'user'
  | 'fresh'
  | 'phone'
  | 'user or phone'
  | 'fresh or phone';

/** A DynamoDB action as IAM names it; a transaction needs the action of each of its items. */
export type Action =
  | 'GetItem'
  | 'BatchGetItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'Query';

export type Grants = { [T in TableName]?: readonly Action[] };

/** The nested stacks that functions are deployed in, one after the other in this order. */
export const STACKS = ['SignIn', 'Account', 'Blog', 'People'] as const;

export type StackName = (typeof STACKS)[number];

/** What every row says of its function. */
type Row = {
  /**
   * Where the function is deployed: all functions of a noun are in one stack. It never changes once it is deployed,
   * because the new stack would make what the old one still has.
   */
  stack: StackName;
  /** What the handler does to which table; what checking `auth` takes is added by {@link grantsOf}. */
  grants: Grants;
  /**
   * Megabytes, and with them its share of a processor, where {@link MEMORY_MB} are too few: somebody waits with a
   * finger on the phone, and the first call of an instance is long (`npm run bench:memory`).
   */
  memory?: number;
  /** Whether the function needs the secret that keys are derived from, such as the Web Push key pair. */
  needsKeySecret?: true;
  /** Whether the function is told of the OpenID providers, or also acts as their client, with its secrets there. */
  needsProviders?: 'list' | 'secrets';
};

export type Route = Row & {
  method: Method;
  /** The path as API Gateway writes it, with `{parameters}`. */
  path: string;
  auth: Auth;
  /** How many calls a second API Gateway lets through, from everybody together; {@link THROTTLE} unless set. */
  throttle?: Throttle;
  /** Whether the function needs the server secret that decoys are derived from (design §2). */
  needsDecoySecret?: true;
  /** Takes a form instead of JSON, from another server and not from a page of ours (design §6.8). */
  form?: true;
  /** Whether the function is told whose enrolment makes an admin. */
  needsAdminUsername?: true;
};

export type Trigger = Row & {
  trigger:
    | {
        kind: 'stream';
        table: TableName;
        /** Which records reach the function: event filter patterns as Lambda has them; one that fits is enough. */
        patterns: readonly object[];
      }
    | { kind: 'schedule'; everySeconds: number };
};

/** What a function has unless its row says otherwise: the size at which a poll costs least. */
export const MEMORY_MB = 256;

/** Calls a second over time, and how many may come at once. */
export type Throttle = { rate: number; burst: number };

/**
 * A bound on what a flood costs, not on people: those have limits of their own (`limits/`). The smallest
 * account takes 1250 calls at once, for all its APIs.
 */
export const THROTTLE: Throttle = { rate: 100, burst: 200 };

export const ROUTES = {
  register: {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/register',
    auth: 'open',
    grants: { Users: ['PutItem'], Sessions: ['UpdateItem', 'PutItem'] },
  },
  'device-options': {
    stack: 'Account',
    method: 'POST',
    path: '/api/devices/options',
    auth: 'open',
    grants: { Users: ['Query'], Sessions: ['GetItem', 'PutItem'] },
  },
  'device-enrol': {
    stack: 'Account',
    method: 'POST',
    path: '/api/devices',
    auth: 'open',
    grants: {
      Users: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      Sessions: [
        'GetItem',
        'BatchGetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'DeleteItem',
        'ConditionCheckItem',
      ],
    },
    needsAdminUsername: true,
    memory: 512,
  },
  'device-resume-options': {
    stack: 'Account',
    method: 'POST',
    path: '/api/devices/resume/options',
    auth: 'open',
    grants: { Sessions: ['PutItem', 'UpdateItem'] },
  },
  'device-resume': {
    stack: 'Account',
    method: 'POST',
    path: '/api/devices/resume',
    auth: 'open',
    grants: { Users: ['GetItem', 'UpdateItem'], Sessions: ['GetItem', 'DeleteItem'] },
    memory: 512,
  },
  devices: {
    stack: 'Account',
    method: 'GET',
    path: '/api/devices',
    auth: 'user or phone',
    grants: { Users: ['Query'] },
  },
  'device-rename': {
    stack: 'Account',
    method: 'PATCH',
    path: '/api/devices/{deviceId}',
    auth: 'user or phone',
    grants: { Users: ['GetItem', 'UpdateItem'] },
  },
  'device-invite': {
    stack: 'Account',
    method: 'POST',
    path: '/api/devices/invite',
    auth: 'fresh',
    grants: { Users: ['GetItem'], Sessions: ['PutItem', 'UpdateItem'] },
  },
  'device-remove': {
    stack: 'Account',
    method: 'DELETE',
    path: '/api/devices/{deviceId}',
    auth: 'fresh or phone',
    grants: {
      Users: ['GetItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['Query', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
  },
  'recovery-renew': {
    stack: 'Account',
    method: 'POST',
    path: '/api/recovery',
    auth: 'fresh',
    grants: { Users: ['PutItem'], Sessions: ['PutItem', 'ConditionCheckItem'] },
  },
  recover: {
    stack: 'Account',
    method: 'POST',
    path: '/api/recover',
    auth: 'open',
    grants: { Users: ['GetItem'], Sessions: ['PutItem', 'UpdateItem'] },
  },
  'login-start': {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/login/start',
    auth: 'open',
    grants: { Users: ['GetItem'], Sessions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
    needsDecoySecret: true,
  },
  'login-complete': {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/login/complete',
    auth: 'signin',
    grants: {
      Users: ['GetItem', 'ConditionCheckItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
  },
  'login-cancel': {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/login/cancel',
    auth: 'signin',
    grants: { Users: ['DeleteItem'], Sessions: ['UpdateItem', 'DeleteItem'] },
  },
  'passkey-options': {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/login/passkey/options',
    auth: 'open',
    grants: { Sessions: ['PutItem', 'UpdateItem'] },
  },
  'passkey-answer': {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/login/passkey',
    auth: 'any',
    grants: { Users: ['GetItem', 'UpdateItem'], Sessions: ['GetItem', 'PutItem', 'DeleteItem'] },
    memory: 512,
  },
  status: {
    stack: 'SignIn',
    method: 'GET',
    path: '/api/status',
    auth: 'any',
    grants: { Sessions: ['GetItem'] },
    // Each page in use polls once a second.
    throttle: { rate: 1000, burst: 1000 },
  },
  me: { stack: 'Account', method: 'GET', path: '/api/me', auth: 'user', grants: { Users: ['GetItem'] } },
  logout: {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/logout',
    auth: 'user',
    grants: { Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    needsKeySecret: true,
    needsProviders: 'secrets',
  },
  approvals: {
    stack: 'SignIn',
    method: 'GET',
    path: '/api/approvals',
    auth: 'phone',
    grants: { Sessions: ['Query', 'BatchGetItem'] },
  },
  'approval-find': {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/approvals/find',
    auth: 'phone',
    grants: { Users: ['UpdateItem'], Sessions: ['GetItem', 'PutItem'] },
  },
  'approval-answer': {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/approvals/{sessionId}',
    auth: 'phone',
    grants: { Users: ['UpdateItem'], Sessions: ['GetItem', 'UpdateItem', 'DeleteItem', 'PutItem'] },
    memory: 512,
  },
  'push-key': {
    stack: 'Account',
    method: 'GET',
    path: '/api/push',
    auth: 'phone',
    grants: {},
    needsKeySecret: true,
  },
  'push-subscribe': {
    stack: 'Account',
    method: 'PUT',
    path: '/api/push',
    auth: 'phone',
    grants: { Users: ['UpdateItem'] },
  },
  'push-unsubscribe': {
    stack: 'Account',
    method: 'DELETE',
    path: '/api/push',
    auth: 'phone',
    grants: { Users: ['UpdateItem'] },
  },
  presence: {
    stack: 'Account',
    method: 'PUT',
    path: '/api/presence',
    auth: 'phone',
    grants: { Sessions: ['Query', 'BatchGetItem', 'UpdateItem'] },
  },
  sessions: {
    stack: 'Account',
    method: 'GET',
    path: '/api/sessions',
    auth: 'user or phone',
    grants: { Sessions: ['Query', 'BatchGetItem'] },
  },
  'session-end': {
    stack: 'Account',
    method: 'DELETE',
    path: '/api/sessions/{sessionId}',
    auth: 'user or phone',
    grants: {
      Sessions: ['GetItem', 'Query', 'BatchGetItem', 'UpdateItem', 'DeleteItem', 'PutItem'],
      Posts: ['Query', 'PutItem', 'DeleteItem'],
    },
  },
  'sessions-end': {
    stack: 'Account',
    method: 'DELETE',
    path: '/api/sessions',
    auth: 'user or phone',
    grants: {
      Users: ['UpdateItem'],
      Sessions: ['Query', 'BatchGetItem', 'UpdateItem', 'DeleteItem', 'PutItem'],
    },
  },
  activity: {
    stack: 'Account',
    method: 'GET',
    path: '/api/activity',
    auth: 'user',
    grants: { Sessions: ['Query'] },
  },
  receipt: {
    stack: 'Account',
    method: 'GET',
    path: '/api/sessions/{sessionId}/receipt',
    auth: 'user',
    grants: { Sessions: ['GetItem'] },
  },
  unhide: {
    stack: 'Account',
    method: 'POST',
    path: '/api/sessions/{sessionId}/unhide',
    auth: 'user',
    grants: { Sessions: ['PutItem'], Posts: ['Query', 'PutItem', 'DeleteItem'] },
  },
  'social-providers': {
    stack: 'SignIn',
    method: 'GET',
    path: '/api/social/providers',
    auth: 'open',
    grants: {},
    needsProviders: 'list',
  },
  'social-start': {
    stack: 'SignIn',
    method: 'GET',
    path: '/api/social/{provider}/start',
    auth: 'any',
    grants: { Sessions: ['GetItem', 'PutItem', 'UpdateItem'] },
    needsProviders: 'list',
  },
  'social-callback': {
    stack: 'SignIn',
    method: 'GET',
    path: '/api/social/{provider}/callback',
    auth: 'any',
    grants: {
      Users: ['GetItem', 'PutItem', 'UpdateItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      SocialLinks: ['GetItem', 'PutItem'],
    },
    needsKeySecret: true,
    needsProviders: 'secrets',
  },
  'social-question': {
    stack: 'SignIn',
    method: 'GET',
    path: '/api/social/question',
    auth: 'any',
    grants: { Sessions: ['GetItem'] },
    needsProviders: 'list',
  },
  'social-continue': {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/social/continue',
    auth: 'any',
    grants: {
      Users: ['GetItem', 'PutItem', 'UpdateItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      SocialLinks: ['GetItem', 'PutItem'],
    },
    needsKeySecret: true,
    needsProviders: 'list',
  },
  'social-links': {
    stack: 'SignIn',
    method: 'GET',
    path: '/api/social/links',
    auth: 'user',
    grants: { Users: ['Query'] },
    needsProviders: 'list',
  },
  'social-unlink': {
    stack: 'SignIn',
    method: 'DELETE',
    path: '/api/social/links/{provider}',
    auth: 'fresh',
    grants: {
      Users: ['GetItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['PutItem'],
      SocialLinks: ['DeleteItem'],
    },
  },
  'social-logout': {
    stack: 'SignIn',
    method: 'POST',
    path: '/api/social/{provider}/backchannel-logout',
    auth: 'open',
    grants: { Sessions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    form: true,
    needsProviders: 'list',
  },
  'social-ended': {
    stack: 'SignIn',
    method: 'GET',
    path: '/api/social/{provider}/ended',
    auth: 'any',
    grants: { Sessions: ['GetItem', 'DeleteItem'] },
    needsProviders: 'list',
  },
  posts: {
    stack: 'Blog',
    method: 'GET',
    path: '/api/posts',
    auth: 'open',
    grants: { Users: ['GetItem'], Posts: ['Query'] },
  },
  post: {
    stack: 'Blog',
    method: 'GET',
    path: '/api/posts/{postId}',
    auth: 'open',
    grants: { Posts: ['Query'] },
  },
  'post-create': {
    stack: 'Blog',
    method: 'POST',
    path: '/api/posts',
    auth: 'user',
    grants: { Posts: ['GetItem', 'PutItem'], Sessions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
  },
  'post-delete': {
    stack: 'Blog',
    method: 'DELETE',
    path: '/api/posts/{postId}',
    auth: 'user',
    grants: { Posts: ['DeleteItem'] },
  },
  user: {
    stack: 'People',
    method: 'GET',
    path: '/api/users/{username}',
    auth: 'open',
    grants: { Users: ['GetItem'] },
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

export const ROUTE_NAMES = Object.keys(ROUTES) as RouteName[];

/** The functions that nobody calls over HTTP. */
export const TRIGGERS = {
  /** Rings the phones of who signs in with a known browser, and tells phones what changed about an account. */
  ring: {
    stack: 'SignIn',
    trigger: {
      kind: 'stream',
      table: 'Sessions',
      patterns: [
        {
          eventName: ['INSERT'],
          dynamodb: {
            NewImage: {
              purpose: { S: ['signin'] },
              status: { S: ['pending'] },
              known: { BOOL: [true] },
              decoy: { BOOL: [false] },
            },
          },
        },
        { eventName: ['INSERT'], dynamodb: { NewImage: { tells: { BOOL: [true] } } } },
      ],
    },
    grants: { Users: ['Query', 'UpdateItem'], Sessions: ['GetItem', 'UpdateItem'] },
    needsKeySecret: true,
  },
  /** Asks the providers whether they still stand behind the sessions that came from them. */
  'upstream-check': {
    stack: 'SignIn',
    trigger: { kind: 'schedule', everySeconds: 60 },
    grants: { Sessions: ['Query', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    needsKeySecret: true,
    needsProviders: 'secrets',
  },
} as const satisfies Record<string, Trigger>;

export type TriggerName = keyof typeof TRIGGERS;

export const TRIGGER_NAMES = Object.keys(TRIGGERS) as TriggerName[];

/** A function with a row: of a route or of a trigger. */
export type FunctionName = RouteName | TriggerName;

export const FUNCTION_NAMES: readonly FunctionName[] = [...ROUTE_NAMES, ...TRIGGER_NAMES];

export const isTriggerName = (name: FunctionName): name is TriggerName => name in TRIGGERS;

/** What checking a caller takes: a `user` call reads the session's row and notes the activity on it. */
const AUTH_GRANTS: Record<Auth, Grants> = {
  open: {},
  any: {},
  signin: { Sessions: ['GetItem'] },
  user: { Sessions: ['GetItem', 'UpdateItem'] },
  fresh: { Sessions: ['GetItem', 'UpdateItem'] },
  phone: { Users: ['GetItem'] },
  'user or phone': { Sessions: ['GetItem', 'UpdateItem'], Users: ['GetItem'] },
  'fresh or phone': { Sessions: ['GetItem', 'UpdateItem'], Users: ['GetItem'] },
};

/** Everything that a function may do: what its row declares and what its `auth` takes. */
export function grantsOf(name: FunctionName): { [T in TableName]?: Action[] } {
  const own: Grants = rowOf(name).grants;
  const ofAuth = isTriggerName(name) ? {} : AUTH_GRANTS[ROUTES[name].auth];
  const merged: { [T in TableName]?: Action[] } = {};
  for (const grants of [own, ofAuth]) {
    for (const [table, actions] of Object.entries(grants) as [TableName, readonly Action[]][]) {
      merged[table] = [...new Set([...(merged[table] ?? []), ...actions])].sort();
    }
  }
  return merged;
}

/** The row of a function. */
export function rowOf(name: FunctionName): Route | Trigger {
  return isTriggerName(name) ? TRIGGERS[name] : ROUTES[name];
}

/** Fills the `{parameters}` of a route's path. */
export function pathOf(name: RouteName, params: Record<string, string> = {}): string {
  return ROUTES[name].path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = params[key];
    if (value === undefined) throw new TypeError(`${name} needs the path parameter ${key}`);
    return encodeURIComponent(value);
  });
}
