/**
 * What a declaration of a route says (DESIGN.md §4.1). A route has two parts: its call, which
 * is all that its function takes into its bundle, and the rest, for those who deploy it, call it, document it and
 * test it.
 */
import type * as v from 'valibot';
import type { ErrorCode } from '../errors.ts';
import type { Act } from '../sessions/acts.ts';
import type { TableName } from '../tables.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call:
 * - `open`: anybody;
 * - `any`: anybody, and the handler looks at the cookies itself;
 * - `signin`: the browser that waits for this sign-in (cookie `__Host-signin`);
 * - `reader`: the active session if there is one, else nobody, who may call as well;
 * - `user`: an active session (cookie `__Host-session`);
 * - `phone`: an enrolled phone (cookie `__Host-device`);
 * - `fresh`: an active session that was approved at most five minutes ago, in all or for the route's `act`;
 * - `user or phone`: the session if there is one, else the phone; `?as=phone` asks for the phone;
 * - `fresh or phone`: the same, and the session must be fresh.
 */
export type Auth =
  | 'open'
  | 'any'
  | 'signin'
  | 'reader'
  | 'user'
  | 'fresh'
  | 'phone'
  | 'user or phone'
  | 'fresh or phone';

/** A DynamoDB action as IAM names it; a transaction needs the action of each of its items. */
export type Action =
  | 'GetItem'
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'Query';

export type Grants = { [T in TableName]?: readonly Action[] };

/**
 * The nested stacks that functions are deployed in, one after the other in this order. The documents of `Pages` name
 * scripts that call all others, so it stays the last.
 */
export const STACKS = ['SignIn', 'Account', 'Blog', 'People', 'Messages', 'Media', 'Pages'] as const;

export type StackName = (typeof STACKS)[number];

/** Calls a second over time, and how many may come at once. */
export type Throttle = { rate: number; burst: number };

/** What every row says of its function. */
export type Row = {
  /**
   * Where the function is deployed: all functions of a noun are in one stack. It never changes once it is deployed,
   * because the new stack would make what the old one still has.
   */
  stack: StackName;
  /** What the handler does to which table; what checking `auth` takes is added by `grantsOf`. */
  grants: Grants;
  /**
   * Megabytes, and with them its share of a processor, where `MEMORY_MB` are too few: somebody waits with a
   * finger on the phone, and the first call of an instance is long (`npm run bench:memory`).
   */
  memory?: number;
  /**
   * Whether Lambda is to write no lines of its own about calls that went well: two or three for each, where calls are so
   * many that they would cost more than the calls.
   */
  isQuiet?: true;
  /** How long a call may take where the 10 s of a function are too few; an HTTP API waits for 30 s at most. */
  seconds?: number;
  /** What the function does to the bucket with the pictures, as IAM names it. */
  onMedia?: readonly ('GetObject' | 'PutObject' | 'DeleteObject' | 'ListBucket')[];
  /** Whether the function tells CloudFront to forget pictures. */
  forgetsAtEdge?: true;
  /** Whether the function needs the secret that keys are derived from, such as the Web Push key pair. */
  needsKeySecret?: true;
  /** Whether the function is told of the OpenID providers, or also acts as their client, with its secrets there. */
  needsProviders?: 'list' | 'secrets';
};

export type Trigger = Row & {
  trigger:
    | {
        kind: 'stream';
        table: TableName;
        /** Which records reach the function: event filter patterns as Lambda has them; one that fits is enough. */
        patterns: readonly object[];
      }
    | { kind: 'schedule'; everySeconds: number }
    /** A route of the WebSocket API, whose stage is {@link LIVE}. */
    | { kind: 'socket'; route: '$connect' | '$disconnect' };
  /** Whether the function is told the secret by which CloudFront is known, as that of every route is. */
  needsOriginSecret?: true;
  /** Whether it is there for the bell alone, and so only where there is one. */
  isOfBell?: true;
};

/** What the stage of the WebSocket API is called, and so the path, `/live`, at which pages open their connections. */
export const LIVE = 'live';

export type Schema<Input = unknown, Output = unknown> = v.GenericSchema<Input, Output>;

/** What a route is called with: the part of its declaration that its function has at run time. */
export type Call = {
  name: string;
  method: Method;
  /** The path as API Gateway writes it, with `{parameters}`. */
  path: string;
  auth: Auth;
  /** What it does, which a `fresh` caller must have said yes to; without it only a whole sign-in is a yes. */
  act?: Act;
  /** A browser whose phone is away may call it as well, where a `user` may: it takes nothing but the session away. */
  whileAway?: true;
  /** A page asks for it again and again by itself, so that it is nobody's activity: where a `user` calls it. */
  unnoted?: true;
  /** Takes a form instead of JSON, from another server and not from a page of ours (DESIGN.md §6.8). */
  form?: true;
  /** Takes bytes of such a type, such as `image/`, instead of JSON, and at most so many. */
  bytes?: { readonly type: string; readonly most: number };
  /** What the handler gets of the path's parameters; texts as they came unless set. What `v.guard` refuses is 404 `not_found`, and else 400. */
  params?: Schema<Record<string, unknown>, object>;
  /** What the handler gets of the query, where there is something in it that may be refused. */
  query?: Schema<Record<string, unknown>, object>;
  body?: Schema;
};

/** The rest of a route's declaration, which is in no bundle. */
export type Declaration = Row & {
  /** What it does, in a few words. */
  summary: string;
  /** What a caller must know besides (CommonMark). */
  description?: string;
  /** Parameters of the query that are texts of any kind, none of which is refused; and what each does. */
  texts?: Readonly<Record<string, string>>;
  /** Parameters of the path that `params` leaves as texts, and what each names. */
  names?: Readonly<Record<string, string>>;
  /** A browser that comes by itself, and not by a page's script, gets its problems as a page. */
  hasProblemPage?: true;
  /** Whether a repeat with the same `Idempotency-Key` is answered like the first call. */
  idempotent?: true;
  /** The body of each answer that is no problem, by its status. */
  answers: Readonly<Record<number, Schema>>;
  /** The codes of the problems that it may answer with, besides those that come with its form and its caller. */
  problems?: readonly ErrorCode[];
  /** How many calls a second API Gateway lets through, from everybody together; `THROTTLE` unless set. */
  throttle?: Throttle;
  /** Whether the function needs the server secret that decoys are derived from (DESIGN.md §2). */
  needsDecoySecret?: true;
  /** Whether its answer says that there is a bell, so that the function is told. */
  tellsOfBell?: true;
  /** Whether the function is told whose enrolment makes an admin. */
  needsAdminUsername?: true;
};

export type Route = Call & Declaration;

/** Puts the two parts of a route together. */
export function route<const C extends Call, const D extends Declaration>(call: C, rest: D): C & D {
  return { ...call, ...rest };
}
