/** What a post said before it was edited. */
import type { VersionResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { type Dialog, openDialog } from '../lib/dialog.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { momentView } from '../lib/time.ts';
import { textView } from './text-view.ts';

/** Opens it over the page. @param onClosed when it is closed, however that is done */
export async function openHistory(layout: Layout, postId: string, onClosed: () => void): Promise<void> {
  let versions: readonly VersionResponse[] | undefined;
  let error: string | undefined;
  const dialog: Dialog = openDialog(layout, { labelledBy: 'history-title', view, onDismiss: onClosed });
  try {
    ({ items: versions } = await call('post-history', { params: { postId } }));
  } catch (thrown) {
    error = errorSentence(thrown);
  }
  dialog.update();

  function close(): void {
    dialog.close();
    onClosed();
  }

  function view(): View {
    return html`<h2 id="history-title" tabindex="-1" autofocus>${messages.threads.history}</h2>
      ${error === undefined ? nothing : html`<p class="error" role="alert">${messages.threads.historyNotLoaded} ${error}</p>`}
      <ol class="versions">
        ${versions?.map(
          ({ body, entities, language, at }, nth) => html`<li>
            <p class="muted small">${nth === 0 ? html`${messages.threads.now} · ` : nothing}${momentView(at)}</p>
            <p class="post-body" dir="auto" lang=${language ?? nothing}>${textView(body, entities)}</p>
          </li>`,
        )}
      </ol>
      <div class="actions">
        <button class="button quiet" type="button" @click=${close}>${messages.threads.closeHistory}</button>
      </div>`;
  }
}
