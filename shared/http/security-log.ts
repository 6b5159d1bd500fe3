/**
 * The security log (DESIGN.md §6.12): one line for each refused authentication and each limit met, with what is needed
 * to see that one caller or one person is being worked on, and nothing that says who they are.
 */
import { env } from '../env.ts';
import type { ErrorCode, NodError } from '../errors.ts';
import { addressBlock } from '../limits/limits.ts';
import { logMetric } from '../log.ts';
import { metricLine } from '../metrics.ts';
import { keyedDigest } from '../secrets.ts';
import {
  DEVICE_COOKIE,
  parseDeviceToken,
  parseSessionToken,
  SESSION_COOKIE,
  SIGNIN_COOKIE,
} from './cookies.ts';
import type { Cookies } from './request.ts';

/** Who is not whom they have to be: a caller, a signature, a number, a code, a link, or the way that a call came. */
const REFUSED: ReadonlySet<ErrorCode> = new Set([
  'not_signed_in',
  'signed_in_as_other',
  'not_waiting',
  'not_awaiting_input',
  'not_a_phone',
  'reauth_required',
  'phone_away',
  'user_disabled',
  'cross_origin_refused',
  'direct_access_refused',
  'assertion_refused',
  'attestation_refused',
  'provider_refused',
  'provider_declined',
  'provider_account_refused',
  'signed_out_there',
  'authorization_unknown',
  'challenge_used',
  'number_unknown',
  'ticket_unknown',
  'code_unknown',
]);

/** What happens to everybody all day, and is a line but no alarm: the session was over, or must be made fresh. */
function isEveryday({ code, details }: NodError): boolean {
  return (
    code === 'reauth_required' ||
    code === 'phone_away' ||
    (code === 'not_signed_in' && details.reason !== undefined)
  );
}

/** The call that was refused. `ip` is what API Gateway saw, where the call did not come through CloudFront. */
export type RefusedCall = { route: string; requestId: string | undefined; ip: string; cookies: Cookies };

/** Writes the line, if the error is of that kind. Outside a deployment nobody looks, and nothing is written. */
export function noteRefusal(error: NodError, refused: () => RefusedCall): void {
  const { code, details } = error;
  const { stage } = env;
  const isLimit = code === 'too_many' || code === 'too_many_numbers';
  if (stage === undefined || !(isLimit || REFUSED.has(code))) return;
  const { route, requestId, ip, cookies } = refused();
  const subject = details.about?.subject ?? subjectOf(cookies);
  const line = {
    level: 'warn',
    event: isLimit ? 'limited' : 'refused',
    code,
    route,
    requestId,
    ...(details.reason === undefined ? {} : { reason: details.reason }),
    ...(details.about?.wrong === undefined ? {} : { wrong: details.about.wrong }),
    ...(subject === undefined ? {} : { subject: pseudonym('subject', subject) }),
    address: pseudonym('address', addressBlock(ip)),
  };
  // The metric is in the same line, so that a refusal costs one.
  const metric = isEveryday(error)
    ? {}
    : metricLine(isLimit ? 'LimitsMet' : 'Refusals', 1, stage, new Date());
  logMetric({ ...metric, ...line });
}

/** Whom the caller says that they are, by the cookies that they show, right or wrong. */
function subjectOf(cookies: Cookies): string | undefined {
  return (
    parseSessionToken(cookies[SESSION_COOKIE])?.userId ??
    parseDeviceToken(cookies[DEVICE_COOKIE])?.userId ??
    parseSessionToken(cookies[SIGNIN_COOKIE])?.userId
  );
}

/**
 * The same for the same text, and for nobody to find by trying names or addresses, of which there are few: keyed by the
 * origin secret, the one that every function has. Where that is rotated, lines from before and after have others.
 */
function pseudonym(kind: 'subject' | 'address', text: string): string {
  return keyedDigest(env.originSecret, `log#${kind}#${text}`).slice(0, 16);
}
