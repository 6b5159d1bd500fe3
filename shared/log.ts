/**
 * The lines that functions write: the only place that does (`test/shared/log.test.ts`). Each is one JSON object, and what
 * callers, providers and push services have written cannot hide in it, begin a line of its own, or turn its reading
 * direction: what JSON leaves as it is of that (C1, marks of direction, line separators) is escaped as well.
 */
import { env } from './env.ts';

/** Everything without a shape of its own. JSON escapes C0 and halves of characters itself. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** The same object when it is parsed again. */
export function logLine(fields: object): string {
  return JSON.stringify(fields).replace(UNSEEN, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** A line for whoever runs Nod. Where Lambda's log is JSON, its console would put the line into another one, as a text. */
export function log(level: 'warn' | 'error', fields: Readonly<Record<string, unknown>>): void {
  if (env.hasJsonLog) logMetric({ level, ...fields });
  else console[level](logLine({ level, ...fields }));
}

/** A line for CloudWatch: straight to stdout, because Lambda's `console.log` puts words before it, and it wants JSON only. */
export function logMetric(line: object): void {
  process.stdout.write(`${logLine(line)}\n`);
}
