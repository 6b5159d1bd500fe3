import { vi } from 'vitest';
import type { FunctionName } from '../../shared/routes.ts';
import type { Nod } from './nod.ts';

/**
 * Holds back one write of a function's until something else has been done: what is decided by what was read before then
 * meets what has come of it meanwhile.
 * @param after how many writes of the call are let through before
 */
export async function whileWriting<T>(
  { recordingProxy }: Nod,
  { from, after = 0 }: { from: FunctionName; after?: number },
  call: () => Promise<T>,
  meanwhile: () => Promise<unknown>,
): Promise<T> {
  const operation = 'TransactWriteItems';
  const written = () => recordingProxy.callsFrom(from, operation).length;
  const before = written();
  const { promise: until, resolve } = Promise.withResolvers<void>();
  recordingProxy.disturb({ until }, { from, operation, after, times: 1 });
  const replied = call();
  await vi.waitUntil(() => written() > before + after, { timeout: 10_000, interval: 5 });
  await meanwhile().finally(resolve);
  return replied;
}
