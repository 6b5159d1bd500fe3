/** How "It wasn't me" undoes that a session has muted or blocked somebody, or has taken either back. */
import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { Undone } from '../undo/undoable.ts';
import { MOST_BLOCKED_BY, MOST_HIDDEN } from './hides.ts';
import { hidesStore } from './hides-store.ts';
import { followingsBetween, partingWrites } from './parting.ts';

export async function undoMute(db: Database, userId: UserId, { other }: Undone<'mute'>): Promise<Write[]> {
  const hides = hidesStore(db);
  const { muted } = await hides.get(userId);
  return muted.has(other) ? [hides.unmute(userId, other)] : [];
}

/** Where there is no room any more the owner has muted others, and stays without this one. */
export async function undoUnmute(
  db: Database,
  userId: UserId,
  { other }: Undone<'unmute'>,
): Promise<Write[]> {
  const hides = hidesStore(db);
  const { muted } = await hides.get(userId);
  return muted.has(other) || muted.size >= MOST_HIDDEN ? [] : [hides.mute(userId, other)];
}

/** What it has ended is undone by entries of its own. */
export async function undoBlock(db: Database, userId: UserId, { other }: Undone<'block'>): Promise<Write[]> {
  const hides = hidesStore(db);
  const { blocked } = await hides.get(userId);
  return blocked.has(other) ? hides.unblock(userId, other) : [];
}

/** Blocks again, and ends what the two have begun meanwhile. */
export async function undoUnblock(
  db: Database,
  userId: UserId,
  { other }: Undone<'unblock'>,
): Promise<Write[]> {
  const hides = hidesStore(db);
  const [{ blocked }, theirs] = await Promise.all([hides.get(userId), hides.get(other)]);
  if (blocked.has(other) || blocked.size >= MOST_HIDDEN) return [];
  const found = await followingsBetween(db, userId, other);
  return [
    hides.block(userId, other),
    ...(theirs.blockedBy.size < MOST_BLOCKED_BY ? [hides.blockedBy(other, userId)] : []),
    ...partingWrites(db, userId, other, found),
  ];
}
