/**
 * Where a push may be sent. The address comes from whoever holds a phone's cookie, and our functions would call it:
 * so it must be a public service's, by its name here and by what DNS makes of the name in `lookup.ts`.
 */
import { isIP } from 'node:net';
import { NodError } from '../errors.ts';

/** Names that DNS has no business with (RFC 6761, RFC 6762, RFC 8375) and clouds use for their insides. */
const INSIDE = ['localhost', 'local', 'internal', 'home.arpa'];

export const MOST_ENDPOINT_CHARACTERS = 2048;

/**
 * The address of a push subscription. @throws {NodError} `endpoint_refused`
 * @param local the one origin that is taken as it is: a push service on this machine, which no deployment has
 */
export function endpointOf(text: string, local?: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || text.length > MOST_ENDPOINT_CHARACTERS) throw endpointRefused();
  if (url.origin !== local && !isPublicService(url)) throw endpointRefused();
  return url;
}

function isPublicService({ protocol, username, password, port, hostname }: URL): boolean {
  const host = hostname.replace(/\.$/, '');
  return (
    protocol === 'https:' &&
    // Port 443 is none: it is https's own.
    port === '' &&
    username === '' &&
    password === '' &&
    // An IPv6 address stands in brackets; an IPv4 one has been written out, however it came.
    !host.startsWith('[') &&
    isIP(host) === 0 &&
    host.includes('.') &&
    !INSIDE.some((name) => host.endsWith(`.${name}`))
  );
}

export function endpointRefused(cause?: unknown): NodError {
  return new NodError('endpoint_refused', 'A phone can only be rung through a public push service.', {
    field: 'endpoint',
    cause,
  });
}
