import type { Activity, NotifiedKind } from '../activity/activity.ts';
import type { Alert, AlertKind } from '../alerts/alert.ts';
import type { PostId, SessionId } from '../ids.ts';
import type { directionOf, Language } from '../languages.ts';
import type { Act } from '../sessions/acts.ts';

/** What a phone is rung for, or told: as it is kept until it is sent. */
export type PushMessage =
  /** A known browser asks to sign in, or for an act. */
  | { type: 'request'; sessionId: SessionId; browser: string; os: string; place: string | null; act?: Act }
  /** The account was changed, perhaps by somebody else. */
  | ({
      type: 'change';
      kind: NotifiedKind;
      /** To a phone that the change has removed. */
      removed?: true;
    } & Pick<Activity, 'device' | 'browser' | 'os' | 'place' | 'provider'>)
  /** Somebody has mentioned, answered or written to the person: who, and of a post, which is public, how it begins. */
  | {
      type: 'alert';
      kind: AlertKind;
      username: string;
      displayName: string;
      group: Alert['group'];
      post?: { id: PostId; excerpt: string };
    };

/**
 * What a push brings to a phone's service worker (`web/worker/`), as JSON: what the notification shows, in the language
 * of that phone, and nothing else. Neither a number nor assertion options travel in it (DESIGN.md §4).
 */
export type PushNotice = {
  title: string;
  body: string;
  /** A notification takes the place of an earlier one with the same tag. */
  tag: string;
  /** The page that it leads to. */
  path: string;
  lang: Language;
  dir: ReturnType<typeof directionOf>;
  /** A browser waits for the phone, which an open page is to show at once. */
  rings?: true;
};

/** How a message is worded. */
export type WordPush = (message: PushMessage, language: Language) => PushNotice;
