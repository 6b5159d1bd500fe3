/** Asks before somebody is blocked, since who followed whom does not come back. */
import { openDialog } from '../lib/dialog.ts';
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { dialogs } from './dialogs.ts';

const TITLE = 'block-title';

/** @param name such as `@susan` */
export function askToBlock(name: string, block: () => void): void {
  const dialog = openDialog(dialogs(), { labelledBy: TITLE, view, onDismiss: () => {} });

  function yes(): void {
    dialog.close();
    block();
  }

  function view(): View {
    return html`<h2 id=${TITLE} tabindex="-1" autofocus>${messages.hides.blockAsk(name)}</h2>
      <p>${messages.hides.blockMeans}</p>
      <div class="actions">
        <button class="button quiet" type="button" @click=${() => dialog.close()}>${messages.common.cancel}</button>
        <button class="button danger" type="button" @click=${yes}>${messages.hides.blockYes}</button>
      </div>`;
  }
}
