import type { UserId } from '../ids.ts';
import { noted } from '../trigger.ts';
import { BUCKETS, type Turn, type TurnStore } from './turn-store.ts';

/** No further turn is taken after this time; those that are left come first in the next run. */
const CLAIM_MS = 45_000;
/** Turns of a bucket side by side. */
const AT_ONCE = 25;

/**
 * Takes all turns that have come by now, side by side: so somebody's phones that never answer cost the others one push's
 * time, however many they are. All turns of a user that have come are one, which looks once through what waits. One that
 * fails is noted, and its user has another one.
 */
export async function takingTurns(
  trigger: 'news' | 'alerts',
  turns: TurnStore,
  now: Date,
  take: (userId: UserId, turns: readonly Turn[]) => Promise<void>,
): Promise<void> {
  const claimUntil = Date.now() + CLAIM_MS;
  await Promise.all(BUCKETS.map(goThrough));

  async function goThrough(bucket: number): Promise<void> {
    while (Date.now() < claimUntil) {
      const come = await turns.turns(bucket, now, AT_ONCE);
      if (come.length === 0) return;
      const byUser = [...Map.groupBy(come, ({ userId }) => userId)];
      await Promise.all(byUser.map(([userId, ofUser]) => noted(trigger, () => take(userId, ofUser))));
    }
  }
}
