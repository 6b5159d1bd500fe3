/**
 * Receipts: what a phone signed to approve a session, kept with all that it takes to check that without us
 * (DESIGN.md §6.4): the challenge is SHA-256 of the statement, and the signature covers the challenge.
 */
import type { Device } from '../devices/device.ts';
import type { Assertion } from '../devices/device-schemas.ts';
import type { Jwk } from '../devices/jwk.ts';
import type { SessionId, UserId } from '../ids.ts';
import type { ReceiptResponse } from '../responses.ts';

export type Receipt = {
  userId: UserId;
  sessionId: SessionId;
  approvedAt: Date;
  /** The canonical JSON (RFC 8785) whose SHA-256 is the challenge. */
  statement: string;
  challenge: string;
  device: Pick<Device, 'name' | 'credentialId'>;
  publicKey: Jwk;
  /** base64url, as the phone sent them (WebAuthn Level 3 §5.2.2). */
  assertion: Pick<Assertion['response'], 'clientDataJSON' | 'authenticatorData' | 'signature'>;
};

export function receiptResponse({ userId: _, approvedAt, ...receipt }: Receipt): ReceiptResponse {
  return { ...receipt, approvedAt: approvedAt.toISOString() };
}
