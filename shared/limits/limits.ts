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
  /** Connections to the bell: a page that is refused polls, so a network with many people in it loses nothing else. */
  bellsPerAddress: { name: 'bell', most: 2000, perSeconds: TEN_MINUTES },
  /** In any ten minutes, see `push/rings.ts`: of one known browser, and of all together. */
  ringsPerKnownBrowser: { name: 'known-ring', most: 5, perSeconds: TEN_MINUTES },
  ringsPerUser: { name: 'ring', most: 20, perSeconds: TEN_MINUTES },
  /**
   * In any hour, of each kind, so that a flood of one silences no other. What is over it stands in the activity all the
   * same.
   */
  newsPerUser: { name: 'news', most: 20, perSeconds: 60 * 60 },
  /** Of a locked phone: nobody types so many, and nobody guesses one of a million with so few. */
  numbersWhileLocked: { name: 'locked-number', most: 60, perSeconds: TEN_MINUTES },
  invitesPerUser: { name: 'invite', most: 30, perSeconds: TEN_MINUTES },
  /** One each three seconds: nobody writes so much by hand, and more would drown what others say. */
  postsPerUser: { name: 'post', most: 200, perSeconds: TEN_MINUTES },
  /** A person thinks about who they are more seldom. */
  profileEditsPerUser: { name: 'profile', most: 60, perSeconds: TEN_MINUTES },
  /** Muting and blocking, and taking either back. */
  hidesPerUser: { name: 'hide', most: 200, perSeconds: TEN_MINUTES },
  /** Somebody reads each of them. */
  reportsPerUser: { name: 'report', most: 30, perSeconds: 60 * 60 },
  /** In a day. Somebody who follows a person every ten seconds for hours reaches it; scripts do in minutes. */
  followsPerUser: { name: 'follow', most: 1000, perSeconds: 24 * 60 * 60 },
  /** Likes, reposts, saved posts, and taking them back: one a second, for as long as one likes. */
  marksPerUser: { name: 'mark', most: 600, perSeconds: TEN_MINUTES },
  /** One each two seconds, for ten minutes: a quick talk with several people. */
  messagesPerUser: { name: 'message', most: 300, perSeconds: TEN_MINUTES },
  /** People to whom somebody writes for the first time. Whoever writes to more in a day is no correspondent. */
  correspondentsPerUser: { name: 'correspondent', most: 50, perSeconds: 24 * 60 * 60 },
  /** Fifteen posts full of pictures: each takes seconds of a processor, and its files a place in the bucket for a day. */
  mediaPerUser: { name: 'media', most: 60, perSeconds: TEN_MINUTES },
  /** Each one makes the one before worthless and is news to every phone. */
  recoveryCodesPerUser: { name: 'recovery-code', most: 20, perSeconds: TEN_MINUTES },
} as const satisfies Record<string, Limit>;

/** Apart, because whoever counts anything takes all of the others into its bundle. */
export const ALERT_LIMITS = {
  /**
   * In any hour, what phones tell of mentions, of replies and of messages; and of one person, so that no flood of a kind or of
   * somebody silences the others. What is over it stands in Nod all the same.
   */
  perKind: { name: 'alert', most: 30, perSeconds: 60 * 60 },
  perSender: { name: 'alert-by', most: 10, perSeconds: 60 * 60 },
  choicesPerUser: { name: 'alert-choice', most: 60, perSeconds: TEN_MINUTES },
} as const satisfies Record<string, Limit>;

/** How many sign-ins of unknown browsers may wait for one name, whatever their addresses; each one more is a decoy. */
export const MOST_PENDING_UNKNOWN = 1000;

/** The same for one name and one address, so that who fills it keeps nobody out but those behind the same address. */
const MOST_SEATS = { address: 10, site: 40 };

/** Wrong numbers in a row from one phone, and how long it is then locked. */
export const WRONG_NUMBERS = { most: 10, lockedSeconds: 15 * 60 };

/** One subscriber's addresses: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function addressBlock(ip: string): string {
  return ip.includes(':') ? groupsOf(ip, 4) : ip;
}

/** Addresses that share so many seats for each name (`sessions/seat-store.ts`). */
export type SeatBlock = { name: string; most: number };

/** The blocks in which a caller needs a seat: an IPv6 address counts with its 64 bits, and with the 48 of its site. */
export function seatBlocks(ip: string): SeatBlock[] {
  const own = { name: addressBlock(ip), most: MOST_SEATS.address };
  return ip.includes(':') ? [own, { name: `${groupsOf(ip, 3)}/48`, most: MOST_SEATS.site }] : [own];
}

/** The first groups of an IPv6 address, where what is left out stands as zeros. */
function groupsOf(ip: string, count: number): string {
  const [before = [], after = []] = ip.split('::').map((part) => (part === '' ? [] : part.split(':')));
  // RFC 4291 §2.2: `::` stands for as many groups of zeros as are missing of eight.
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, count).join(':');
}
