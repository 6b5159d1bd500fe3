/** What people wrote as it is shown, whenever and by whatever it was written. */
import { VISIBLE, withFewMarks } from '../text.ts';

/** Whatever begins a new line where text keeps its line breaks (Unicode UAX #14, classes BK, CR, LF and NL). */
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;

/** Of empty lines in a row one is left, and none at the beginning and the end; of marks in a row, thirty. */
export function shownText(body: string): string {
  const lines = withFewMarks(body)
    .split(LINE_BREAK)
    .map((line) => (VISIBLE.test(line) ? line : ''));
  const kept = lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
  return kept.join('\n').replace(/\n$/, '');
}
