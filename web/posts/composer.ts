/** Where a post is written. */

import { live } from 'lit-html/directives/live.js';
import { lengthOf, MOST_CHARACTERS } from '../../shared/posts/body.ts';
import type { PostResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { count } from '../lib/language.ts';
import type { Layout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { pictureIcon } from '../media/icons.ts';
import type { Pictures } from '../media/pictures.ts';
import { anotherPost, draftKey, keepDraft, readDraft } from './draft.ts';

/** From here on the counter is worth a look. */
const FEW_CHARACTERS = 40;

export type Composer = { view(): View };

/** A composer for the user of this name; `onPosted` gets what the API made of it. */
export function composer(
  layout: Layout,
  { username, onPosted }: { username: string; onPosted(post: PostResponse): void },
): Composer {
  let { text } = readDraft(username);
  let attached: Pictures | undefined;
  const posting = action(layout.update);

  // Another tab writes on the same draft.
  addEventListener('storage', () => {
    if (posting.isBusy || document.activeElement?.id === 'post-body') return;
    ({ text } = readDraft(username));
    layout.update();
  });

  function write(event: InputEvent): void {
    text = (event.target as HTMLTextAreaElement).value;
    keepDraft(username, text);
    posting.reset();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void post(event);
  }

  async function post(event: Event): Promise<void> {
    event.preventDefault();
    if (posting.isBusy) return;
    const refusal = refusalOf(text) ?? attached?.refusal();
    if (refusal === undefined) await posting.run(send);
    else posting.refuse(refusal);
    focusOn('post-body');
  }

  async function send(): Promise<void> {
    const sent = text;
    keepDraft(username, sent);
    const posted = await call('post-create', {
      body: { body: sent, ...(attached === undefined ? {} : { media: attached.media }) },
      idempotencyKey: draftKey(username),
    });
    attached?.clear();
    // What was typed while the post was on its way is the next draft.
    text = text.startsWith(sent) ? text.slice(sent.length) : text;
    keepDraft(username, text);
    onPosted(posted);
    layout.announce(messages.posts.posted);
  }

  /** From the button, the clipboard or a drop. @returns whether there are any */
  function attach(files: FileList | null | undefined): boolean {
    if (!files?.length) return false;
    void picturesOf([...files]);
    return true;
  }

  async function picturesOf(files: File[]): Promise<void> {
    try {
      const { pictures } = await lazyImport(() => import('../media/pictures.ts'));
      attached ??= pictures(layout, () => anotherPost(username));
      attached.add(files);
    } catch (error) {
      posting.refuse(errorSentence(error) ?? '');
    }
  }

  return {
    view: () =>
      composerView({
        text,
        isBusy: posting.isBusy,
        error: posting.error,
        pictures: attached?.view() ?? nothing,
        post,
        write,
        onKey,
        attach,
      }),
  };
}

type Shown = {
  text: string;
  isBusy: boolean;
  error: string | undefined;
  pictures: View;
  post(event: Event): void;
  write(event: InputEvent): void;
  onKey(event: KeyboardEvent): void;
  attach(files: FileList | null | undefined): boolean;
};

function composerView({ text, isBusy, error, pictures, post, write, onKey, attach }: Shown): View {
  const left = MOST_CHARACTERS - lengthOf(text.trim());
  function onChosen({ currentTarget }: Event): void {
    const input = currentTarget as HTMLInputElement;
    attach(input.files);
    // The same file may be chosen again.
    input.value = '';
  }
  const taken = (event: Event, files: FileList | null | undefined) => attach(files) && event.preventDefault();
  return html`<form
    class="card composer"
    novalidate
    @submit=${post}
    @paste=${(event: ClipboardEvent) => taken(event, event.clipboardData?.files)}
    @drop=${(event: DragEvent) => taken(event, event.dataTransfer?.files)}
    @dragover=${(event: DragEvent) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
  >
    <label class="visually-hidden" for="post-body">${messages.posts.yourPost}</label>
    <textarea
      id="post-body"
      name="body"
      rows="2"
      placeholder=${messages.posts.placeholder}
      dir="auto"
      .value=${live(text)}
      aria-invalid=${error === undefined ? nothing : 'true'}
      aria-describedby=${error === undefined ? 'post-left' : 'post-left post-error'}
      @input=${write}
      @keydown=${onKey}
    ></textarea>
    ${error === undefined ? nothing : html`<p class="error" id="post-error">${error}</p>`}
    ${pictures}
    <div class="composer-foot">
      <label class="composer-add" title=${messages.media.add}>
        ${pictureIcon()}
        <input type="file" accept="image/*" multiple aria-label=${messages.media.add} @change=${onChosen} />
      </label>
      <p id="post-left" class=${left < 0 ? 'left over' : left <= FEW_CHARACTERS ? 'left few' : 'left'}>
        ${messages.posts.charactersLeft(left, html`<span class="digits" translate="no">${count(left)}</span>`)}
      </p>
      <button class="button" aria-disabled=${isBusy}>${messages.posts.post}</button>
    </div>
  </form>`;
}

/** How it looks while it cannot be used yet. */
export const stillComposer = (): View =>
  composerView({
    ...{ text: '', isBusy: false, error: undefined, pictures: nothing },
    ...{ post() {}, write() {}, onKey() {}, attach: () => false },
  });

function refusalOf(text: string): string | undefined {
  if (text.trim() === '') return messages.posts.writeFirst;
  const tooMany = lengthOf(text.trim()) - MOST_CHARACTERS;
  return tooMany <= 0 ? undefined : messages.posts.tooLong(MOST_CHARACTERS, tooMany);
}
