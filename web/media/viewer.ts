/** One picture over the whole page, with its description; the others of its post by keys, buttons and swiping. */
import { mediaPath, type PostMedia, SIZES } from '../../shared/media/media.ts';
import { html, nothing, render, svg, type View } from '../lib/html.ts';
import { icon } from '../lib/icons.ts';
import { messages } from '../lib/messages.ts';
import { closeIcon } from './icons.ts';
import { looksLike } from './looks-like.ts';

const LARGE = SIZES.post[1];

/** Less is a tap with an unsteady hand, in pixels. */
const SWIPE = 48;

export function showPicture(media: readonly PostMedia[], first: number): void {
  let at = first;
  let swipeFrom: { x: number; y: number } | undefined;
  const element = document.createElement('dialog');
  element.className = 'media-viewer';
  element.setAttribute('aria-labelledby', 'media-title');

  /** Which way the next one is: with the text. */
  const forwards = () => (getComputedStyle(element).direction === 'rtl' ? -1 : 1);

  function go(by: number): void {
    const next = at + by;
    if (next < 0 || next >= media.length) return;
    at = next;
    update();
    // It says which picture it is, and the buttons may be gone that had the focus.
    element.querySelector<HTMLElement>('#media-title')?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowRight') go(forwards());
    else if (event.key === 'ArrowLeft') go(-forwards());
    else return;
    event.preventDefault();
  }

  function onPointerUp({ clientX, clientY }: PointerEvent): void {
    if (swipeFrom === undefined) return;
    const [x, y] = [clientX - swipeFrom.x, clientY - swipeFrom.y];
    swipeFrom = undefined;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) go(x < 0 ? forwards() : -forwards());
  }

  function onClick({ target }: MouseEvent): void {
    if (target === element || (target as Element).classList.contains('media-stage')) element.close();
  }

  function update(): void {
    const shown = media[at];
    render(shown === undefined ? nothing : viewerView(shown, at, media.length, { go, close }), element);
  }
  const close = () => element.close();

  element.addEventListener('keydown', onKey);
  element.addEventListener('click', onClick);
  element.addEventListener('pointerdown', ({ clientX: x, clientY: y, isPrimary }) => {
    swipeFrom = isPrimary ? { x, y } : undefined;
  });
  element.addEventListener('pointerup', onPointerUp);
  element.addEventListener('pointercancel', () => {
    swipeFrom = undefined;
  });
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  update();
  element.showModal();
}

function viewerView(
  { id, width, height, alt, placeholder }: PostMedia,
  at: number,
  all: number,
  { go, close }: { go(by: number): void; close(): void },
): View {
  const { media } = messages;
  return html`<header class="media-head">
      <h2 id="media-title" tabindex="-1" autofocus>${media.of(at + 1, all)}</h2>
      <button class="media-button" type="button" aria-label=${media.close} @click=${close}>
        ${closeIcon()}
      </button>
    </header>
    <div class="media-stage">
      <img
        class="media-large"
        src=${mediaPath(id, LARGE)}
        width=${width}
        height=${height}
        alt=${alt}
        draggable="false"
        ${looksLike(placeholder)}
      />
      ${
        at === 0
          ? nothing
          : html`<button class="media-button media-previous" type="button" aria-label=${media.previous} @click=${() => go(-1)}>
            ${icon(svg`<path class="along" d="m14.5 6-6 6 6 6" />`)}
          </button>`
      }
      ${
        at === all - 1
          ? nothing
          : html`<button class="media-button media-next" type="button" aria-label=${media.next} @click=${() => go(1)}>
            ${icon(svg`<path class="along" d="m9.5 6 6 6-6 6" />`)}
          </button>`
      }
    </div>
    <p class=${alt === '' ? 'media-words none' : 'media-words'} dir="auto">${alt === '' ? media.undescribed : alt}</p>`;
}
