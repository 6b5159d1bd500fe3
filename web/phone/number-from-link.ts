/**
 * What becomes of a number that came with a link (design §5). A link may come from a camera that sees the
 * screen or from a mail of somebody who wants to be let in, and nobody can tell which: only a browser that
 * has been approved before is found by it. Otherwise the person reads the number off the screen.
 */
import { call } from '../lib/api.ts';
import { keptWaiting } from '../signin/waiting.ts';
import { type Finding, findByNumber, waitingRequests } from './phone-api.ts';

export async function findByLink(
  number: string,
  given: { isHere: boolean; trustsLinks: boolean },
): Promise<Finding | undefined> {
  if (given.trustsLinks || (given.isHere && (await isOwnNumber(number)))) return await findByNumber(number);
  // Before the number is looked up nothing says whose it is; where no known browser asks, it is not.
  if ((await waitingRequests()).length === 0) return undefined;
  const found = await findByNumber(number);
  return found.approval.known ? found : undefined;
}

/** Whether this very browser is waiting with this number: then the person has seen it right here. */
async function isOwnNumber(number: string): Promise<boolean> {
  if (keptWaiting('signin')?.number !== number) return false;
  return (await call('status', { query: { of: 'signin' } })).status === 'pending';
}
