/**
 * The post that somebody is writing, kept in this browser under their username: it survives a reload and a session
 * that ends from elsewhere or by its time, and goes when they sign out here, or when somebody else signs in.
 */
import { DRAFT_OF, noteVisitor } from '../lib/first-paint.ts';
import { browserStore } from '../lib/storage.ts';

export type Draft = {
  text: string;
  /** The `Idempotency-Key` of the attempt to post this very text, if there was one, and in which language that was. */
  key?: string;
  language?: string;
};

/** @param username whose it is; of a reply with `/` and the id of the post that it answers, as {@link replyDraft} says */
const storageKey = (username: string): string => DRAFT_OF + username;

/** What the draft of a reply is called, where that of a post is called by its author's name alone. */
export const replyDraft = (username: string, postId: string): string => `${username}/${postId}`;

export function readDraft(username: string): Draft {
  const draft = browserStore.readJson(storageKey(username));
  return isDraft(draft) ? draft : { text: '' };
}

/** Keeps a text. A changed text is another post, so the key of an earlier attempt goes. */
export function keepDraft(username: string, text: string): void {
  const before = readDraft(username).text;
  if (text === '') browserStore.remove(storageKey(username));
  else if (text !== before) write(username, { text });
  if ((text === '') !== (before === '')) noteVisitor();
}

/**
 * The key to post the kept text with. Every repeat gets the same one, after a reload too, so that a text whose
 * answer was lost is posted once; one that is said to be in another language is another post.
 */
export function draftKey(username: string, language: string): string {
  const draft = readDraft(username);
  const key = (draft.language === language && draft.key) || crypto.randomUUID();
  write(username, { text: draft.text, key, language });
  return key;
}

/** What is posted with the kept text has changed: that is another post, too. */
export function anotherPost(username: string): void {
  const { text, key } = readDraft(username);
  if (key !== undefined) write(username, { text });
}

function write(username: string, draft: Draft): void {
  browserStore.write(storageKey(username), JSON.stringify(draft));
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
