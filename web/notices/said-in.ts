import type { Language } from '../../shared/languages.ts';
import { language, type Messages, messages, speak } from '../lib/messages.ts';

/**
 * What `say` says in a language, of which only some sections are there. What was spoken before is spoken afterwards: a
 * server answers several readers, and one of them at a time.
 */
export function saidIn<Said>(next: Language, sections: Partial<Messages>, say: () => Said): Said {
  const before = [language, messages] as const;
  speak(next, sections as Messages);
  try {
    return say();
  } finally {
    speak(...before);
  }
}
