/**
 * The route table: the only place where all routes are gathered, and the functions that a stream or the clock calls
 * beside them. Each noun declares its own in `api/<noun>.ts`. The CDK app, the local server, the pages' client, the
 * OpenAPI document and the tests come from it; `functions/<name>.ts` holds the code of the row `<name>`.
 */
import { ALERTS } from './api/alerts.ts';
import { APPROVALS } from './api/approvals.ts';
import { DEVICES } from './api/devices.ts';
import { FEEDS } from './api/feeds.ts';
import { HIDES } from './api/hides.ts';
import { MARKS } from './api/marks.ts';
import { MEDIA } from './api/media.ts';
import { CHATS } from './api/messages.ts';
import { NOTICES } from './api/notices.ts';
import { PEOPLE } from './api/people.ts';
import { POSTS } from './api/posts.ts';
import { PUSH } from './api/push.ts';
import { RECOVERY } from './api/recovery.ts';
import { REPORTS } from './api/reports.ts';
import type { Action, Auth, Grants, Route, Throttle, Trigger } from './api/route.ts';
import { SEARCH } from './api/search.ts';
import { SESSIONS } from './api/sessions.ts';
import { SIGN_IN } from './api/signin.ts';
import { SOCIAL } from './api/social.ts';
import { THREADS } from './api/threads.ts';
import { TIMELINES } from './api/timelines.ts';
import type { TableName } from './tables.ts';

export type { Action, Auth, Grants, Method, Route, StackName, Throttle, Trigger } from './api/route.ts';
export { LIVE, STACKS } from './api/route.ts';

/** What a function has unless its row says otherwise: the size at which a poll costs least. */
export const MEMORY_MB = 256;

/**
 * A bound on what a flood costs, not on people: those have limits of their own (`limits/`). The smallest
 * account takes 1250 calls at once, for all its APIs.
 */
export const THROTTLE: Throttle = { rate: 100, burst: 200 };

export const ROUTES = {
  ...SIGN_IN,
  ...APPROVALS,
  ...DEVICES,
  ...RECOVERY,
  ...PUSH,
  ...ALERTS,
  ...SESSIONS,
  ...SOCIAL,
  ...POSTS,
  ...FEEDS,
  ...SEARCH,
  ...HIDES,
  ...REPORTS,
  ...PEOPLE,
  ...TIMELINES,
  ...MARKS,
  ...THREADS,
  ...CHATS,
  ...NOTICES,
  ...MEDIA,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

export const ROUTE_NAMES = Object.keys(ROUTES) as RouteName[];

/** A known browser that waits for a phone, as the stream has it. */
const KNOWN_BROWSER_WAITS = {
  purpose: { S: ['signin'] },
  status: { S: ['pending'] },
  known: { BOOL: [true] },
  decoy: { BOOL: [false] },
};

/** The functions that nobody calls over HTTP. */
export const TRIGGERS = {
  /** Rings the phones of who signs in with a known browser, and tells phones what changed about an account. */
  ring: {
    stack: 'SignIn',
    trigger: {
      kind: 'stream',
      table: 'Sessions',
      patterns: [
        { eventName: ['INSERT'], dynamodb: { NewImage: KNOWN_BROWSER_WAITS } },
        { eventName: ['INSERT'], dynamodb: { NewImage: { notifies: { BOOL: [true] } } } },
      ],
    },
    grants: {
      Users: ['GetItem', 'Query', 'UpdateItem'],
      Sessions: ['GetItem', 'UpdateItem', 'PutItem', 'DeleteItem'],
      Copies: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'],
    },
    // A batch may have many pushes to seal.
    memory: 512,
    needsKeySecret: true,
  },
  /** Tells phones once more what their push services would not take. */
  news: {
    stack: 'SignIn',
    trigger: { kind: 'schedule', everySeconds: 60 },
    grants: { Users: ['GetItem', 'UpdateItem'], Sessions: ['Query', 'UpdateItem', 'PutItem', 'DeleteItem'] },
    memory: 512,
    needsKeySecret: true,
  },
  /** Tells phones of mentions, replies and messages, where the person has asked for that. */
  alerts: {
    stack: 'SignIn',
    trigger: { kind: 'schedule', everySeconds: 60 },
    grants: {
      Users: ['GetItem', 'Query', 'UpdateItem'],
      Posts: ['GetItem'],
      Copies: ['GetItem', 'BatchGetItem'],
      Sessions: ['GetItem', 'Query', 'UpdateItem', 'PutItem', 'DeleteItem'],
    },
    memory: 512,
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
  /** Deletes pictures that nothing shows, and takes those of hidden posts away from where they are shown. */
  'media-sweep': {
    stack: 'Media',
    trigger: { kind: 'schedule', everySeconds: 60 },
    grants: {
      Users: ['GetItem', 'ConditionCheckItem'],
      Posts: [
        'Query',
        'GetItem',
        'BatchGetItem',
        'PutItem',
        'UpdateItem',
        'DeleteItem',
        'ConditionCheckItem',
      ],
    },
    // With ListBucket, S3 says of a file that is not there that it is not, and not that nobody may see it.
    onMedia: ['GetObject', 'PutObject', 'DeleteObject', 'ListBucket'],
    forgetsAtEdge: true,
  },
  /** Lets a page listen to the bell. */
  'live-connect': {
    stack: 'SignIn',
    trigger: { kind: 'socket', route: '$connect' },
    grants: { Users: ['GetItem'], Sessions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    needsOriginSecret: true,
    isQuiet: true,
    isOfBell: true,
  },
  'live-disconnect': {
    stack: 'SignIn',
    trigger: { kind: 'socket', route: '$disconnect' },
    grants: { Sessions: ['GetItem', 'DeleteItem'] },
    isQuiet: true,
    isOfBell: true,
  },
  /** Tells pages to look when their session has changed, what waits to be read, or what their phone is asked. */
  bell: {
    stack: 'SignIn',
    trigger: {
      kind: 'stream',
      table: 'Sessions',
      // No pattern can compare what was with what is: touches and heartbeats come along, and the rule leaves them out.
      patterns: [
        { eventName: ['INSERT'], dynamodb: { NewImage: KNOWN_BROWSER_WAITS } },
        { eventName: ['MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'session#' }] } } } },
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: ['unread-changed'] } } } },
      ],
    },
    grants: { Users: ['Query'], Sessions: ['Query', 'DeleteItem'] },
    isQuiet: true,
    isOfBell: true,
  },
  /** Puts what is posted where it is listed: into the timelines of whoever follows. Tells whom it answers or mentions. */
  'posts-copied': {
    stack: 'Blog',
    trigger: {
      kind: 'stream',
      table: 'Posts',
      patterns: [
        { eventName: ['INSERT', 'REMOVE'], dynamodb: { Keys: { sk: { S: [{ prefix: 'post#' }] } } } },
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'copying#pst_' }] } } } },
        // An edit changes a post as a like does, but leaves the version before, whose row goes where that stands again.
        { eventName: ['INSERT', 'REMOVE'], dynamodb: { Keys: { sk: { S: [{ prefix: 'edit#' }] } } } },
        // Of a post there is only its place, and of that the post again.
        { eventName: ['MODIFY'], dynamodb: { NewImage: { gone: { S: ['deleted', 'hidden'] } } } },
        { eventName: ['MODIFY'], dynamodb: { OldImage: { gone: { S: ['deleted', 'hidden'] } } } },
      ],
    },
    grants: {
      Users: ['GetItem'],
      Posts: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      Sessions: ['PutItem'],
      Copies: ['GetItem', 'BatchGetItem', 'Query', 'BatchWriteItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
  },
  /** Keeps timelines to whom people follow. Tells of follows, likes and reposts, and counts what is unread. */
  'people-copied': {
    stack: 'Blog',
    trigger: {
      kind: 'stream',
      table: 'Posts',
      patterns: [
        { eventName: ['INSERT', 'REMOVE'], dynamodb: { Keys: { sk: { S: [{ prefix: 'follow#' }] } } } },
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'copying#usr_' }] } } } },
        // Each of these changes for other reasons, too, which the images tell.
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'mark#' }] } } } },
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'inbox#' }] } } } },
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: ['hides'] } } } },
      ],
    },
    grants: {
      Users: ['GetItem'],
      Posts: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      Sessions: ['PutItem'],
      Copies: ['GetItem', 'BatchGetItem', 'Query', 'BatchWriteItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
  },
} as const satisfies Record<string, Trigger>;

export type TriggerName = keyof typeof TRIGGERS;

export const TRIGGER_NAMES = Object.keys(TRIGGERS) as TriggerName[];

/** A function with a row: of a route or of a trigger. */
export type FunctionName = RouteName | TriggerName;

export const FUNCTION_NAMES: readonly FunctionName[] = [...ROUTE_NAMES, ...TRIGGER_NAMES];

/** Whether somebody waits for its answer, as for that of a route. */
export const isSocket = (name: TriggerName): boolean => TRIGGERS[name].trigger.kind === 'socket';

/** Whether a function is there for the bell alone. */
export const isOfBell = (name: FunctionName): boolean => isTriggerName(name) && 'isOfBell' in TRIGGERS[name];

export const isTriggerName = (name: FunctionName): name is TriggerName => name in TRIGGERS;

/** What checking a caller takes: a `user` call reads the session's row and notes the activity on it. */
const AUTH_GRANTS: Record<Auth, Grants> = {
  open: {},
  any: {},
  signin: { Sessions: ['GetItem'] },
  reader: { Sessions: ['GetItem'] },
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

/**
 * By which methods and paths API Gateway finds a route. HEAD is what GET is, without the body (RFC 9110 §9.3.2), and API
 * Gateway answers it only where it is told to: a route more, of the same function. Not where browsers come by themselves
 * with what may be used once, which whoever looks at a link beforehand must not spend.
 */
export function routeKeysOf({ method, path, hasProblemPage }: Route): string[] {
  const isHeadOf = method === 'GET' && !hasProblemPage;
  return [`${method} ${path}`, ...(isHeadOf ? [`HEAD ${path}`] : [])];
}

/** Fills the `{parameters}` of a route's path. */
export function pathOf(name: RouteName, params: Record<string, string> = {}): string {
  return ROUTES[name].path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = params[key];
    if (value === undefined) throw new TypeError(`${name} needs the path parameter ${key}`);
    return encodeURIComponent(value);
  });
}
