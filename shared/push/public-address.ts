/** Addresses that belong to somebody on the internet, and to nothing inside a network, a machine or a cloud. */
import { BlockList, isIP } from 'node:net';

/** IPv4 that is not globally reachable (IANA's special-purpose registry, RFC 6890), multicast and reserved. */
const NOT_PUBLIC_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** All of IPv6 that is handed out. Mapped, translated, local and multicast addresses lie outside of it. */
const UNICAST_V6 = ['2000::/3'];

/** What of that is not public: protocol assignments such as Teredo, 6to4, and addresses for documents. */
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const notPublic = blockList([...NOT_PUBLIC_V4, ...NOT_PUBLIC_V6]);
const unicast = blockList(UNICAST_V6);

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic.check(address, 'ipv4');
    case 6:
      return unicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
    default:
      return false;
  }
}

function blockList(subnets: string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', bits] = subnet.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
