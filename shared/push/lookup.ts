/** What DNS makes of a push service's name: public addresses only, when it is stored and whenever it is used. */
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endpointRefused } from './endpoint.ts';
import { isPublicAddress } from './public-address.ts';

export type Address = { address: string; family: number };
/** All addresses of a name, as `node:dns` has them. */
export type Resolve = (hostname: string) => Promise<Address[]>;

export const resolveName: Resolve = (hostname) => lookup(hostname, { all: true });

const RESOLVED_WITHIN_MS = 1500;

/**
 * Refuses a name that leads to an address that is not public. One that leads nowhere just now is not refused: it is
 * asked for again before each connection, and nothing is sent where this rule did not hold.
 * @throws {NodError} `endpoint_refused`
 */
export async function assertLeadsOutside({ hostname }: URL, resolve = resolveName): Promise<void> {
  const addresses = await Promise.race([
    resolve(hostname).catch(() => []),
    sleep(RESOLVED_WITHIN_MS, [], { ref: false }),
  ]);
  assertPublic(addresses);
}

/**
 * A `lookup` for connections, which are made to the very addresses that were looked at: a name that leads somewhere
 * else a moment later (DNS rebinding) leads nowhere.
 */
export const publicLookup =
  (resolve = resolveName): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname)
      .then((addresses) => {
        assertPublic(addresses);
        const [first] = addresses;
        if (first === undefined) throw new Error(`${hostname} has no address`);
        return { addresses, first };
      })
      .then(
        ({ addresses, first }) =>
          options.all ? callback(null, addresses) : callback(null, first.address, first.family),
        (error: NodeJS.ErrnoException) => callback(error, '', 0),
      );
  };

/** One address that is not public is enough: whoever owns the name chooses which one is tried. */
function assertPublic(addresses: Address[]): void {
  if (!addresses.every(({ address }) => isPublicAddress(address))) throw endpointRefused();
}
