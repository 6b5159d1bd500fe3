/** A place to write over any page, fetched by whoever writes there. */
import type { PostResponse } from '../../shared/responses.ts';
import type { Layout } from '../lib/around.ts';
import { type Dialog, openDialog } from '../lib/dialog.ts';
import { focusOn } from '../lib/field.ts';
import { html } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { composer } from './composer.ts';
import { tellPosted } from './posted.ts';

/** Opens it for the user of this name. What was begun stays a draft, as on the home page. */
export function openNewPost(layout: Layout, username: string): void {
  let dialog: Dialog | undefined;
  const writing = composer({ ...layout, update: () => dialog?.update() }, { username, onPosted });
  dialog = openDialog(layout, {
    labelledBy: 'new-post-title',
    view: () => html`<h2 id="new-post-title">${messages.navigation.newPost}</h2>
      ${writing.view()}
      <div class="actions">
        <button class="button quiet" type="button" @click=${() => dialog?.close()}>${messages.navigation.close}</button>
      </div>`,
    onDismiss() {},
  });
  focusOn('post-body');

  function onPosted(post: PostResponse): void {
    dialog?.close();
    tellPosted(post);
  }
}
