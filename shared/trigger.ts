/** Functions that a stream or the clock calls, and nobody over HTTP: the counterpart of `http/serve.ts`. */
import { type ErrorCode, NodError } from './errors.ts';
import { log } from './log.ts';
import type { TriggerName } from './routes.ts';

/** A trigger's handler, without its wiring: what tests call with dependencies of their own. */
export type Triggered<N extends TriggerName, Event, Result> = {
  name: N;
  handle(event: Event): Promise<Result>;
};

/** Declares the handler of a trigger. */
export function triggered<N extends TriggerName, Event, Result>(
  name: N,
  handle: (event: Event) => Promise<Result>,
): Triggered<N, Event, Result> {
  return { name, handle };
}

/**
 * The Lambda handler: what is thrown is noted, and something is thrown on, so that Lambda tries again. Not the error
 * itself, because Lambda would write its message into the log as it is.
 */
export function serveTrigger<N extends TriggerName, Event, Result>({
  name,
  handle,
}: Triggered<N, Event, Result>) {
  return async (event: Event): Promise<Result> => {
    try {
      return await handle(event);
    } catch (error) {
      note(name, error);
      const why = `${name} failed: the line before says why.`;
      throw error instanceof NodError ? new NodError<ErrorCode>(error.code, why) : new Error(why);
    }
  };
}

/** Does a part of a trigger's work that must not take the others with it: what is thrown is noted. @returns whether it was done */
export async function noted(trigger: TriggerName, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    note(trigger, error);
    return false;
  }
}

function note(trigger: TriggerName, error: unknown): void {
  const message =
    error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  log('error', { trigger, error: message });
}
