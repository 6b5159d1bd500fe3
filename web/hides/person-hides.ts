/** On somebody's page: what stands between them and the reader, and what the reader may do about it. */
import type { ProfileResponse } from '../../shared/responses.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { toast } from '../lib/toast.ts';
import { moreIcon } from '../posts/post-icons.ts';
import type { Shows } from './acting.ts';
import { changed } from './hide-acts.ts';

type Hides = NonNullable<ProfileResponse['hides']>;

/** Whether neither sees what the other writes. */
export const areApart = ({ hides }: ProfileResponse): boolean =>
  hides !== undefined && (hides.blocked || hides.blockedBy);

/**
 * The button of the menu; nothing of oneself and for whoever is signed out.
 * @param onChange gets how it stands now: at once, and again as it was where Nod says no
 */
export function personMenu({ username, hides }: ProfileResponse, onChange: (hides: Hides) => void): View {
  if (hides === undefined) return nothing;
  let now = hides;
  const show: Shows = (act) => {
    now = { ...now, ...changed(now, act) };
    onChange(now);
  };
  const open = async ({ currentTarget }: Event): Promise<void> => {
    const menu = await lazyImport(() => import('./person-menu.ts')).catch(
      (error) => toast(errorSentence(error)) as undefined,
    );
    menu?.openPersonMenu(currentTarget as HTMLElement, username, now, show);
  };
  return html`<button
    class="post-action"
    id="person-more"
    type="button"
    aria-haspopup="menu"
    aria-expanded="false"
    aria-label=${messages.hides.whatYouCanDo(`@${username}`)}
    @click=${open}
  >${moreIcon()}</button>`;
}

/** What stands between them, where something does. */
export function personHides({ hides }: ProfileResponse): View {
  const said = hides === undefined ? nothing : sentenceOf(hides);
  return said === nothing ? nothing : html`<div class="person-hides">${said}</div>`;
}

function sentenceOf({ muted, blocked, blockedBy }: Hides): View {
  const { youBlocked, blockedYou, blockedMore, youMuted, youMutedMore } = messages.hides;
  const said = (words: string, more: string): View =>
    html`<p><strong>${words}</strong></p><p class="muted small">${more}</p>`;
  if (blocked) return said(youBlocked, blockedMore);
  if (blockedBy) return said(blockedYou, blockedMore);
  return muted ? said(youMuted, youMutedMore) : nothing;
}
