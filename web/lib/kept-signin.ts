/** What this browser keeps for the next sign-in: the name, and the provider that let it in the last time. */
import type { SocialProviderResponse } from '../../shared/responses.ts';

const NAME = 'nod.name';
const PROVIDER = 'nod.provider';

/** Keeps the name in this tab, so that starting again does not ask for it again. */
export function keepName(username: string): void {
  sessionStorage.setItem(NAME, username);
}

export function keptName(): string {
  return sessionStorage.getItem(NAME) ?? '';
}

/** A username as somebody may type it: with spaces around, or with the @ that it is shown with. */
export function typedName(text: string): string {
  return text.trim().replace(/^@/, '');
}

/** Keeps the provider, to offer it first, or forgets it where it was a phone or a passkey that said yes. */
export function keepProvider(provider: SocialProviderResponse | undefined): void {
  if (provider === undefined) localStorage.removeItem(PROVIDER);
  else localStorage.setItem(PROVIDER, JSON.stringify(provider));
}

export function keptProvider(): SocialProviderResponse | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PROVIDER) ?? 'null');
    return isProvider(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isProvider(value: unknown): value is SocialProviderResponse {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'label' in value &&
    typeof value.label === 'string'
  );
}
