/**
 * The route table of design §4: the only place where routes are listed. The CDK app, the local server, the
 * browser's API client and the tests read it; `functions/<name>.ts` holds the code of the row `<name>`.
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
 * - `user or phone`: the session if there is one, else the phone; `?as=phone` asks for the phone.
 */
export type Auth = 'open' | 'any' | 'signin' | 'user' | 'phone' | 'user or phone';

/** A DynamoDB action as IAM names it; a transaction needs the action of each of its items. */
export type Action = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem' | 'Query';

export type Grants = { [T in TableName]?: readonly Action[] };

export type Route = {
  method: Method;
  /** The path as API Gateway writes it, with `{parameters}`. */
  path: string;
  auth: Auth;
  /** What the handler does to which table; what checking `auth` takes is added by {@link grantsOf}. */
  grants: Grants;
  /** How many calls a second API Gateway lets through, from everybody together; {@link THROTTLE} unless set. */
  throttle?: Throttle;
  /** Whether the function needs the server secret that decoys are derived from (design §2). */
  needsDecoySecret?: true;
  /** Whether the function is told whose enrolment makes an admin. */
  needsAdminUsername?: true;
};

/** Calls a second over time, and how many may come at once. */
export type Throttle = { rate: number; burst: number };

/**
 * A bound on what a flood costs, not on people: those have limits of their own (`limits/`). The smallest
 * account takes 1250 calls at once, for all its APIs.
 */
export const THROTTLE: Throttle = { rate: 100, burst: 200 };

export const ROUTES = {
  register: {
    method: 'POST',
    path: '/api/register',
    auth: 'open',
    grants: { Users: ['PutItem'], Sessions: ['UpdateItem', 'PutItem'] },
  },
  'device-options': {
    method: 'POST',
    path: '/api/devices/options',
    auth: 'open',
    grants: { Sessions: ['GetItem', 'PutItem'] },
  },
  'device-enrol': {
    method: 'POST',
    path: '/api/devices',
    auth: 'open',
    grants: { Users: ['PutItem', 'UpdateItem'], Sessions: ['GetItem', 'UpdateItem', 'DeleteItem'] },
    needsAdminUsername: true,
  },
  devices: { method: 'GET', path: '/api/devices', auth: 'user or phone', grants: { Users: ['Query'] } },
  'login-start': {
    method: 'POST',
    path: '/api/login/start',
    auth: 'open',
    grants: { Users: ['GetItem'], Sessions: ['GetItem', 'PutItem', 'UpdateItem'] },
    needsDecoySecret: true,
  },
  'login-complete': {
    method: 'POST',
    path: '/api/login/complete',
    auth: 'signin',
    grants: { Users: ['GetItem', 'ConditionCheckItem'], Sessions: ['GetItem', 'PutItem', 'UpdateItem'] },
  },
  'login-cancel': {
    method: 'POST',
    path: '/api/login/cancel',
    auth: 'signin',
    grants: { Users: ['DeleteItem'], Sessions: ['UpdateItem'] },
  },
  status: {
    method: 'GET',
    path: '/api/status',
    auth: 'any',
    grants: { Sessions: ['GetItem'] },
    // Each page in use polls once a second.
    throttle: { rate: 1000, burst: 1000 },
  },
  me: { method: 'GET', path: '/api/me', auth: 'user', grants: {} },
  logout: { method: 'POST', path: '/api/logout', auth: 'user', grants: { Sessions: ['UpdateItem'] } },
  approvals: { method: 'GET', path: '/api/approvals', auth: 'phone', grants: { Sessions: ['Query'] } },
  'approval-find': {
    method: 'POST',
    path: '/api/approvals/find',
    auth: 'phone',
    grants: { Users: ['UpdateItem'], Sessions: ['GetItem', 'PutItem'] },
  },
  'approval-answer': {
    method: 'POST',
    path: '/api/approvals/{sessionId}',
    auth: 'phone',
    grants: { Users: ['UpdateItem'], Sessions: ['GetItem', 'UpdateItem', 'DeleteItem'] },
  },
  sessions: {
    method: 'GET',
    path: '/api/sessions',
    auth: 'user or phone',
    grants: { Sessions: ['Query'] },
  },
  'session-end': {
    method: 'DELETE',
    path: '/api/sessions/{sessionId}',
    auth: 'user or phone',
    grants: { Sessions: ['GetItem', 'UpdateItem'] },
  },
  'sessions-end': {
    method: 'DELETE',
    path: '/api/sessions',
    auth: 'user or phone',
    grants: { Users: ['UpdateItem'], Sessions: ['Query', 'UpdateItem'] },
  },
  posts: {
    method: 'GET',
    path: '/api/posts',
    auth: 'open',
    grants: { Users: ['GetItem'], Posts: ['Query'] },
  },
  post: { method: 'GET', path: '/api/posts/{postId}', auth: 'open', grants: { Posts: ['Query'] } },
  'post-create': {
    method: 'POST',
    path: '/api/posts',
    auth: 'user',
    grants: { Posts: ['GetItem', 'PutItem'], Sessions: ['GetItem', 'PutItem'] },
  },
  'post-delete': {
    method: 'DELETE',
    path: '/api/posts/{postId}',
    auth: 'user',
    grants: { Posts: ['DeleteItem'] },
  },
  user: { method: 'GET', path: '/api/users/{username}', auth: 'open', grants: { Users: ['GetItem'] } },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

export const ROUTE_NAMES = Object.keys(ROUTES) as RouteName[];

/** What checking a caller takes: a `user` call reads the session's row and notes the activity on it. */
const AUTH_GRANTS: Record<Auth, Grants> = {
  open: {},
  any: {},
  signin: { Sessions: ['GetItem'] },
  user: { Sessions: ['GetItem', 'UpdateItem'] },
  phone: { Users: ['GetItem'] },
  'user or phone': { Sessions: ['GetItem', 'UpdateItem'], Users: ['GetItem'] },
};

/** Everything that the function of a route may do: what it declares and what its `auth` takes. */
export function grantsOf(name: RouteName): { [T in TableName]?: Action[] } {
  const route: Route = ROUTES[name];
  const merged: { [T in TableName]?: Action[] } = {};
  for (const grants of [route.grants, AUTH_GRANTS[route.auth]]) {
    for (const [table, actions] of Object.entries(grants) as [TableName, readonly Action[]][]) {
      merged[table] = [...new Set([...(merged[table] ?? []), ...actions])].sort();
    }
  }
  return merged;
}

/** Fills the `{parameters}` of a route's path. */
export function pathOf(name: RouteName, params: Record<string, string> = {}): string {
  return ROUTES[name].path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = params[key];
    if (value === undefined) throw new TypeError(`${name} needs the path parameter ${key}`);
    return encodeURIComponent(value);
  });
}
