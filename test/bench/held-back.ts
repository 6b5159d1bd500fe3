/** A process that has a share of a processor only, as a Lambda function has by its memory: 1 769 MB have a whole one. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** The share that 256 MB have, Nod's default. */
export const SHARE = 256 / 1769;
const SLICE_MS = 20;

/**
 * Milliseconds from `go`, which the process is told when it has said that it is ready, to its next message; in between it
 * is stopped for most of each slice of time.
 */
export async function heldBack(child: ChildProcess): Promise<number> {
  await once(child, 'message');
  let isDone = false;
  const done = once(child, 'message').then(() => {
    isDone = true;
  });
  const startedAt = performance.now();
  child.send('go');
  while (!isDone) {
    await Promise.race([done, sleep(SLICE_MS * SHARE)]);
    if (isDone) break;
    child.kill('SIGSTOP');
    await sleep(SLICE_MS * (1 - SHARE));
    child.kill('SIGCONT');
  }
  return performance.now() - startedAt;
}
