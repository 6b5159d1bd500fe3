/** What the author of a post can change on its page. */
import type { PostResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { serverNow } from '../lib/clock.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import type { EditForm } from './edit-form.ts';

/** So long after it was written. */
const EDITABLE_MS = 24 * 60 * 60 * 1000;

/** @param onEdited gets what the post says now */
export function editable(layout: Layout, onEdited: (edited: PostResponse) => void) {
  let form: EditForm | undefined;
  const opening = action(layout.update);

  async function open(post: PostResponse): Promise<void> {
    await opening.run(async () => {
      const { editForm } = await lazyImport(() => import('./edit-form.ts'));
      form = editForm(layout, post, (edited) => {
        form = undefined;
        if (edited !== undefined) onEdited(edited);
        layout.update();
        focusOn('edit-post');
      });
    });
    focusOn('edit-body');
  }

  return {
    /** What the post has of it: the form in the place of its text, or the button that opens it. */
    of(post: PostResponse): { text?: View; acts?: View } {
      if (form !== undefined) return { text: form.view() };
      if (serverNow() - Date.parse(post.createdAt) > EDITABLE_MS) return {};
      return {
        acts: html`${opening.error === undefined ? nothing : errorLine(opening.error)}
          <button class="link post-act" id="edit-post" type="button" aria-disabled=${opening.isBusy} @click=${() => void open(post)}>
            ${messages.threads.edit()}
          </button>`,
      };
    },
  };
}
