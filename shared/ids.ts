/** Identifiers: opaque, 128 random bits in base64url (RFC 4648 §5), with a prefix that says what they name. */
import { randomBytes } from 'node:crypto';

export type UserId = `usr_${string}`;
export type SessionId = `ses_${string}`;
export type TicketId = `tic_${string}`;
/** A known browser, of one user: see `sessions/known-browser.ts`. */
export type BrowserId = `brw_${string}`;
/** `dev_` and the device's WebAuthn credential id. */
export type DeviceId = `dev_${string}`;
/** `link#` and a digest of the identity: see `sessions/provenance.ts`. */
export type LinkId = `link#${string}`;
/** `pst_` and a time-ordered id, see `posts/post.ts`. */
export type PostId = `pst_${string}`;
/** `msg_` and a time-ordered id, see `chats/message.ts`. */
export type MessageId = `msg_${string}`;
/** `ntc_` and a time-ordered id, see `notices/notice.ts`. */
export type NoticeId = `ntc_${string}`;
/** A picture that somebody has uploaded: it is part of the picture's address, and as good as a secret until it is shown. */
export type MediaId = `img_${string}`;

export const newUserId = (): UserId => `usr_${randomId()}`;
export const newSessionId = (): SessionId => `ses_${randomId()}`;
export const newTicketId = (): TicketId => `tic_${randomId()}`;
export const newMediaId = (): MediaId => `img_${randomId()}`;

function randomId(): string {
  return randomBytes(16).toString('base64url');
}

const RANDOM_ID = /^[A-Za-z0-9_-]{22}$/;

export const isUserId = (value: string): value is UserId => hasForm(value, 'usr_');
export const isSessionId = (value: string): value is SessionId => hasForm(value, 'ses_');
export const isBrowserId = (value: string): value is BrowserId => hasForm(value, 'brw_');
export const isMediaId = (value: string): value is MediaId => hasForm(value, 'img_');
export const isTicketId = (value: string): value is TicketId => hasForm(value, 'tic_');

function hasForm(value: string, prefix: string): boolean {
  return value.startsWith(prefix) && RANDOM_ID.test(value.slice(prefix.length));
}
