/**
 * What the tabs of a browser have in common: messages and locks. A browser that blocks site data refuses both, and old
 * ones lack them; then each tab is for itself.
 */

export type Channel<M> = { post(message: M): void; close(): void };

/** A channel to the other tabs; `hear` gets what they post. */
export function openChannel<M>(name: string, hear: (message: M) => void): Channel<M> {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<M>) => hear(data);
    return { post: (message) => channel.postMessage(message), close: () => channel.close() };
  } catch {
    return { post() {}, close() {} };
  }
}

/**
 * Does `work` while no other tab does work of the same name.
 * @throws what `work` throws, and `signal`'s reason where that aborts the wait
 */
export async function alone<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  let hasBegun = false;
  const begin = (): Promise<T> => {
    hasBegun = true;
    return work();
  };
  try {
    return await navigator.locks.request(name, signal === undefined ? {} : { signal }, begin);
  } catch (error) {
    if (hasBegun || signal?.aborted) throw error;
    // Later, as where it is granted: who asks for it has not finished its own sentence yet.
    await undefined;
    return begin();
  }
}
