/** Challenges: what a phone signs, once (WebAuthn Level 3 §13.4.3). */
import { createHash } from 'node:crypto';
import type { DeviceId, SessionId, TicketId, UserId } from '../ids.ts';
import { newSecret } from '../secrets.ts';
import type { Act } from '../sessions/acts.ts';
import type { Assertion, Attestation } from './device-schemas.ts';

/** How long a phone may take from the question to the fingerprint. */
export const CHALLENGE_SECONDS = 5 * 60;

type Asked = {
  /** 32 bytes, base64url. */
  value: string;
  endsAt: Date;
};

/** Asked of a phone of this user's. */
export type Challenge = Asked & { userId: UserId } & (
    | { purpose: 'enrol'; ticketId: TicketId }
    | {
        purpose: 'approve';
        sessionId: SessionId;
        number: string;
        deviceId: DeviceId;
        nonce: string;
        act?: Act | undefined;
      }
    | { purpose: 'stop-recovery'; sessionId: SessionId; deviceId: DeviceId }
  );

/** Asked of whoever has a passkey: only the answer tells whose it is. */
export type OpenChallenge = Asked &
  (
    | { purpose: 'resume' }
    /** A session to be created in the browser that has the secret of this digest, in a cookie of its own. */
    | { purpose: 'passkey'; sessionId: SessionId; secretHash: string }
  );

/**
 * What a phone says yes to: one sign-in of one user, by the number that both people see, or one act of a browser that
 * is signed in (DESIGN.md §6.4).
 */
export type ApprovalStatement = {
  nonce: string;
  userId: UserId;
  sessionId: SessionId;
  number: string;
  act?: Act | undefined;
};

/**
 * The statement as canonical JSON. RFC 8785 §3.2.3 sorts the members by name; all values are ASCII, and the act, which
 * is first, is left out of a sign-in's.
 */
export function statementText({ nonce, userId, sessionId, number, act }: ApprovalStatement): string {
  return JSON.stringify({ act, action: 'approve', nonce, number, sessionId, userId });
}

/**
 * The challenge for an approval: SHA-256 of the statement's text, base64url. A stored assertion over it is a
 * receipt of what was approved.
 */
export function approvalChallenge(statement: ApprovalStatement): string {
  return createHash('sha256').update(statementText(statement)).digest('base64url');
}

/** A challenge for an enrolment, or the nonce of an approval's: 32 random bytes, base64url. */
export const newNonce = newSecret;

/** The challenge that a credential's client data names; it is worth nothing until its row is taken. */
export function challengeNamedBy(credential: Attestation | Assertion): string | undefined {
  const data = clientDataOf(credential);
  return typeof data?.challenge === 'string' && /^[A-Za-z0-9_-]{43}$/.test(data.challenge)
    ? data.challenge
    : undefined;
}

/** Whether the credential was asked for inside another site's frame (WebAuthn Level 3 §5.8.1). */
export function isCrossOrigin(credential: Attestation | Assertion): boolean {
  const data = clientDataOf(credential);
  return data?.crossOrigin === true || data?.topOrigin !== undefined;
}

function clientDataOf({ response }: Attestation | Assertion): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'));
    return typeof data === 'object' && data !== null ? { ...data } : undefined;
  } catch {
    return undefined;
  }
}
