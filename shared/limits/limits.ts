/** How often something may be asked for (DESIGN.md §6.6); `NOD_LIMITS_SCALE` multiplies every number. */
export type Limit = { name: string; most: number; perSeconds: number };

const TEN_MINUTES = 10 * 60;

export const LIMITS = {
  registrationsPerAddress: { name: 'register', most: 200, perSeconds: TEN_MINUTES },
  startsPerAddress: { name: 'start', most: 400, perSeconds: TEN_MINUTES },
  /** Apart from the addresses, so that no flood of strangers stops a browser that its user has approved. */
  startsPerKnownBrowser: { name: 'known-start', most: 60, perSeconds: TEN_MINUTES },
  /** Apart from the starts by phone. */
  providerStartsPerAddress: { name: 'provider-start', most: 400, perSeconds: TEN_MINUTES },
  recoveriesPerAddress: { name: 'recover', most: 60, perSeconds: TEN_MINUTES },
  /** As many as starts: the sign-in page asks whenever it is opened. */
  passkeysPerAddress: { name: 'passkey', most: 400, perSeconds: TEN_MINUTES },
  resumesPerAddress: { name: 'resume', most: 200, perSeconds: TEN_MINUTES },
  /** In any ten minutes, see `push/rings.ts`. */
  ringsPerUser: { name: 'ring', most: 5, perSeconds: TEN_MINUTES },
  invitesPerUser: { name: 'invite', most: 30, perSeconds: TEN_MINUTES },
} as const satisfies Record<string, Limit>;

/** How many sign-ins of unknown browsers may wait for one name at a time; each one more is a decoy. */
export const MOST_PENDING_UNKNOWN = 50;

/** Wrong numbers in a row from one phone, and how long it is then locked. */
export const WRONG_NUMBERS = { most: 10, lockedSeconds: 15 * 60 };

/** One subscriber's addresses: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function addressBlock(ip: string): string {
  if (!ip.includes(':')) return ip;
  const [before = [], after = []] = ip.split('::').map((part) => (part === '' ? [] : part.split(':')));
  // RFC 4291 §2.2: `::` stands for as many groups of zeros as are missing of eight.
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
