import type { Device } from '../devices/device.ts';
import type { UserId } from '../ids.ts';
import type { Auth, ROUTES, Route, RouteName } from '../routes.ts';
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

type Callers = {
  open: undefined;
  any: undefined;
  signin: WaitingCaller;
  user: UserCaller;
  fresh: UserCaller;
  phone: PhoneCaller;
  'user or phone': UserCaller | PhoneCaller;
  'fresh or phone': UserCaller | PhoneCaller;
};

/** What `auth` of a route guarantees about its caller. */
export type CallerOf<N extends RouteName> = Callers[(typeof ROUTES)[N]['auth']];
export type AnyCaller = Callers[Auth];

export type Cookies = Readonly<Record<string, string>>;

/** What a handler sees of a call. */
export type NodRequest<Body = undefined, Caller = AnyCaller> = {
  route: Route;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  cookies: Cookies;
  body: Body;
  caller: Caller;
  viewer: Viewer;
  /** The `Idempotency-Key` of the call, if it has one. */
  idempotencyKey: string | undefined;
  /** When the call reached the API; `now` is when its function began. */
  receivedAt: Date;
  now: Date;
};

export type Answer<Body = unknown> = {
  status: number;
  body?: Body;
  cookies?: string[];
  /** Where the browser goes on to (RFC 9110 §10.2.2). */
  location?: string;
};
