/**
 * What people are told of a problem: by its code and what it names, in the language of the page. What the API says of it
 * in English is for programs.
 */
import type { ErrorCode, ProblemParams } from '../../shared/errors.ts';
import type { Problem } from '../../shared/http/problem.ts';
import { messages } from './messages.ts';

/** When it makes sense to try again: the time of day, in words, and in how many minutes that is. */
export type Wait = { at: string; minutes: number };

/** What a catalogue says of each code. */
export type ProblemWords = {
  [Code in Exclude<ErrorCode, 'invalid_input'>]: Code extends keyof ProblemParams
    ? (params: ProblemParams[Code]) => string
    : Code extends 'too_many' | 'too_many_numbers'
      ? (wait: Wait | undefined) => string
      : string;
};

/** The fields that people write themselves; what is wrong with any other is a fault of the page. */
export type WrittenField = 'username' | 'displayName' | 'name' | 'body' | 'code' | 'number';

/** A problem as far as it is worded; a newer Nod may have codes that this page does not know. */
export type Worded = {
  status: number;
  code: ErrorCode | 'none';
  params: Problem['params'];
  field: string | undefined;
};

export function problemSentence({ status, code, params, field }: Worded, wait?: Wait): string {
  if (code === 'invalid_input') {
    return messages.problems.fields[field as WrittenField] ?? messages.problems.invalidInput;
  }
  const words = messages.problems.codes[code as keyof ProblemWords] as
    | string
    | ((facts: unknown) => string | undefined)
    | undefined;
  // An API of another version may name something else, or nothing.
  const said =
    typeof words === 'function'
      ? words(params ?? (code === 'too_many' || code === 'too_many_numbers' ? wait : {}))
      : words;
  return said ?? ofStatus(status, wait);
}

function ofStatus(status: number, wait: Wait | undefined): string {
  if (status === 429) return messages.problems.muchAtOnce(wait);
  return status >= 500 ? messages.problems.failed : messages.problems.refused;
}
