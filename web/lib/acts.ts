/** What a phone is asked for besides signing in, in words. */
import type { Act } from '../../shared/sessions/acts.ts';
import { messages } from './messages.ts';

/** As a question: "Make a new recovery code?" A newer act than this page knows is still named, by its bare name. */
export const actQuestion = (act: Act): string => messages.browsers.actQuestions[act] ?? `${act}?`;
