/** The keys of one letter, and whether they do anything: some people have to switch them off (WCAG 2.2, 2.1.4). */
import { browserStore } from './storage.ts';

const SWITCH = 'nod.keys';
const OFF = 'off';

/** In the order in which they are explained. */
export type Key = 'j' | 'k' | 'l' | 'r' | 'n' | 's' | '/' | '?' | 'Escape';

export const areKeysOn = (): boolean => browserStore.read(SWITCH) !== OFF;

export function switchKeys(areOn: boolean): void {
  if (areOn) browserStore.remove(SWITCH);
  else browserStore.write(SWITCH, OFF);
}
