/** So much of a text is a title. */
const MOST_GRAPHEMES = 60;

/** The beginning of its first line; what a person sees as one character is never cut in two (Unicode UAX #29). */
export function firstWords(body: string, language = 'en'): string {
  const [line = ''] = body.split('\n');
  const graphemes = [...new Intl.Segmenter(language).segment(line)];
  if (graphemes.length <= MOST_GRAPHEMES) return line;
  const first = graphemes.slice(0, MOST_GRAPHEMES - 1).map(({ segment }) => segment);
  return `${first.join('').trimEnd()}…`;
}
