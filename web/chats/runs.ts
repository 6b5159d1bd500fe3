/** Messages as they stand below each other: by days, and what one person wrote in one go belongs together. */
import { daysBetween } from '../lib/time.ts';

/** What somebody wrote, sent or on its way. */
export type Written = { id: string; mine: boolean; at: string };

/** `isLast`: of those of one go; it says when that was. */
export type Placed<M> = { message: M; isLast: boolean };

const ONE_GO_MS = 5 * 60_000;

/** @param messages in the order in which they were written */
export function inRuns<M extends Written>(messages: readonly M[]): Placed<M>[] {
  return messages.map((message, index) => {
    const next = messages[index + 1];
    return { message, isLast: next === undefined || !isOneGo(message, next) };
  });
}

function isOneGo(one: Written, next: Written): boolean {
  const [from, to] = [new Date(one.at), new Date(next.at)];
  const isSoon = to.getTime() - from.getTime() < ONE_GO_MS;
  return one.mine === next.mine && isSoon && daysBetween(from, to) === 0;
}
