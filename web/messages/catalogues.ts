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
