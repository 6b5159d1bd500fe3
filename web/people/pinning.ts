/** Pinning one of one's own posts above the others of one's page, and letting it go. */
import type { PostResponse, ProfileResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { errorLine } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';

export type Pinning = {
  /** The button for a post. @param isPinned whether it stands above the others now */
  view(id: PostResponse['id'], isPinned: boolean): View;
};

/** `onChanged` gets the profile as it is then. */
export function pinning(
  layout: Pick<Layout, 'update' | 'announce'>,
  onChanged: (profile: ProfileResponse) => void,
): Pinning {
  const changing = action(layout.update);

  async function change(pinned: PostResponse['id'] | null): Promise<void> {
    await changing.run(async () => {
      onChanged(await call('profile-edit', { body: { pinned } }));
      layout.announce(pinned === null ? messages.profile.isUnpinned : messages.profile.isPinned);
    });
  }

  return {
    view: (id, isPinned) => html`<button
        class="button quiet small"
        type="button"
        aria-disabled=${changing.isBusy}
        @click=${() => change(isPinned ? null : id)}
      >
        ${isPinned ? messages.profile.unpin : messages.profile.pin}
      </button>
      ${errorLine(changing.error)}`,
  };
}
