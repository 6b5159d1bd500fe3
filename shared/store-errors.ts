/** What the failures of DynamoDB mean: one rule for every way to it (`database.ts`). */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { env } from './env.ts';
import { ConditionFailed, NodError } from './errors.ts';

/** Until when a call is waited for. */
export type Limit = { abortSignal: AbortSignal };

/** How often a write that collided with another transaction is repeated (DESIGN.md §2). */
const CONFLICT_REPEATS = 3;
const JITTER_MS = 60;

/** A short random pause, so that those who collided do not do so again; twice as long with each repeat. */
export const jitter = (repeat = 0): Promise<void> => sleep(Math.random() * JITTER_MS * 2 ** repeat);

/** Repeats a write that collided with a transaction under way, after a short random pause. */
export async function repeatedOnConflict<T>(send: () => Promise<T>): Promise<T> {
  for (let repeat = 0; ; repeat++) {
    try {
      return await send();
    } catch (error) {
      if (!isConflict(error) || repeat === CONFLICT_REPEATS) throw error;
      await jitter(repeat);
    }
  }
}

/**
 * Maps an error of the SDK to what it means here: a lost race (`ConditionFailed`), a store that is away
 * (`store_unavailable`), or a mistake of ours, which is thrown on.
 */
export async function mapStoreError<T>(send: (limit: Limit) => Promise<T>): Promise<T> {
  try {
    return await send({ abortSignal: AbortSignal.timeout(env.storeTimeoutMs) });
  } catch (error) {
    if (nameOf(error) === 'ConditionalCheckFailedException') {
      const { Item } = error as ConditionalCheckFailedException;
      throw new ConditionFailed([true], error, Item && unmarshall(Item));
    }
    const reasons = cancellationReasons(error);
    if (reasons.includes('ConditionalCheckFailed')) {
      throw new ConditionFailed(
        reasons.map((reason) => reason === 'ConditionalCheckFailed'),
        error,
      );
    }
    if (isMistake(error) || reasons.includes('ValidationError')) throw error;
    throw storeUnavailable(error);
  }
}

/** The store is away, or too busy. */
export function storeUnavailable(cause?: unknown): NodError {
  return new NodError('store_unavailable', 'The store did not answer. Try again in a moment.', {
    retryAfter: 1,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Whether a write was given up because others wrote the same rows all the time, and not because the store is away. */
export const isContention = (error: unknown): boolean =>
  error instanceof NodError && error.code === 'store_unavailable' && isConflict(error.cause);

/** Makes a write that may as well be left out where another was faster, or others write the same row all the time. */
export async function unlessOvertaken(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof ConditionFailed || isContention(error))) throw error;
  }
}

function isConflict(error: unknown): boolean {
  const reasons = cancellationReasons(error);
  if (reasons.includes('ConditionalCheckFailed')) return false;
  return (
    reasons.includes('TransactionConflict') ||
    nameOf(error) === 'TransactionConflictException' ||
    nameOf(error) === 'TransactionInProgressException'
  );
}

/** Errors that no repeat will mend: they say that the code or the deployment is wrong. */
const MISTAKES = new Set([
  'ValidationException',
  'ResourceNotFoundException',
  'AccessDeniedException',
  'IdempotentParameterMismatchException',
  'ItemCollectionSizeLimitExceededException',
]);

function isMistake(error: unknown): boolean {
  return MISTAKES.has(nameOf(error)) || error instanceof TypeError || error instanceof RangeError;
}

export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function cancellationReasons(error: unknown): string[] {
  if (nameOf(error) !== 'TransactionCanceledException') return [];
  const { CancellationReasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
  return CancellationReasons.map(({ Code = 'None' }) => Code);
}
