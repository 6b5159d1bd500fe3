/** The JSON of each route, by its name in the route table: bodies that come in and answers that go out. */

import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { DeviceId, PostId, SessionId } from './ids.ts';
import type { RouteName } from './routes.ts';
import type { Lifetime, Reason, Status } from './sessions/session.ts';
import type { Role } from './users/user.ts';

/** ISO 8601, UTC. */
export type Timestamp = string;

export type UserShape = { username: string; displayName: string; roles: Role[] };
export type AuthorShape = { username: string; displayName: string };
export type PostShape = { id: PostId; author: AuthorShape; body: string; createdAt: Timestamp };
export type ProfileShape = AuthorShape & { createdAt: Timestamp };

/** A list; `next` is the opaque cursor of the next page. */
export type List<T> = { items: T[]; next: string | null };

export type StatusShape = {
  status: Status | 'none';
  reason?: Reason;
  /** Only while active or walkaway. */
  user?: UserShape;
  /** The phone's name, once it approved. */
  device?: string;
  expiresAt?: Timestamp;
  /** How long to wait before the next poll, in milliseconds, while somebody looks. */
  pollAfterMs: number;
};

/** A browser that asks to be let in, as the phone shows it. */
export type ApprovalShape = {
  sessionId: SessionId;
  browser: string;
  os: string;
  place: string | null;
  ip: string;
  known: boolean;
  startedAt: Timestamp;
  expiresAt: Timestamp;
};

export type SessionShape = {
  id: SessionId;
  browser: string;
  os: string;
  place: string | null;
  createdAt: Timestamp;
  lastActiveAt: Timestamp;
  expiresAt: Timestamp;
  /** Whether it is the session that asks. */
  current: boolean;
  /** The phone that approved it. */
  device: string | null;
};

export type DeviceShape = {
  id: DeviceId;
  name: string;
  createdAt: Timestamp;
  lastUsedAt: Timestamp;
  /** Whether it is the phone that asks. */
  current: boolean;
};

type Shapes = {
  register: {
    body: { username: string; displayName?: string };
    answer: { username: string; enrolUrl: string; expiresAt: Timestamp };
  };
  'device-options': {
    body: { ticket: string };
    answer: { publicKey: PublicKeyCredentialCreationOptionsJSON; username: string };
  };
  'device-enrol': {
    body: { ticket: string; credential: RegistrationResponseJSON; name: string };
    answer: { device: DeviceShape };
  };
  devices: { answer: List<DeviceShape> };
  'login-start': {
    body: { username: string };
    answer: { sessionId: SessionId; number: string; approveUrl: string; expiresAt: Timestamp };
  };
  'login-complete': { answer: { user: UserShape } };
  'login-cancel': { answer: { status: 'cancelled' } };
  status: { answer: StatusShape };
  me: { answer: { user: UserShape; session: SessionShape } };
  logout: { answer: { status: 'closed' } };
  approvals: { answer: List<ApprovalShape> };
  'approval-find': {
    body: { number: string };
    answer: { approval: ApprovalShape; publicKey: PublicKeyCredentialRequestOptionsJSON };
  };
  'approval-answer': {
    body:
      | {
          decision: 'approve';
          lifetime: Lifetime;
          presence?: boolean;
          assertion: AuthenticationResponseJSON;
        }
      | { decision: 'deny'; report?: boolean };
    answer: { status: 'approved' | 'denied' };
  };
  sessions: { answer: List<SessionShape> };
  'session-end': { answer: { status: 'closed' } };
  'sessions-end': { answer: { ended: number } };
  posts: { answer: List<PostShape> };
  post: { answer: PostShape };
  'post-create': { body: { body: string }; answer: PostShape };
  'post-delete': { answer: undefined };
  user: { answer: ProfileShape };
};

export type RequestBody<N extends RouteName> = Shapes[N] extends { body: infer B } ? B : undefined;
export type AnswerBody<N extends RouteName> = Shapes[N]['answer'];
