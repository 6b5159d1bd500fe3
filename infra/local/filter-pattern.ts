/**
 * Event filter patterns (Lambda Developer Guide, "Control which events Lambda sends to your function"), as far as
 * the rows of the triggers use them: keys within keys, and in the end a list of values, or beginnings of one, of which one
 * must be there.
 */

/** Whether a record fits a pattern. @throws {TypeError} for a rule that is not known here, such as `{exists: …}` */
export function fits(record: unknown, pattern: object): boolean {
  return Object.entries(pattern).every(([key, expected]: [string, unknown]) => {
    const actual = (record as Record<string, unknown> | null | undefined)?.[key];
    if (Array.isArray(expected)) return expected.some((value) => isIt(actual, value));
    if (typeof expected !== 'object' || expected === null) {
      throw new TypeError(`A pattern ends in lists of values, and ${key} in ${JSON.stringify(expected)}.`);
    }
    return fits(actual, expected);
  });
}

function isIt(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return actual === expected;
  const { prefix, ...others } = expected as { prefix?: unknown };
  if (typeof prefix === 'string' && Object.keys(others).length === 0) {
    return typeof actual === 'string' && actual.startsWith(prefix);
  }
  throw new TypeError(`Only values and prefixes are known here, and not ${JSON.stringify(expected)}.`);
}
