/**
 * What a public page looks like before its script runs: in which theme, and for whom. It is drawn elsewhere, and a script
 * that waits in its head would keep the first paint waiting, so the browser says it in a cookie: `dark.person.writer`.
 * Nothing more than that stands in it; whose page it is, only this browser's storage knows.
 */
import { browserStore } from './storage.ts';

/** What of the storage it depends on. */
export const THEME = 'nod.theme';
export const PERSON = 'nod.person';
export const PHONE = 'nod.phone';
/** Before the username of whose draft it is. */
export const DRAFT_OF = 'nod.draft.';
/** The same of what they are writing to somebody, before both usernames (`chats/draft.ts`). */
export const MESSAGES_OF = 'nod.messages.';

const COOKIE = 'visitor';
/** So long a choice holds. */
const SECONDS = 365 * 86_400;

/** Drafts of replies stand behind a post's id (`posts/draft.ts`), and are on no page but that post's. */
const isDraftOfPost = (key: string): boolean => key.startsWith(DRAFT_OF) && !key.includes('/');

/** Says it anew, whenever something of it was written. */
export function noteVisitor(): void {
  const theme = browserStore.read(THEME);
  const isPerson = browserStore.read(PERSON) !== null;
  const said = [
    theme,
    isPerson && 'person',
    isPerson && browserStore.keys().some(isDraftOfPost) && 'writer',
    browserStore.read(PHONE) !== null && 'phone',
  ];
  setCookie(COOKIE, said.filter(Boolean).join('.'));
  // Chosen once, a language holds for as long as Nod is used: some browsers keep what a page writes for a week only.
  const chosen = chosenLanguage();
  if (chosen) setCookie('lang', chosen);
}

/** The language that somebody has chosen, as the cookie of it says (`LANGUAGE_COOKIE`). */
export const chosenLanguage = (): string | undefined => /\blang=([^;]*)/.exec(document.cookie)?.[1];

/** Keeps something that those must know who choose the document: never a secret. */
export function setCookie(name: string, value: string): void {
  const age = value === '' ? 0 : SECONDS;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that Nod supports.
  document.cookie = `${name}=${value}; path=/; max-age=${age}; samesite=lax; secure`;
}
