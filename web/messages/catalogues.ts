/** Every language's catalogue, for what speaks several: the build, and functions. */
import type { Language } from '../../shared/languages.ts';
import type { Messages } from '../lib/messages.ts';
import * as en from './en.ts';

export const CATALOGUES: Record<Language, Messages> = { en };

/** What the functions need that answer a browser with a problem as a page: their bundles have these sections, and no others. */
export const NOTICE_WORDS: Record<Language, Pick<Messages, 'problems' | 'notice'>> = {
  en: { problems: en.problems, notice: en.notice },
};

/** The same for those that send pushes. */
export const PUSH_WORDS: Record<Language, Pick<Messages, 'push' | 'browsers'>> = {
  en: { push: en.push, browsers: en.browsers },
};
