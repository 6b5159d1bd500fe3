/** What DNS makes of a push service's name: public addresses only, when it is stored and whenever it is used. */
import { Resolver } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endpointRefused } from './endpoint.ts';
import { isPublicAddress } from './public-address.ts';

export type Address = { address: string; family: number };
/** All addresses of a name, as `node:dns` has them. */
export type Resolve = (hostname: string) => Promise<Address[]>;

const RESOLVED_WITHIN_MS = 1500;

/**
 * Asks name servers itself, side by side with everything else. `dns.lookup` has four threads for the whole process: four
 * names whose servers never answer would hold up everybody's pushes, and the database's name as well.
 * @param servers those of the machine unless said otherwise
 */
export const resolveName = async (hostname: string, servers?: readonly string[]): Promise<Address[]> => {
  const resolver = new Resolver({ timeout: RESOLVED_WITHIN_MS, tries: 1 });
  if (servers !== undefined) resolver.setServers(servers);
  const families = [
    resolver.resolve4(hostname).then((found) => found.map((address) => ({ address, family: 4 }))),
    resolver.resolve6(hostname).then((found) => found.map((address) => ({ address, family: 6 }))),
  ];
  const answers = await Promise.allSettled(families);
  const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  // Many names have addresses of one family only.
  const [first] = answers;
  if (addresses.length === 0 && first?.status === 'rejected') throw first.reason;
  return addresses;
};

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
