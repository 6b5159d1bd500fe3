/** Where a browser is, in words. */
import { messages } from './messages.ts';

/** City and country where they are known; on one's own machine that it is this one; else nothing. */
export function placeWords({ place, ip }: Where): string | undefined {
  return place ?? (ip !== undefined && isLoopback(ip) ? messages.browsers.here : undefined);
}

/** The same, and the address, which says more where it is not this machine's. */
export function whereWords(where: Where): string | undefined {
  const { ip } = where;
  const words = [placeWords(where), ip !== undefined && isLoopback(ip) ? undefined : ip];
  return words.filter((word) => word !== undefined).join(' · ') || undefined;
}

type Where = { place?: string | null; ip?: string };

/** RFC 6890 §2.2.2 and §2.2.3. */
const isLoopback = (ip: string): boolean => ip === '::1' || /^127\./.test(ip);
