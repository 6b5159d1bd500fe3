/** The one place where an error becomes a status: problem details (RFC 9457) with Nod's stable `code`. */
import { ConditionFailed, type ErrorCode, type ErrorDetails, NodError } from '../errors.ts';

/** The phrases of RFC 9110 §15, here because `node:http`, which has them too, is slow to load. */
export const PHRASES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
} as const;

export const STATUS: Record<ErrorCode, keyof typeof PHRASES> = {
  invalid_input: 400,
  invalid_json: 400,
  attestation_refused: 400,
  endpoint_refused: 400,
  image_unreadable: 400,
  provider_refused: 400,
  provider_declined: 400,
  provider_account_refused: 400,
  signed_out_there: 400,
  authorization_unknown: 400,
  not_signed_in: 401,
  signed_in_as_other: 401,
  not_waiting: 401,
  not_awaiting_input: 401,
  not_a_phone: 401,
  reauth_required: 403,
  phone_away: 403,
  blocked: 403,
  user_disabled: 403,
  may_not_reply: 403,
  cross_origin_refused: 403,
  direct_access_refused: 403,
  assertion_refused: 403,
  not_found: 404,
  number_unknown: 404,
  number_crowded_out: 404,
  ticket_unknown: 404,
  code_unknown: 404,
  provider_unknown: 404,
  username_taken: 409,
  not_editable: 409,
  last_sign_in_method: 409,
  too_many_phones: 409,
  too_many_hidden: 409,
  too_many_follows: 409,
  link_taken: 409,
  already_linked: 409,
  not_approved: 409,
  already_completed: 409,
  already_answered: 409,
  ticket_used: 409,
  challenge_used: 409,
  image_taken: 409,
  conflict: 409,
  recovery_not_stopped: 409,
  session_ended: 410,
  ticket_expired: 410,
  too_large: 413,
  image_too_large: 413,
  unsupported_media_type: 415,
  image_type_refused: 415,
  too_many: 429,
  too_many_numbers: 429,
  internal: 500,
  provider_unavailable: 502,
  provider_not_ready: 502,
  store_unavailable: 503,
};

/**
 * Problem details as Nod sends them; `title` is the status's phrase, `detail` says in English what to do next. What people
 * are told is worded by `code` and `params`.
 */
export type Problem = {
  type: 'about:blank';
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  params?: NonNullable<ErrorDetails['params']>;
  field?: string;
  reason?: string;
};

export type ProblemResponse = {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  cookies?: string[];
};

/** The response for an error; what was not meant to be seen becomes a bare 500. */
export function problemResponse(thrown: unknown): ProblemResponse {
  const error = asNodError(thrown);
  const status = STATUS[error.code];
  const { params, field, reason, retryAfter, cookies } = error.details;
  const problem: Problem = {
    type: 'about:blank',
    title: PHRASES[status],
    status,
    code: error.code,
    detail: error.message,
    ...(params === undefined ? {} : { params }),
    ...(field === undefined ? {} : { field }),
    ...(reason === undefined ? {} : { reason }),
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify(problem),
    ...(cookies === undefined ? {} : { cookies }),
  };
}

function asNodError(thrown: unknown): NodError {
  if (thrown instanceof NodError) return thrown;
  if (thrown instanceof ConditionFailed) {
    return new NodError('conflict', 'Something else was faster. Look again and decide.', { cause: thrown });
  }
  return new NodError('internal', 'Something went wrong on our side. Nothing was changed.', {
    cause: thrown,
  });
}
