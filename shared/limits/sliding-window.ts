/**
 * The requests that count against a limit at a moment (DESIGN.md §6.6): those of the last `perSeconds`, whenever that
 * begins. They are kept by parts of the window, each with its last moment, until which all of it counts: so never more
 * come through than the limit says, and a single one may be counted a tenth of the window too long.
 *
 * Times are epoch seconds.
 */
import type { Limit } from './limits.ts';

/** Requests that are counted together, and when the last of them came. */
export type Part = { count: number; lastAt: number };

export type Window = {
  /** When the part began that what comes now is counted in. */
  openedAt: number;
  open: Part;
  /** Earlier parts, the oldest first. */
  closed: readonly Part[];
};

const PARTS = 10;

/** How long a part takes in what comes, in seconds. */
export const partSeconds = ({ perSeconds }: Pick<Limit, 'perSeconds'>): number => perSeconds / PARTS;

export const totalOf = ({ open, closed }: Window): number => sum([...closed, open]);

/** The window with one more request in it, or after how many seconds there is room for one. */
export function withOneMore(
  window: Window | undefined,
  limit: Pick<Limit, 'most' | 'perSeconds'>,
  now: number,
): { next: Window } | { retryAfter: number } {
  const { most, perSeconds } = limit;
  const parts = window === undefined ? [] : [...window.closed, window.open];
  const counting = parts.filter(({ lastAt }) => lastAt + perSeconds > now);
  let left = sum(counting);
  if (left >= most) {
    const leaving = counting.find(({ count }) => {
      left -= count;
      return left < most;
    });
    return { retryAfter: leaving === undefined ? perSeconds : leaving.lastAt + perSeconds - now };
  }
  const isOpen =
    window !== undefined && counting.includes(window.open) && now - window.openedAt < partSeconds(limit);
  if (!isOpen) return { next: { openedAt: now, open: { count: 1, lastAt: now }, closed: counting } };
  const { open, openedAt } = window;
  return {
    next: {
      openedAt,
      open: { count: open.count + 1, lastAt: Math.max(open.lastAt, now) },
      closed: counting.filter((part) => part !== open),
    },
  };
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { count }) => total + count, 0);
}
