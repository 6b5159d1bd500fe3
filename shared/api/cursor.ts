/** Where a list goes on: a place in it, in letters that an address can have (RFC 4648 §5). Callers take it from `next`. */
import * as v from 'valibot';

const CURSOR = { description: 'Goes on after an earlier page: its `next`.' };

export const NO_CURSOR = 'This is not a cursor: take it from next.';

/** @param place in ASCII */
export const toCursor = (place: string): string => Buffer.from(place).toString('base64url');

const fromCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('latin1');

/** The place that a cursor holds, whatever that is: whoever takes it says which places there are. */
export const cursorText = v.pipe(v.string(), v.metadata(CURSOR), v.transform(fromCursor));
