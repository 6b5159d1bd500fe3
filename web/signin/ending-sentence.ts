import type { Ending } from './following.ts';
import { reasonSentence } from './reasons.ts';
import type { Waiting } from './waiting.ts';

/** What became of a sign-in or registration that is over, and what to do next. */
export function endingSentence(ending: Ending | 'late', kind: Waiting['kind']): string {
  switch (ending) {
    case 'replaced':
      return 'A newer sign-in was started in another tab. Go on there, or start again here.';
    case 'gone':
      return 'This browser is not waiting any more. Start again.';
    case 'unanswered':
      return UNANSWERED[kind];
    case 'denied':
      return 'Your phone said no. If that was a slip, start again.';
    case 'cancelled':
      return CANCELLED[kind];
    case 'late':
      return 'Your phone had said yes already. Nobody was signed in here, and the approval ends by itself within two minutes.';
    default:
      return `${reasonSentence(ending)} Start again.`;
  }
}

const UNANSWERED: Record<Waiting['kind'], string> = {
  signin: 'Your phone did not answer within two minutes. Start again when you have it at hand.',
  register:
    'No phone was added within ten minutes, so the name is free again. Start again when you have yours at hand.',
  recover:
    'No phone was added within ten minutes, so nothing has changed and your code still holds. Start again when you have the new phone at hand.',
};

const CANCELLED: Record<Waiting['kind'], string> = {
  signin: 'Cancelled. Nobody was signed in.',
  register: 'Cancelled. The name is free again.',
  recover: 'Cancelled. Nothing has changed, and your code still holds.',
};
