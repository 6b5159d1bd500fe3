/**
 * What somebody was writing about themselves, kept in this browser under their username until it is saved or given up, as
 * a post's draft is: a session that ends takes nothing along.
 */
import { browserStore } from '../lib/storage.ts';

/** Before the username of whose profile it is. */
const PROFILE_DRAFT_OF = 'nod.profileDraft.';

export type ProfileDraft = { displayName: string; about: string; links: string[] };

export function readProfileDraft(username: string): ProfileDraft | undefined {
  const draft = browserStore.readJson(PROFILE_DRAFT_OF + username) as
    | Partial<ProfileDraft>
    | null
    | undefined;
  const { displayName, about, links } = draft ?? {};
  const isDraft =
    typeof displayName === 'string' &&
    typeof about === 'string' &&
    Array.isArray(links) &&
    links.every((link) => typeof link === 'string');
  return isDraft ? { displayName, about, links } : undefined;
}

export function keepProfileDraft(username: string, draft: ProfileDraft): void {
  browserStore.write(PROFILE_DRAFT_OF + username, JSON.stringify(draft));
}

export const forgetProfileDraft = (username: string): void =>
  browserStore.remove(PROFILE_DRAFT_OF + username);
