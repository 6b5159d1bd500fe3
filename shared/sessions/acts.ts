/**
 * What a signed-in browser may do only after a yes of its own (DESIGN.md §6.10). The list is closed: the phone shows the
 * act in words, signs it by its name, and the yes is good for that act alone.
 */
export const ACTS = [
  'add_phone',
  'remove_phone',
  'new_recovery_code',
  'add_link',
  'remove_link',
  /** "It wasn't me": ends a session and takes back what came of it. */
  'not_me',
] as const;

export type Act = (typeof ACTS)[number];
