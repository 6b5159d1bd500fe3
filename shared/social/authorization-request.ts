/**
 * An authorization request: one browser's way to a provider and back (DESIGN.md §5.5). It waits in a row of its
 * own, because whose session it will become is not known before the provider has said so.
 */
import { NodError } from '../errors.ts';
import type { SessionId, UserId } from '../ids.ts';
import type { Language } from '../languages.ts';
import { secondsAfter } from '../seconds.ts';
import { matchesSecret } from '../secrets.ts';
import type { AuthorizationSecrets } from './openid.ts';

/** From the start to the answer of the last question. */
export const AUTHORIZATION_REQUEST_SECONDS = 10 * 60;

/**
 * What binds an authorization request to its browser: a cookie of its own (`http/flow-cookies.ts`), named by the session
 * that it may become, has the secret.
 */
export type BrowserBinding = { sessionId: SessionId; secretHash: string };

type Common = BrowserBinding & {
  provider: string;
  /** The page to go to in the end. */
  next: string;
  /** Who adds this provider to an account, and from which session; absent when it is a sign-in. */
  linking?: { userId: UserId; sessionId: SessionId };
  endsAt: Date;
};

/** On the way to the provider. The row's key is the state. */
export type PendingAuthorization = Common & AuthorizationSecrets & { issuer: string };

/** Back from it, and stopped for a question to the person. The row's key is the session id. */
export type AwaitingInput = Common & {
  /** How often it was asked: an answer is one to what was asked last. */
  asked: number;
  /** What the person is asked, as the page shows it. */
  question: Question;
  /** What was answered so far. */
  answers: Answers;
  /** What the provider had said, see `upstream.ts`. */
  sealed: string;
};

/** Gone to the provider to sign out there, too. The row's key is the state. */
export type LogoutRequest = BrowserBinding & { provider: string; endsAt: Date };

/** What the pipeline can ask; an operator's own step adds a kind here, and the page that asks it. */
export type Question =
  | { question: 'username'; suggestion: string | null; displayName: string | null }
  | { question: 'link'; issuer: string; subject: string };

/** What people have answered, by what they were asked, and the language of the page that asked. */
export type Answers = { username?: string; displayName?: string; link?: true; language?: Language };

/** Whether the browser that has this secret is the one that began. */
export function isSameBrowser({ secretHash }: BrowserBinding, secret: string | undefined): boolean {
  return secret !== undefined && matchesSecret(secret, secretHash);
}

/** When the person was sent to the provider. */
export const begunAt = ({ endsAt }: Common): Date => secondsAfter(endsAt, -AUTHORIZATION_REQUEST_SECONDS);

/**
 * The error for a callback that fits no authorization request of this browser. It does not say why: a stranger learns
 * nothing.
 */
export function noSuchAuthorizationRequest(): NodError {
  return new NodError(
    'authorization_unknown',
    'This sign-in was not begun in this browser, was used already, or took more than ten minutes. Start again.',
  );
}
