/**
 * Event filter patterns (Lambda Developer Guide, "Control which events Lambda sends to your function"), as far as
 * the rows of the triggers use them: keys within keys, and in the end a list of values, of which one must be there.
 */

/** Whether a record fits a pattern. @throws {TypeError} for a rule that is more than a value, such as `{prefix: …}` */
export function fits(record: unknown, pattern: object): boolean {
  return Object.entries(pattern).every(([key, expected]: [string, unknown]) => {
    const actual = (record as Record<string, unknown> | null | undefined)?.[key];
    if (Array.isArray(expected)) return expected.some((value) => actual === plain(value));
    if (typeof expected !== 'object' || expected === null) {
      throw new TypeError(`A pattern ends in lists of values, and ${key} in ${JSON.stringify(expected)}.`);
    }
    return fits(actual, expected);
  });
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  throw new TypeError(`Only plain values are known here, and not ${JSON.stringify(value)}.`);
}
