/**
 * Sends one push (RFC 8030): encrypted for the phone by web-push (RFC 8291, RFC 8292), and sent by our own code,
 * because the address cannot be trusted. The connection goes to an address that was looked at and to no other;
 * redirects are not followed, nothing of the answer is read but its status, and nobody is waited for long.
 */
import { type RequestOptions, request as secureRequest } from 'node:https';
import webPush from 'web-push';
import type { PushSubscription } from '../devices/device.ts';
import { env } from '../env.ts';
import { NodError } from '../errors.ts';
import { log } from '../log.ts';
import { endpointOf } from './endpoint.ts';
import { publicLookup } from './lookup.ts';
import type { PushNotice } from './push-message.ts';
import { vapidKeys } from './vapid.ts';

export type Push = {
  notice: PushNotice;
  /** How long the push service may keep it for a phone that is away. */
  ttlSeconds: number;
  /** RFC 8030 §5.3. */
  urgency: 'low' | 'normal' | 'high';
  /** One that the phone has not got yet is replaced by a later one with the same topic: 32 characters of base64url. */
  topic: string;
  /** How long it may take, {@link SENT_WITHIN_MS} unless said otherwise: the name, the connection, TLS and the answer. */
  withinMs?: number;
};

/**
 * What became of it: taken by the push service; or not, because the phone has let go of this subscription, for good
 * (`refused`), or for now (`failed`).
 */
export type PushOutcome = 'sent' | 'gone' | 'refused' | 'failed';

const SENT_WITHIN_MS = 2000;

export async function sendPush(
  subscription: PushSubscription,
  { notice, ttlSeconds, urgency, topic, withinMs = SENT_WITHIN_MS }: Push,
  lookup = publicLookup(),
): Promise<PushOutcome> {
  const { localPushOrigin, keySecret } = env;
  try {
    const url = endpointOf(subscription.endpoint, localPushOrigin);
    const { headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify(notice), {
      TTL: ttlSeconds,
      urgency,
      topic,
      vapidDetails: { subject: contact(), ...vapidKeys(keySecret) },
    });
    const signal = AbortSignal.timeout(withinMs);
    const status =
      url.origin === localPushOrigin
        ? await post((await import('node:http')).request, url, { headers, signal }, body)
        : await post(secureRequest, url, { headers, lookup, signal }, body);
    const outcome = outcomeOf(status);
    if (outcome !== 'sent') warn(url.host, outcome, String(status));
    return outcome;
  } catch (error) {
    const outcome = error instanceof NodError ? 'refused' : 'failed';
    warn(hostIn(subscription.endpoint), outcome, nameOf(error));
    return outcome;
  }
}

/** Whom a push service may ask about what we send (RFC 8292 §2.1): the site, or nobody where it is on this machine. */
const contact = (): string =>
  env.siteOrigin.startsWith('https:') ? env.siteOrigin : 'mailto:nobody@localhost';

function post(
  request: typeof secureRequest,
  url: URL,
  options: RequestOptions,
  body: Buffer | null,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, { ...options, method: 'POST', agent: false }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** RFC 8030 §5 and §7.3; push services answer 404 or 410 to a subscription that is no more. */
function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  return status === 429 || status >= 500 ? 'failed' : 'refused';
}

/** Only which push service it was: whoever has the rest of the address could ring the phone. */
function warn(host: string, outcome: PushOutcome, why: string): void {
  log('warn', { pushService: host, outcome, why });
}

/** What went wrong, such as `ECONNREFUSED`; a message could have the address in it. */
function nameOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).name;
}

const hostIn = (endpoint: string): string => (URL.canParse(endpoint) ? new URL(endpoint).host : 'none');
