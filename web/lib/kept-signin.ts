/** What this browser keeps for the next sign-in: the name, and the provider that let it in the last time. */
import type { SocialProviderResponse } from '../../shared/responses.ts';
import { browserStore, tabStore } from './storage.ts';

const NAME = 'nod.name';
const PROVIDER = 'nod.provider';

/** Keeps the name in this tab, so that starting again does not ask for it again. */
export function keepName(username: string): void {
  tabStore.write(NAME, username);
}

export function keptName(): string {
  return tabStore.read(NAME) ?? '';
}

/** A username as somebody may type it: with spaces around, or with the @ that it is shown with. */
export function typedName(text: string): string {
  return text.trim().replace(/^@/, '');
}

/** Keeps the provider, to offer it first, or forgets it where it was a phone or a passkey that said yes. */
export function keepProvider(provider: SocialProviderResponse | undefined): void {
  if (provider === undefined) browserStore.remove(PROVIDER);
  else browserStore.write(PROVIDER, JSON.stringify(provider));
}

export function keptProvider(): SocialProviderResponse | undefined {
  const kept = browserStore.readJson(PROVIDER);
  return isProvider(kept) ? kept : undefined;
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
