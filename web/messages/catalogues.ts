/** Every language's catalogue, for what speaks several: the build, and the functions that write for somebody. */
import type { Language } from '../../shared/languages.ts';
import type { Messages } from '../lib/messages.ts';
import * as ar from './ar.ts';
import * as de from './de.ts';
import * as en from './en.ts';
import * as es from './es.ts';
import * as fr from './fr.ts';
import * as ja from './ja.ts';
import * as ptBR from './pt-BR.ts';

export const CATALOGUES: Record<Language, Messages> = { en, es, de, fr, 'pt-BR': ptBR, ar, ja };

/** What the functions need that answer a browser with a problem as a page: their bundles have these sections, and no others. */
export const NOTICE_WORDS: Record<Language, Pick<Messages, 'problems' | 'notice'>> = {
  en: { problems: en.problems, notice: en.notice },
  es: { problems: es.problems, notice: es.notice },
  de: { problems: de.problems, notice: de.notice },
  fr: { problems: fr.problems, notice: fr.notice },
  'pt-BR': { problems: ptBR.problems, notice: ptBR.notice },
  ar: { problems: ar.problems, notice: ar.notice },
  ja: { problems: ja.problems, notice: ja.notice },
};

/** The same for those that send pushes. */
export const PUSH_WORDS: Record<Language, Pick<Messages, 'push' | 'names'>> = {
  en: { push: en.push, names: en.names },
  es: { push: es.push, names: es.names },
  de: { push: de.push, names: de.names },
  fr: { push: fr.push, names: fr.names },
  'pt-BR': { push: ptBR.push, names: ptBR.names },
  ar: { push: ar.push, names: ar.names },
  ja: { push: ja.push, names: ja.names },
};
