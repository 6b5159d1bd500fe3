/** What is kept of a provider's answer as long as its session lasts: sealed, and never sent to a browser. */
import type { SessionId, UserId } from '../ids.ts';
import type { Identity, Tokens } from './openid.ts';
import { seal, unseal } from './sealing.ts';

/**
 * How long after a check a session is due for the next one. The schedule comes by every minute and asks about whatever
 * is due: however long a run takes, all that it asks about is due again with the next one.
 */
export const RECHECK_SECONDS = 20;

/** What ties a session to the provider that let it in. */
export type Upstream = {
  sessionId: SessionId;
  userId: UserId;
  provider: string;
  tokens: Tokens;
};

/** What the provider had answered, for as long as a question to the person waits. */
export type ProviderResponse = { identity: Identity; tokens: Tokens };

type Json<T> = { [K in keyof T]: T[K] extends Date | undefined ? string : T[K] };

/** Seals tokens, with or without what they came with, for one row. */
export function sealed(returned: Partial<ProviderResponse>, place: string): string {
  return seal(JSON.stringify(returned), place);
}

export function unsealed(text: string, place: string): ProviderResponse {
  const { identity, tokens } = JSON.parse(unseal(text, place)) as {
    identity: Identity;
    tokens: Json<Tokens>;
  };
  const { accessEndsAt, ...rest } = tokens;
  return {
    identity,
    tokens: { ...rest, ...(accessEndsAt === undefined ? {} : { accessEndsAt: new Date(accessEndsAt) }) },
  };
}

/**
 * The provider's name for its own session with the person (OpenID Connect Front-Channel Logout §3), if it told
 * one.
 */
export function sidOf({ claims: { sid } }: Identity): string | undefined {
  return typeof sid === 'string' && sid.length > 0 && sid.length <= 255 ? sid : undefined;
}
