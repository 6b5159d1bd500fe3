/** What a picture looks like before it is there. It is drawn by code that is fetched with the first picture. */
import { noChange } from 'lit-html';
import { Directive, directive, type ElementPart } from 'lit-html/directive.js';

class LooksLike extends Directive {
  #shown: string | undefined;

  override update({ element }: ElementPart, [placeholder]: [string]): typeof noChange {
    if (this.#shown !== placeholder) void draw(element as HTMLImageElement, placeholder);
    this.#shown = placeholder;
    return noChange;
  }

  // A server draws none, and so neither does the document.
  render(_placeholder: string): typeof noChange {
    return noChange;
  }
}

/** For an `img`: its thumbhash, in base64url, stands there until the picture does. */
export const looksLike = directive(LooksLike);

async function draw(image: HTMLImageElement, placeholder: string): Promise<void> {
  if (image.complete && image.naturalWidth > 0) return;
  const drawn = await import('./placeholder.ts').then(
    ({ drawnFrom }) => drawnFrom(placeholder),
    // Then the picture comes without.
    () => undefined,
  );
  if (drawn === undefined || (image.complete && image.naturalWidth > 0)) return;
  image.style.backgroundImage = `url(${drawn})`;
  // A picture may be transparent.
  image.addEventListener('load', () => image.style.removeProperty('background-image'), { once: true });
}
