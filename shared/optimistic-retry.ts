import { ConditionFailed } from './errors.ts';

/**
 * Optimistic locking: what a transaction was decided by may change before it is written, which its conditions refuse.
 * Then `attempt` is made again, to read and decide anew.
 * @param attempts how many are made at most
 * @param explain may throw what a refusal means, where it means more than that somebody else was faster
 * @throws {ConditionFailed} if the last attempt was refused as well
 */
export async function optimisticRetry<T>(
  attempts: number,
  attempt: () => Promise<T>,
  explain: (refusal: ConditionFailed) => void | Promise<void> = () => {},
): Promise<T> {
  for (let made = 1; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      await explain(error);
      if (made === attempts) throw error;
    }
  }
}
