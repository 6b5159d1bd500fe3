/** Who is signed in here, as far as a page knows. */
import type { UserResponse } from '../../shared/responses.ts';

export type Person = Pick<UserResponse, 'username' | 'displayName'>;

const KEY = 'nod.person';

/**
 * Who was signed in here when somebody last looked. For the first paint only, so that nothing jumps when the
 * answer comes: what may be seen and done, the API decides.
 */
export function rememberedPerson(): Person | undefined {
  try {
    const person: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isPerson(person) ? person : undefined;
  } catch {
    return undefined;
  }
}

export function rememberPerson({ username, displayName }: Person): void {
  const text = JSON.stringify({ username, displayName });
  // An equal value is not written again: each write wakes the other tabs.
  if (localStorage.getItem(KEY) !== text) localStorage.setItem(KEY, text);
}

export function forgetPerson(): void {
  localStorage.removeItem(KEY);
}

/** Calls back when another tab signs in or out. */
export function onPersonChanged(changed: (person: Person | undefined) => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) changed(rememberedPerson());
  });
}

function isPerson(value: unknown): value is Person {
  return (
    typeof value === 'object' &&
    value !== null &&
    'username' in value &&
    typeof value.username === 'string' &&
    'displayName' in value &&
    typeof value.displayName === 'string'
  );
}
