/** The way to a provider, and this tab’s return from there. */
import type { RequestBody } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { tabStore } from '../lib/storage.ts';
import type { Approved } from '../signin/completion.ts';

/** Leaves for a provider, which leads back, and on to `next`. @throws {ApiError} @throws {Unreachable} */
export async function goToProvider(provider: string, body: RequestBody<'social-start'>): Promise<void> {
  const { url } = await call('social-start', { params: { provider }, body });
  location.assign(url);
}

const KEY = 'nod.provider-return';

/** Its id, which is its completion's `Idempotency-Key` as well: the same over every repeat, and over a reload. */
export function providerReturn(): Approved {
  const id = tabStore.read(KEY) ?? crypto.randomUUID();
  tabStore.write(KEY, id);
  return { id, completionKey: id };
}

export function endProviderReturn(): void {
  tabStore.remove(KEY);
}

/** The fragment with which a page is opened after a link was made. */
export const LINKED = '#linked';
