/** The JSON of each route, by its name in the route table: bodies that come in and answers that go out. */

import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Activity } from './activity/activity.ts';
import type { DeviceId, PostId, SessionId } from './ids.ts';
import type { RouteName } from './routes.ts';
import type { Lifetime, Reason, Status } from './sessions/session.ts';
import type { Role } from './users/user.ts';

/** ISO 8601, UTC. */
export type Timestamp = string;

export type UserResponse = { username: string; displayName: string; roles: Role[] };
export type AuthorShape = { username: string; displayName: string };
export type PostResponse = { id: PostId; author: AuthorShape; body: string; createdAt: Timestamp };
export type ProfileResponse = AuthorShape & { createdAt: Timestamp };

/** A list; `next` is the opaque cursor of the next page. */
export type List<T> = { items: T[]; next: string | null };

export type StatusResponse = {
  status: Status | 'none';
  reason?: Reason;
  /** Only while active or walkaway. */
  user?: UserResponse;
  /** The phone's name, once it approved. */
  device?: string;
  expiresAt?: Timestamp;
  /** How long to wait before the next poll, in milliseconds, while somebody looks. */
  pollAfterMs: number;
};

/** A browser that asks to be let in, as the phone shows it. */
export type ApprovalResponse = {
  sessionId: SessionId;
  browser: string;
  os: string;
  place: string | null;
  ip: string;
  known: boolean;
  startedAt: Timestamp;
  expiresAt: Timestamp;
};

export type SessionResponse = {
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
  /** The provider that let it in, if one did. */
  provider?: string;
};

export type DeviceResponse = {
  id: DeviceId;
  name: string;
  createdAt: Timestamp;
  lastUsedAt: Timestamp;
  /** Whether it is the phone that asks. */
  current: boolean;
  /** Whether it is rung: it has a push subscription. */
  rings: boolean;
};

export type ActivityResponse = Omit<Activity, 'userId' | 'at'> & { id: string; at: Timestamp };

/** What a phone signed to approve a session, and all that it takes to check that (design §6.4). */
export type ReceiptResponse = {
  sessionId: SessionId;
  /** The canonical JSON (RFC 8785) whose SHA-256 is the challenge. */
  statement: string;
  /** base64url of that digest. */
  challenge: string;
  approvedAt: Timestamp;
  device: { name: string; credentialId: string };
  /** The phone's public key, as a JWK (RFC 7517). */
  publicKey: Record<string, unknown>;
  /** What the phone signed (WebAuthn Level 3 §6.3.3), base64url. */
  assertion: { clientDataJSON: string; authenticatorData: string; signature: string };
};

export type SocialProviderResponse = { id: string; label: string };

/** What the way from a provider has stopped for (design §5). */
export type SocialQuestionResponse = SocialProviderResponse &
  (
    | { question: 'username'; suggestion: string | null; displayName: string | null }
    | { question: 'link'; issuer: string; subject: string }
  );

export type SocialLinkResponse = {
  provider: string;
  label: string;
  issuer: string;
  subject: string;
  /** How the provider calls the person. */
  name: string | null;
  createdAt: Timestamp;
  lastUsedAt: Timestamp;
};

type Shapes = {
  register: {
    body: { username: string; displayName?: string };
    answer: { username: string; enrolUrl: string; expiresAt: Timestamp };
  };
  'device-options': {
    body: { ticket: string };
    answer: {
      publicKey: PublicKeyCredentialCreationOptionsJSON;
      username: string;
      /** What the ticket makes of the phone: a new user's first, one more, or the only one. */
      purpose: 'registration' | 'invite' | 'recovery';
    };
  };
  'device-enrol': {
    body: { ticket: string; credential: RegistrationResponseJSON; name: string };
    answer: { device: DeviceResponse };
  };
  'device-resume-options': { answer: { publicKey: PublicKeyCredentialRequestOptionsJSON } };
  'device-resume': {
    body: { assertion: AuthenticationResponseJSON };
    answer: { device: DeviceResponse; username: string };
  };
  devices: { answer: List<DeviceResponse> };
  'device-rename': { body: { name: string }; answer: { device: DeviceResponse } };
  'device-invite': { answer: { enrolUrl: string; expiresAt: Timestamp } };
  /** `?sessions=end` also ends the sessions that it approved; `current` if the one that asks is among them. */
  'device-remove': { answer: { status: 'removed'; ended: number; current?: true } };
  'recovery-renew': { answer: { code: string } };
  recover: {
    body: { username: string; code: string };
    answer: { username: string; enrolUrl: string; expiresAt: Timestamp };
  };
  'login-start': {
    body: { username: string };
    answer: { sessionId: SessionId; number: string; approveUrl: string; expiresAt: Timestamp };
  };
  /** `provider` is the one that let the browser in, where one did. */
  'login-complete': { answer: { user: UserResponse; provider?: SocialProviderResponse } };
  'passkey-options': { answer: { publicKey: PublicKeyCredentialRequestOptionsJSON } };
  'passkey-answer': {
    body: { assertion: AuthenticationResponseJSON; lifetime?: Lifetime };
    answer: { status: 'approved' };
  };
  'login-cancel': { answer: { status: 'cancelled' } };
  status: { answer: StatusResponse };
  me: {
    answer: {
      user: UserResponse;
      session: SessionResponse;
      /** The recovery code that there is, by when it was made. */
      recoveryCode: { createdAt: Timestamp } | null;
    };
  };
  /** Where a provider let this browser in, `providerLogoutUrl` is where the page goes on to, to sign out there as well. */
  logout: { answer: { status: 'closed'; providerLogoutUrl?: string } };
  approvals: { answer: List<ApprovalResponse> };
  'approval-find': {
    body: { number: string };
    answer: { approval: ApprovalResponse; publicKey: PublicKeyCredentialRequestOptionsJSON };
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
  sessions: { answer: List<SessionResponse> };
  'push-key': { answer: { publicKey: string; subscribed: boolean } };
  'push-subscribe': {
    body: { endpoint: string; keys: { p256dh: string; auth: string } };
    answer: { subscribed: true };
  };
  'push-unsubscribe': { answer: { subscribed: false } };
  /** How many live sessions are bound to a phone's presence. */
  presence: { answer: { bound: number } };
  /** `?notMe=1` also hides what the session wrote, and says how much that was. */
  'session-end': { answer: { status: 'closed'; hidden?: number } };
  'sessions-end': { answer: { ended: number } };
  activity: { answer: List<ActivityResponse> };
  receipt: { answer: ReceiptResponse };
  unhide: { answer: { shown: number } };
  'social-providers': { answer: List<SocialProviderResponse> };
  /** With `?as=json` where to go; otherwise the browser goes there. */
  'social-start': { answer: { url: string } | undefined };
  'social-callback': { answer: undefined };
  'social-question': { answer: SocialQuestionResponse };
  'social-continue': {
    body: { username: string; displayName?: string } | { link: true };
    /** `next` is the page to go on to, once the sign-in is completed where there is one. */
    answer: { status: 'approved' | 'linked' | 'question'; next: string };
  };
  'social-links': { answer: List<SocialLinkResponse> };
  'social-unlink': { answer: undefined };
  'social-logout': { body: { logout_token: string }; answer: undefined };
  'social-ended': { answer: undefined };
  posts: { answer: List<PostResponse> };
  post: { answer: PostResponse };
  'post-create': { body: { body: string }; answer: PostResponse };
  'post-delete': { answer: undefined };
  user: { answer: ProfileResponse };
};

export type RequestBody<N extends RouteName> = Shapes[N] extends { body: infer B } ? B : undefined;
export type AnswerBody<N extends RouteName> = Shapes[N]['answer'];
