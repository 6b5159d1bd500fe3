/** From approved to signed in, once, however often the network loses the answer. */
import type { UserResponse } from '../../shared/responses.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { keepProvider } from '../lib/kept-signin.ts';
import { browserStore } from '../lib/storage.ts';
import { alone } from '../lib/tabs.ts';
import { rememberPerson } from '../lib/viewer.ts';
import { stopWaiting, type Waiting } from './waiting.ts';

const COMPLETED = 'nod.completed';
const TIMEOUT_MS = 8000;
/** The pauses before the repeats of a call that nobody answered. */
const PAUSES_MS = [500, 1000, 2000, 4000];
/** A repeat that overtakes the first call is refused; a second later it is a repeat like any other. */
const OVERTAKEN_MS = 1000;

/** An approved sign-in, and whose it is where this browser knows that. */
export type Approved = Pick<Waiting, 'id' | 'completionKey'> & { username?: string };

/**
 * Completes an approved sign-in, always with the same key, so that repeats make one session.
 * @throws {ApiError} when it cannot be completed any more
 * @throws {Unreachable} when nobody answered, repeats included; trying again is safe
 */
export function complete(approved: Approved): Promise<void> {
  const { id } = approved;
  // A duplicated tab waits with the same sign-in; each completion makes the cookie before it worthless.
  return alone('nod-complete', async () => {
    if (!isCompleted(id)) {
      rememberPerson(await withRepeats(approved));
      browserStore.write(COMPLETED, id);
    }
    stopWaiting();
  });
}

/** Whether the sign-in that this browser completed last is the one of that id. */
export function isCompleted(id: string): boolean {
  return browserStore.read(COMPLETED) === id;
}

/** Whether completing again cannot help: Nod said no, and not merely "not now". */
export function isFinal(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500 && error.status !== 429;
}

async function withRepeats({ completionKey, username }: Approved): Promise<UserResponse> {
  for (let repeats = 0; ; repeats++) {
    try {
      const { user, provider } = await call('login-complete', {
        idempotencyKey: completionKey,
        timeoutMs: TIMEOUT_MS,
      });
      keepProvider(provider);
      return user;
    } catch (error) {
      const user = await signedInAlready(error);
      if (user !== undefined && user.username === (username ?? user.username)) return user;
      const pause = pauseBeforeRepeat(error, repeats);
      if (pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/**
 * The answer of the first call may break off after its headers: then the cookies are swapped already, and the
 * browser is not waiting any more.
 */
async function signedInAlready(error: unknown): Promise<UserResponse | undefined> {
  if (!(error instanceof ApiError) || error.code !== 'not_waiting') return undefined;
  return (await call('status')).user;
}

function pauseBeforeRepeat(error: unknown, repeats: number): number | undefined {
  if (error instanceof ApiError && error.status < 500) {
    const isOvertaken = error.code === 'already_completed' || error.code === 'conflict';
    return isOvertaken && repeats === 0 ? OVERTAKEN_MS : undefined;
  }
  if (!(error instanceof ApiError || error instanceof Unreachable)) return undefined;
  const asked = error instanceof ApiError ? (error.retryAfter ?? 0) * 1000 : 0;
  const pause = PAUSES_MS[repeats];
  return pause === undefined ? undefined : Math.max(pause, asked);
}
