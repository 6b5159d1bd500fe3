import type * as v from 'valibot';
import type { Auth, Call } from '../api/route.ts';
import { type Device, deviceIdOf } from '../devices/device.ts';
import type { UserId } from '../ids.ts';
import type { AnswerBody } from '../responses.ts';
import type { ROUTES, RouteName } from '../routes.ts';
import type { Reporter } from '../sessions/consequences.ts';
import { approverOf } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import type { User } from '../users/user.ts';

/** Who asks, as CloudFront tells it: it overwrites what a client sends under these headers. */
export type Viewer = { ip: string; place: string | null; userAgent: string };

export type PhoneCaller = { kind: 'phone'; user: User; device: Device };
export type UserCaller = { kind: 'user'; session: Session };
export type WaitingCaller = { kind: 'signin'; session: Session };

/** Whose session, or whose phone, it is. */
export function userIdOf(caller: UserCaller | PhoneCaller): UserId {
  return caller.kind === 'phone' ? caller.user.id : caller.session.userId;
}

/** The phone that calls, if it is one. */
export function phoneOf(caller: UserCaller | PhoneCaller): Device | undefined {
  return caller.kind === 'phone' ? caller.device : undefined;
}

/** Who reports a session: the phone that calls, or the session with what has let it in. */
export function reporterOf(caller: UserCaller | PhoneCaller): Reporter {
  return caller.kind === 'phone'
    ? { approver: deviceIdOf(caller.device) }
    : { sessionId: caller.session.id, approver: approverOf(caller.session) };
}

type Callers = {
  open: undefined;
  any: undefined;
  signin: WaitingCaller;
  reader: UserCaller | undefined;
  user: UserCaller;
  fresh: UserCaller;
  phone: PhoneCaller;
  'user or phone': UserCaller | PhoneCaller;
  'fresh or phone': UserCaller | PhoneCaller;
};

export type AnyCaller = Callers[Auth];

export type Cookies = Readonly<Record<string, string>>;
type Texts = Readonly<Record<string, string>>;

type Common = {
  route: Call;
  cookies: Cookies;
  viewer: Viewer;
  /** The `Idempotency-Key` of the call, if it has one. */
  idempotencyKey: string | undefined;
  /** The `If-None-Match` of the call, if it has one (RFC 9110 §13.1.2). */
  ifNoneMatch: string | undefined;
  /** When the call reached the API; `now` is when its function began. */
  receivedAt: Date;
  now: Date;
};

/** A call as it came: the parameters of its path and of its query are texts. */
export type Incoming = Common & { params: Texts; query: Texts };

type Routes = typeof ROUTES;
type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;
type ParamsOf<R> = R extends { params: infer S extends v.GenericSchema }
  ? v.InferOutput<S>
  : R extends { path: infer P extends string }
    ? { [K in ParameterOf<P>]: string }
    : never;
type QueryOf<R> = R extends { query: infer S extends v.GenericSchema }
  ? v.InferOutput<S>
  : R extends { texts: infer T }
    ? { readonly [K in keyof T]?: string }
    : Record<never, never>;
type BodyOf<R> = R extends { body: infer S extends v.GenericSchema }
  ? v.InferOutput<S>
  : R extends { bytes: object }
    ? Buffer
    : undefined;

type Params = { [N in RouteName]: ParamsOf<Routes[N]> };
type Queries = { [N in RouteName]: QueryOf<Routes[N]> };
type Bodies = { [N in RouteName]: BodyOf<Routes[N]> };

/** What the handler of a route sees of a call: its input as the route's declaration makes it. */
export type NodRequest<N extends RouteName> = Common & {
  params: Params[N];
  query: Queries[N];
  body: Bodies[N];
  /** What the route's `auth` guarantees. */
  caller: Callers[Routes[N]['auth']];
};

type Statuses = { [N in RouteName]: keyof Routes[N]['answers'] };

/** What the handler of a route answers with: a status that it declares, and a body. */
export type Answer<N extends RouteName = RouteName> = {
  status: Statuses[N];
  body?: AnswerBody<N>;
  /** A document instead of JSON, the same for everybody, with the headers that are its own. */
  document?: { headers: Readonly<Record<string, string>>; text?: string };
  cookies?: string[];
  /** Where the browser goes on to (RFC 9110 §10.2.2). */
  location?: string;
};
