/** A query is a line, not a text. */
export const MOST_CHARACTERS = 200;
