/** How often something may be asked for (design §6.6); `NOD_LIMITS_SCALE` multiplies every number. */
export type Limit = { name: string; most: number; perSeconds: number };

const TEN_MINUTES = 10 * 60;

export const LIMITS = {
  registrationsPerAddress: { name: 'register', most: 200, perSeconds: TEN_MINUTES },
  startsPerAddress: { name: 'start', most: 400, perSeconds: TEN_MINUTES },
} as const satisfies Record<string, Limit>;

/** Wrong numbers in a row from one phone, and how long it is then locked. */
export const WRONG_NUMBERS = { most: 10, lockedSeconds: 15 * 60 };

/** One subscriber's addresses: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function addressBlock(ip: string): string {
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0')].slice(0, 4).join(':');
}
