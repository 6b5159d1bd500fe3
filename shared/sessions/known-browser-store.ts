/**
 * Known browsers: browsers that a user has approved before. `pk = userId, sk = browser#<sha256>` of the token in the
 * browser's `__Host-browser` cookie; one token serves every user of that browser.
 */
import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { secondsAfter, toSeconds, ttlAt } from '../seconds.ts';
import { digest } from '../secrets.ts';

/** A browser stays known for this long after its last sign-in. */
export const KNOWN_BROWSER_SECONDS = 400 * 24 * 60 * 60;

export function knownBrowserStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, browserToken: string) => ({
    pk: userId,
    sk: `browser#${digest(browserToken)}`,
  });

  return {
    /** Whether this user has approved the browser with this token. */
    async knows(userId: UserId, browserToken: string, now: Date): Promise<boolean> {
      const item = await db.get({ TableName: table(), Key: keyOf(userId, browserToken) });
      return item !== undefined && (item.endsAt as number) > toSeconds(now);
    },

    /** Marks the browser as known, anew from `now`. */
    remember(userId: UserId, browserToken: string, now: Date): Write {
      const endsAt = secondsAfter(now, KNOWN_BROWSER_SECONDS);
      return {
        Put: {
          TableName: table(),
          Item: { ...keyOf(userId, browserToken), endsAt: toSeconds(endsAt), expiresAt: ttlAt(endsAt) },
        },
      };
    },
  };
}
