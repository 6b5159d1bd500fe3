/** What a browser is told that comes to the API by itself, and is refused. */
import type { Problem } from '../../shared/http/problem.ts';
import type { Notice } from '../../shared/http/problem-page.ts';
import type { Language } from '../../shared/languages.ts';
import { messages } from '../lib/messages.ts';
import { problemSentence } from '../lib/problem-sentence.ts';
import { NOTICE_WORDS } from '../messages/catalogues.ts';
import { saidIn } from './said-in.ts';

export function problemNotice({ status, code, params, field }: Problem, language: Language): Notice {
  return saidIn(language, NOTICE_WORDS[language], () => ({
    title: messages.notice.title,
    heading: messages.notice.heading,
    sentence: problemSentence({ status, code, params, field }),
    backToAccount: messages.notice.backToAccount,
    signInAgain: messages.notice.signInAgain,
    goHome: messages.notice.goHome,
    logo: messages.notice.logo,
  }));
}
