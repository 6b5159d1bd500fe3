import { parseCode } from '../../shared/recovery/code.ts';

/** What is wrong with a recovery code as it was typed, told before it is sent; `undefined` if it can be one. */
export function codeProblem(text: string): string | undefined {
  if (parseCode(text) !== undefined) return undefined;
  const count = text.replace(/[\s\p{Pd}]/gu, '').length;
  if (count === 0) return 'Type the recovery code that you noted.';
  if (count !== 28) return `A code has 28 characters, in seven groups of four. This one has ${count}.`;
  return 'There is a typo in this code. Compare it with what you noted, character by character.';
}
