/** What one may do about somebody, and what is said once it is done. */
import { messages } from '../lib/messages.ts';

export type HideAct = 'mute' | 'unmute' | 'block' | 'unblock';

export type Hidden = { muted: boolean; blocked: boolean };

/** What takes it back. A block ends more than that brings back: who followed whom. */
export const OPPOSITE: Readonly<Record<HideAct, HideAct>> = {
  mute: 'unmute',
  unmute: 'mute',
  block: 'unblock',
  unblock: 'block',
};

/** How it stands afterwards. */
export const changed = (before: Hidden, act: HideAct): Hidden => ({
  muted: act === 'mute' || (before.muted && act !== 'unmute'),
  blocked: act === 'block' || (before.blocked && act !== 'unblock'),
});

/** @param name such as `@susan` */
export function sentenceOf(act: HideAct, name: string): string {
  const { nowMuted, nowUnmuted, nowBlocked, nowUnblocked } = messages.hides;
  return { mute: nowMuted, unmute: nowUnmuted, block: nowBlocked, unblock: nowUnblocked }[act](name);
}
