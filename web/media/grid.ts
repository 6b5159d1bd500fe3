/** The pictures of a post, one to four. Where there is no script, each is a link to itself. */
import { mediaPath, type PostMedia, SIZES, widthOf } from '../../shared/media/media.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { looksLike } from './looks-like.ts';

const [SMALL, LARGE] = SIZES.post;

/** How wide a picture is shown, alone or beside another (the column of posts: `web/styles/layout.css`). */
const ALONE = '(min-width: 640px) 540px, 85vw';
const BESIDE = '(min-width: 640px) 270px, 43vw';

export function mediaGrid(media: readonly PostMedia[]): View {
  if (media.length === 0) return nothing;
  return html`<ul class="media" data-count=${media.length}>
    ${media.map((one, at) => pictureView(media, one, at))}
  </ul>`;
}

function pictureView(media: readonly PostMedia[], one: PostMedia, at: number): View {
  const { id, width, height, alt, placeholder } = one;
  const small = widthOf(one, SMALL);
  const sources = [`${mediaPath(id, SMALL)} ${small}w`];
  if (width > small) sources.push(`${mediaPath(id, LARGE)} ${width}w`);
  return html`<li>
    <a
      href=${mediaPath(id, LARGE)}
      aria-label=${alt === '' ? messages.media.open(at + 1) : nothing}
      @click=${(event: MouseEvent) => open(event, media, at)}
      ><img
        class="u-photo"
        src=${mediaPath(id, SMALL)}
        srcset=${sources.join(', ')}
        sizes=${media.length === 1 ? ALONE : BESIDE}
        width=${width}
        height=${height}
        alt=${alt}
        loading="lazy"
        decoding="async"
        ${looksLike(placeholder)}
      />${alt === '' ? nothing : html`<span class="media-alt" aria-hidden="true">${messages.media.alt}</span>`}</a
    >
  </li>`;
}

/** Over the page; whoever wants it in a tab of its own gets that. */
async function open(event: MouseEvent, media: readonly PostMedia[], at: number): Promise<void> {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { href } = event.currentTarget as HTMLAnchorElement;
  try {
    const { showPicture } = await lazyImport(() => import('./viewer.ts'));
    showPicture(media, at);
  } catch {
    location.assign(href);
  }
}
