/** What texts that people write for others to read must be. */

/**
 * At least one character that can be seen: not only spaces, joiners, fillers and marks of direction, whatever their
 * general category (Unicode Default_Ignorable_Code_Point), nor the empty pattern of Braille.
 */
export const VISIBLE = /[^\p{C}\p{Z}\p{DI}\u2800]/u;

/**
 * The text with at most 30 marks in a row, and what cannot be seen counted with them; more would paint over what stands
 * around it. Thirty is more than any language writes (Unicode UAX #15 §13, Stream-Safe Text Format).
 */
export const withFewMarks = (text: string): string =>
  text.replace(/([\p{M}\p{DI}\p{Cf}]{30})[\p{M}\p{DI}\p{Cf}]+/gu, '$1');

/** One line without control characters, halves of characters, or marks that turn the reading direction. */
export const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
