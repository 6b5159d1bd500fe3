/**
 * The errors that Nod answers with. A code is stable: clients may switch on it, and pages say by it what happened, in their
 * reader's language (`web/messages`); so what people should be told apart has codes, or parameters, of its own. The
 * sentence is English, for programs, and may change. `http/problem.ts` is the only place that turns a code into a status
 * (RFC 9457).
 */
export type ErrorCode =
  | 'invalid_input'
  | 'invalid_json'
  | 'not_signed_in'
  | 'signed_in_as_other'
  | 'not_waiting'
  | 'not_awaiting_input'
  | 'not_a_phone'
  | 'reauth_required'
  | 'phone_away'
  | 'user_disabled'
  | 'blocked'
  | 'may_not_reply'
  | 'not_editable'
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
  | 'too_many_hidden'
  | 'too_many_follows'
  | 'link_taken'
  | 'already_linked'
  | 'not_approved'
  | 'already_completed'
  | 'already_answered'
  | 'ticket_used'
  | 'challenge_used'
  | 'endpoint_refused'
  | 'image_type_refused'
  | 'image_unreadable'
  | 'image_too_large'
  | 'image_taken'
  | 'provider_refused'
  | 'provider_declined'
  | 'provider_account_refused'
  | 'signed_out_there'
  | 'authorization_unknown'
  | 'conflict'
  | 'recovery_not_stopped'
  | 'session_ended'
  | 'ticket_expired'
  | 'too_large'
  | 'unsupported_media_type'
  | 'too_many'
  | 'too_many_numbers'
  | 'internal'
  | 'provider_unavailable'
  | 'provider_not_ready'
  | 'store_unavailable';

/** What there may not be; `thing` where nothing is said of that. */
export const MISSING = [
  'phone',
  'session',
  'signin',
  'recovery',
  'link',
  'receipt',
  'browser',
  'post',
  'message',
  'image',
  'user',
  'route',
  'thing',
] as const;

export type Missing = (typeof MISSING)[number];

/** What the sentence of a code names besides, where it names something: the problem's `params`. As stable as the codes. */
export type ProblemParams = {
  /** What does not hold: the signature and what it is over, or the passkey, which nobody has. */
  assertion_refused: { what: 'signature' | 'passkey' };
  /** What does not hold: the new passkey's statement, or its key, which is not sound. */
  attestation_refused: { what: 'passkey' | 'key' };
  /** What was used before the ticket: its link, the recovery code behind it, or the phone that it let in. */
  ticket_used: { what: 'link' | 'code' | 'phone' };
  /** What is over: the link's ten minutes, or the session that has invited. */
  ticket_expired: { what: 'link' | 'session' };
  not_found: { what: Missing };
  /** How many megapixels there may be. */
  image_too_large: { most: number };
  last_sign_in_method: { method: 'phone' | 'link' };
  /** Whether its day is over, or it was edited too often. */
  not_editable: { why: 'late' | 'often' };
  too_many_phones: { most: number };
  too_many_hidden: { most: number };
  too_many_follows: { most: number };
  /** The provider's name for people. */
  already_linked: { provider: string };
  provider_declined: { provider: string };
  provider_account_refused: { provider: string };
  signed_out_there: { provider: string };
};

export type ErrorDetails = {
  /** What the code's sentence names (`ProblemParams`). */
  params?: ProblemParams[keyof ProblemParams];
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
  /** What the answer sets or clears all the same. */
  cookies?: string[];
  cause?: unknown;
};

type DetailsOf<Code extends ErrorCode> = [Code] extends [keyof ProblemParams]
  ? [details: ErrorDetails & { params: ProblemParams[Code] }]
  : [details?: ErrorDetails];

/** An error that a caller is meant to see: a stable code and a sentence that says what to do next. */
export class NodError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'NodError';
  readonly code: Code;
  readonly details: ErrorDetails;

  constructor(code: Code, message: string, ...[details = {}]: DetailsOf<Code>) {
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
