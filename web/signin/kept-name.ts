/** The name that somebody signs in with, kept in this tab so that starting again does not ask for it again. */
const KEY = 'nod.name';

export function keepName(username: string): void {
  sessionStorage.setItem(KEY, username);
}

export function keptName(): string {
  return sessionStorage.getItem(KEY) ?? '';
}

/** A username as somebody may type it: with spaces around, or with the @ that it is shown with. */
export function typedName(text: string): string {
  return text.trim().replace(/^@/, '');
}
