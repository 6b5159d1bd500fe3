/** What the page of a tag shows, drawn by its script and in its document alike. */
import { tagPath } from '../../shared/feeds/formats.ts';
import { emptyView } from '../lib/empty-view.ts';
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { feedLink } from './feeds.ts';

export const tagTitle = (tag: string): string => `#${tag} · Nod`;

export const tagView = (tag: string, posts: View): View =>
  html`<div class="tag-head">
      <h1 class="tag-title"><bdi dir="auto" translate="no">#${tag}</bdi></h1>
      <p class="muted small">${feedLink(tagPath(tag))}</p>
    </div>
    ${posts}`;

export const noneOfTag = (): View => emptyView(messages.search.noneOfTag, messages.search.noneOfTagMore);
