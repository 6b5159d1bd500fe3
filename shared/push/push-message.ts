import type { Activity, NotifiedKind } from '../activity/activity.ts';
import type { SessionId } from '../ids.ts';
import type { Act } from '../sessions/acts.ts';

/**
 * What a push tells a phone's service worker (`web/worker/`), as JSON: what the notification shows, and nothing
 * else. Neither a number nor assertion options travel in it (DESIGN.md §4).
 */
export type PushMessage =
  /** A known browser asks to sign in, or for an act. */
  | { type: 'request'; sessionId: SessionId; browser: string; os: string; place: string | null; act?: Act }
  /** The account was changed, perhaps by somebody else. */
  | ({
      type: 'change';
      kind: NotifiedKind;
      /** To a phone that the change has removed. */
      removed?: true;
    } & Pick<Activity, 'device' | 'browser' | 'os' | 'place' | 'provider'>);
