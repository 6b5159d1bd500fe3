/** The pictures of a post that is being written: each is made smaller, sent, and described. */
import { MOST_ALT_CHARACTERS, MOST_PER_POST, mediaPath, SIZES } from '../../shared/media/media.ts';
import type { RequestBody } from '../../shared/responses.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { closeIcon } from './icons.ts';
import { forgetFailure, newSending, type Sending, send } from './sending.ts';

type Picture = Sending & { alt: string };

export type Pictures = {
  add(files: readonly File[]): void;
  /** Why the post must wait, if it must. */
  refusal(): string | undefined;
  /** As a post is written with them. */
  readonly media: NonNullable<RequestBody<'post-create'>['media']>;
  clear(): void;
  view(): View;
};

/** @param onChange another post is being written */
export function pictures(layout: Pick<Layout, 'update' | 'announce'>, onChange: () => void): Pictures {
  let all: Picture[] = [];
  let error: string | undefined;
  /** One after the other: a line is not faster for several, and the first is there sooner. */
  let turn = Promise.resolve();

  function changed(): void {
    onChange();
    layout.update();
  }

  function add(files: readonly File[]): void {
    const room = MOST_PER_POST - all.length;
    error = files.length > room ? messages.media.tooMany : undefined;
    for (const file of files.slice(0, room)) {
      const picture: Picture = { ...newSending(file), alt: '' };
      all = [...all, picture];
      queue(picture);
    }
    if (error !== undefined) layout.announce(error);
    changed();
  }

  function queue(picture: Picture): void {
    turn = turn.then(() => send(picture, 'post', layout));
  }

  function retry(picture: Picture): void {
    forgetFailure(picture);
    queue(picture);
    layout.update();
  }

  function remove(picture: Picture): void {
    picture.stop.abort();
    all = all.filter((other) => other !== picture);
    error = undefined;
    changed();
    focusOn('post-body');
  }

  function describe(picture: Picture, event: InputEvent): void {
    picture.alt = (event.target as HTMLTextAreaElement).value;
    onChange();
  }

  function pictureView(picture: Picture, at: number): View {
    const number = at + 1;
    const { uploaded, small, sent, alt } = picture;
    return html`<li class="picture">
      <div class="picture-shown">
        ${
          small?.preview ??
          (uploaded === undefined
            ? nothing
            : html`<img src=${mediaPath(uploaded.id, SIZES.post[0])} alt="" />`)
        }
        <button
          class="media-button picture-remove"
          type="button"
          aria-label=${messages.media.remove(number)}
          @click=${() => remove(picture)}
        >
          ${closeIcon()}
        </button>
        ${
          uploaded !== undefined || picture.error !== undefined
            ? nothing
            : html`<progress max="1" value=${sent} aria-label=${messages.media.sending}></progress>`
        }
      </div>
      <div class="picture-words">
        <label class="small" for="picture-${number}">${messages.media.describe(number)}</label>
        <textarea
          id="picture-${number}"
          class="input"
          rows="2"
          maxlength=${MOST_ALT_CHARACTERS}
          dir="auto"
          placeholder=${messages.media.describeHelp}
          .value=${alt}
          @input=${(event: InputEvent) => describe(picture, event)}
        ></textarea>
        ${
          picture.error === undefined
            ? nothing
            : html`<p class="error small">
                ${picture.error}
${
  picture.isLost
    ? html`<button class="link" type="button" @click=${() => retry(picture)}>${messages.media.again}</button>`
    : nothing
}
              </p>`
        }
      </div>
    </li>`;
  }

  return {
    add,
    refusal() {
      if (all.some((picture) => picture.error !== undefined)) return messages.media.failed;
      return all.some(({ uploaded }) => uploaded === undefined) ? messages.media.wait : undefined;
    },
    get media() {
      return all.flatMap(({ uploaded, alt }) => (uploaded === undefined ? [] : [{ id: uploaded.id, alt }]));
    },
    clear() {
      all = [];
      error = undefined;
      layout.update();
    },
    view: () =>
      html`${all.length === 0 ? nothing : html`<ul class="pictures">${all.map(pictureView)}</ul>`}
        ${error === undefined ? nothing : html`<p class="error">${error}</p>`}`,
  };
}
