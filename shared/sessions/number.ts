/** The number that the browser shows and the person types on the phone: six digits (DESIGN.md §1). */
import { randomInt } from 'node:crypto';

/** Draws a number; whether it is free for this user is the store's to decide. */
export function drawNumber(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
