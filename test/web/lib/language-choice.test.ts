import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, OWN_NAMES } from '../../../shared/languages.ts';
import { nothing } from '../../../web/lib/html.ts';
import { languageSwitch } from '../../../web/lib/language-choice.ts';

const shown = (names: Record<string, string>): string => {
  const view = languageSwitch(names);
  return view === nothing ? '' : collectResultSync(render(view)).replace(/<!--[^>]*-->/g, '');
};

describe('the switch of the language', () => {
  it('is not there where there is nothing to choose', () => {
    expect(shown({ en: 'English' })).toBe('');
  });

  it('names each language as those do who read it, and says in which one that is', () => {
    const html = shown({ en: 'English', ar: 'العربية' });
    const buttons = [...html.matchAll(/<button([^>]*)>\s*([^<]*?)\s*<\/button>/g)];
    expect(buttons.map(([, , name]) => name)).toEqual(['English', 'العربية']);
    expect(buttons.map(([, attributes = '']) => /\blang="(\w+)"/.exec(attributes)?.[1])).toEqual([
      'en',
      'ar',
    ]);
    expect(buttons.every(([, attributes = '']) => attributes.includes('translate="no"'))).toBe(true);
  });

  it('marks the one that is spoken, and no other', () => {
    const current = [
      ...shown({ ar: 'العربية', en: 'English' }).matchAll(/lang="(\w+)"[^>]*aria-current="true"/g),
    ];
    expect(current.map(([, language]) => language)).toEqual(['en']);
  });

  it('knows a name for each language, in its order', () => {
    expect(Object.keys(OWN_NAMES)).toEqual([...LANGUAGES]);
  });
});
