/** The author of a post changes it on its page, in the place of its text. */
import type { PostResponse } from '../../shared/responses.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import type { View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { toast } from '../lib/toast.ts';
import type { EditForm } from './edit-form.ts';

export type Editable = {
  open(post: PostResponse): Promise<void>;
  /** The form, while it is open. */
  view(): View | undefined;
};

/** @param onEdited gets what the post says now */
export function editable(layout: Layout, onEdited: (edited: PostResponse) => void): Editable {
  let form: EditForm | undefined;

  return {
    async open(post) {
      try {
        const { editForm } = await lazyImport(() => import('./edit-form.ts'));
        form ??= editForm(layout, post, (edited) => {
          form = undefined;
          if (edited !== undefined) onEdited(edited);
          layout.update();
          focusOn(`${post.id}-more`);
        });
        layout.update();
        focusOn('edit-body');
      } catch (error) {
        toast(errorSentence(error));
      }
    },
    view: () => form?.view(),
  };
}
