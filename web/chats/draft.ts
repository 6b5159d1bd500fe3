/**
 * What somebody is writing to another, and what they have sent that no answer came to, kept in this browser under both their
 * usernames: it survives a reload and a session that ends from elsewhere or by its time, and goes when they sign out
 * here, or when somebody else signs in (`lib/viewer.ts`).
 */
import { MESSAGES_OF } from '../lib/first-paint.ts';
import { browserStore } from '../lib/storage.ts';

/** A message on its way. Every repeat has its key, after a reload too, so that it is there once. */
export type Unsent = { key: string; body: string; at: string };

export type ChatDraft = { text: string; unsent: Unsent[] };

const storageKey = (own: string, other: string): string => `${MESSAGES_OF}${own}.${other}`;

export function readChatDraft(own: string, other: string): ChatDraft {
  const draft = browserStore.readJson(storageKey(own, other));
  return isDraft(draft) ? draft : { text: '', unsent: [] };
}

export function keepChatDraft(own: string, other: string, draft: ChatDraft): void {
  const key = storageKey(own, other);
  if (draft.text === '' && draft.unsent.length === 0) browserStore.remove(key);
  else browserStore.write(key, JSON.stringify(draft));
}

function isDraft(value: unknown): value is ChatDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'unsent' in value &&
    Array.isArray(value.unsent)
  );
}
