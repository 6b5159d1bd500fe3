/** Every language's catalogue, for what speaks several: the build, and the function that draws public pages. */
import type { Language } from '../../shared/languages.ts';
import type { Messages } from '../lib/messages.ts';
import * as en from './en.ts';

export const CATALOGUES: Record<Language, Messages> = { en };
