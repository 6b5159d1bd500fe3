/** Muting, blocking and reporting from a menu: fetched when it is chosen. What one sees changes at once, and back if Nod says no. */
import { call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { toast } from '../lib/toast.ts';
import { askToBlock } from './block-dialog.ts';
import { type HideAct, OPPOSITE, sentenceOf } from './hide-acts.ts';
import { undoToast } from './undo-toast.ts';

/** Draws what is seen of somebody once an act is wished, before Nod has answered. */
export type Shows = (act: HideAct) => void;

/** Does it, and offers to take it back. */
export async function doAct(act: HideAct, username: string, show: Shows): Promise<void> {
  if (await told(act, username, show)) {
    undoToast(sentenceOf(act, `@${username}`), () => void undo(OPPOSITE[act], username, show));
  }
}

/** The same for what is asked about first. */
export function askAndBlock(username: string, show: Shows): void {
  askToBlock(`@${username}`, () => void doAct('block', username, show));
}

async function undo(act: HideAct, username: string, show: Shows): Promise<void> {
  if (await told(act, username, show)) toast(sentenceOf(act, `@${username}`));
}

async function told(act: HideAct, username: string, show: Shows): Promise<boolean> {
  show(act);
  try {
    await call(act, { params: { username } });
    return true;
  } catch (error) {
    show(OPPOSITE[act]);
    toast(errorSentence(error));
    return false;
  }
}

export { openReport } from './report-dialog.ts';
