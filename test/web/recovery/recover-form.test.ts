import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../shared/recovery/code.ts';
import { codeProblem } from '../../../web/recovery/recover-form.ts';

const code = codeOf(new Uint8Array(16).fill(7));

describe('a recovery code as it is typed', () => {
  it.for([code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')} `])(
    '%j may be one',
    (text) => {
      expect(codeProblem(text)).toBeUndefined();
    },
  );

  it.for([
    ['', 'Type the recovery code that you noted.'],
    [code.slice(0, -1), 'A code has 28 characters, in seven groups of four. This one has 27.'],
    [`${code}A`, 'A code has 28 characters, in seven groups of four. This one has 29.'],
    [code.replace(/^./, code.startsWith('A') ? 'B' : 'A'), expect.stringMatching(/^There is a typo/)],
  ] as const)('%j is told what is wrong', ([text, sentence]) => {
    expect(codeProblem(text)).toEqual(sentence);
  });
});
