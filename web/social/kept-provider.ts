/** The provider that let this browser in the last time, kept so that it can be offered first. */
import type { SocialProviderResponse } from '../../shared/responses.ts';

const KEY = 'nod.provider';

/** Keeps it, or forgets it where it was a phone or a passkey that said yes. */
export function keepProvider(provider: SocialProviderResponse | undefined): void {
  if (provider === undefined) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(provider));
}

export function keptProvider(): SocialProviderResponse | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
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
