import { Unreachable } from './api.ts';

/**
 * Code that is fetched when it is needed, so that a page is there sooner.
 * @throws {Unreachable} when it does not come
 */
export async function lazyImport<T>(code: () => Promise<T>): Promise<T> {
  try {
    return await code();
  } catch (error) {
    throw new Unreachable(error);
  }
}
