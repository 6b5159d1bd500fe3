/**
 * The errors that Nod answers with. A code is stable: clients may switch on it; the sentence may change.
 * `http/problem.ts` is the only place that turns a code into a status (RFC 9457).
 */
export type ErrorCode =
  | 'invalid_input'
  | 'invalid_json'
  | 'not_signed_in'
  | 'not_waiting'
  | 'not_a_phone'
  | 'reauth_required'
  | 'phone_away'
  | 'user_disabled'
  | 'cross_origin_refused'
  | 'direct_access_refused'
  | 'assertion_refused'
  | 'attestation_refused'
  | 'not_found'
  | 'number_unknown'
  | 'number_crowded_out'
  | 'ticket_unknown'
  | 'code_unknown'
  | 'provider_unknown'
  | 'username_taken'
  | 'last_sign_in_method'
  | 'too_many_phones'
  | 'link_taken'
  | 'not_approved'
  | 'already_completed'
  | 'already_answered'
  | 'ticket_used'
  | 'challenge_used'
  | 'endpoint_refused'
  | 'provider_refused'
  | 'conflict'
  | 'session_ended'
  | 'ticket_expired'
  | 'too_large'
  | 'unsupported_media_type'
  | 'too_many'
  | 'internal'
  | 'provider_unavailable'
  | 'store_unavailable';

export type ErrorDetails = {
  /** The field of the input that the error is about, as a dotted path. */
  field?: string;
  /** Whole seconds after which a repeat makes sense (RFC 9110 §10.2.3). */
  retryAfter?: number;
  /** Why a session is over (DESIGN.md §2). */
  reason?: string;
  /** Where a page that tells of it leads on to, if not to the sign-in. */
  backTo?: '/account';
  /** For the security log only, and in no answer: whom it was about, which is hashed there, and what was not theirs. */
  about?: { subject?: string; wrong?: 'secret' };
  cause?: unknown;
};

/** An error that a caller is meant to see: a stable code and a sentence that says what to do next. */
export class NodError extends Error {
  override readonly name = 'NodError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}

/**
 * A conditional write found the row other than it had to be: somebody else was faster, and nothing was
 * written. Answered as 409 `conflict` where the handler has nothing better to say.
 */
export class ConditionFailed extends Error {
  override readonly name = 'ConditionFailed';
  /** Which of the writes failed, in the order in which they were given. */
  readonly failed: readonly boolean[];
  /** The row as it was, where a single write asked for it and there is one. */
  readonly row: Readonly<Record<string, unknown>> | undefined;

  constructor(failed: readonly boolean[], cause?: unknown, row?: Readonly<Record<string, unknown>>) {
    super('a conditional write was refused', { cause });
    this.failed = failed;
    this.row = row;
  }
}
