/** Where a post is written. */

import { live } from 'lit-html/directives/live.js';
import { charactersLeft, MOST_CHARACTERS } from '../../shared/posts/body.ts';
import { postLanguageOf } from '../../shared/posts/post-language.ts';
import type { WhoMayReply } from '../../shared/posts/who-may-reply.ts';
import type { PostResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { count } from '../lib/language.ts';
import type { Layout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages, language as pageLanguage } from '../lib/messages.ts';
import { pictureIcon } from '../media/icons.ts';
import type { Pictures } from '../media/pictures.ts';
import { anotherPost, draftKey, keepDraft, readDraft, replyDraft } from './draft.ts';
import { keepWritesIn, languageField, writesIn } from './language-field.ts';
import { whoMayReplyField } from './who-may-reply-field.ts';

/** From here on the counter is worth a look. */
const FEW_CHARACTERS = 50;

export type Composer = { view(): View };

/** The post that is answered by what is written, by whom it is. */
export type Answered = { id: PostResponse['id']; username: string };

/** Over the page of a post both may be there: before the ids of its parts. */
const kindOf = (replyTo: Answered | undefined) => (replyTo === undefined ? 'post' : 'reply');

/** A composer for the user of this name; `onPosted` gets what the API made of it. */
export function composer(
  layout: Layout,
  {
    username,
    replyTo,
    onPosted,
  }: { username: string; replyTo?: Answered; onPosted(post: PostResponse): void },
): Composer {
  const draft = replyTo === undefined ? username : replyDraft(username, replyTo.id);
  const kind = kindOf(replyTo);
  let whoMayReply: WhoMayReply = 'everybody';
  let { text } = readDraft(draft);
  let language = writesIn(username);
  let attached: Pictures | undefined;
  const posting = action(layout.update);

  // Another tab writes on the same draft.
  addEventListener('storage', () => {
    if (posting.isBusy || document.activeElement?.id === `${kind}-body`) return;
    ({ text } = readDraft(draft));
    layout.update();
  });

  function write(event: InputEvent): void {
    text = (event.target as HTMLTextAreaElement).value;
    keepDraft(draft, text);
    posting.reset();
  }

  function choose(chosen: string): void {
    language = chosen;
    keepWritesIn(username, chosen);
    layout.update();
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
    focusOn(`${kind}-body`);
  }

  async function send(): Promise<void> {
    const sent = text;
    keepDraft(draft, sent);
    const posted = await call('post-create', {
      body: {
        ...{ body: sent, language },
        ...(replyTo === undefined ? {} : { replyTo: replyTo.id }),
        ...(whoMayReply === 'everybody' ? {} : { whoMayReply }),
        ...(attached === undefined ? {} : { media: attached.media }),
      },
      idempotencyKey: draftKey(draft, [language, whoMayReply].join(' ')),
    });
    attached?.clear();
    // What was typed while the post was on its way is the next draft.
    text = text.startsWith(sent) ? text.slice(sent.length) : text;
    keepDraft(draft, text);
    whoMayReply = 'everybody';
    onPosted(posted);
    layout.announce(replyTo === undefined ? messages.posts.posted : messages.threads.replied);
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
      attached ??= pictures(layout, () => anotherPost(draft));
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
        language: languageField({ chosen: language, choose, id: `${kind}-language` }),
        replyTo,
        whoMayReply: whoMayReplyField(whoMayReply, (chosen) => {
          whoMayReply = chosen;
          layout.update();
        }),
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
  language: View;
  replyTo?: Answered | undefined;
  /** The choice of a post that begins a thread. */
  whoMayReply: View;
  post(event: Event): void;
  write(event: InputEvent): void;
  onKey(event: KeyboardEvent): void;
  attach(files: FileList | null | undefined): boolean;
};

function composerView(shown: Shown): View {
  const { text, isBusy, error, pictures, language, replyTo, whoMayReply, post, write, onKey, attach } = shown;
  const left = charactersLeft(text);
  const kind = kindOf(replyTo);
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
    <label class="visually-hidden" for="${kind}-body">${replyTo === undefined ? messages.posts.yourPost : messages.threads.yourReply}</label>
    <textarea
      id="${kind}-body"
      name="body"
      rows="2"
      placeholder=${replyTo === undefined ? messages.posts.placeholder : messages.threads.replyPlaceholder(replyTo.username)}
      dir="auto"
      .value=${live(text)}
      aria-invalid=${error === undefined ? nothing : 'true'}
      aria-describedby=${error === undefined ? `${kind}-left` : `${kind}-left ${kind}-error`}
      @input=${write}
      @keydown=${onKey}
    ></textarea>
    ${error === undefined ? nothing : html`<p class="error" id="${kind}-error">${error}</p>`}
    ${pictures}
    ${replyTo === undefined ? whoMayReply : nothing}
    <div class="composer-foot">
      <label class="composer-add" title=${messages.media.add}>
        ${pictureIcon()}
        <input type="file" accept="image/*" multiple aria-label=${messages.media.add} @change=${onChosen} />
      </label>
      ${language}
      <p id="${kind}-left" class=${left < 0 ? 'left over' : left <= FEW_CHARACTERS ? 'left few' : 'left'}>
        ${messages.posts.charactersLeft(left, html`<span class="digits" translate="no">${count(left)}</span>`)}
      </p>
      <button class="button" aria-disabled=${isBusy}>${replyTo === undefined ? messages.posts.post : messages.threads.reply}</button>
    </div>
  </form>`;
}

/** How it looks while it cannot be used yet. */
export const stillComposer = (): View =>
  composerView({
    whoMayReply: whoMayReplyField('everybody', () => {}),
    ...{ text: '', isBusy: false, error: undefined, pictures: nothing },
    language: languageField({ chosen: postLanguageOf(pageLanguage) ?? 'en', isStill: true, choose() {} }),
    ...{ post() {}, write() {}, onKey() {}, attach: () => false },
  });

function refusalOf(text: string): string | undefined {
  if (text.trim() === '') return messages.posts.writeFirst;
  const left = charactersLeft(text);
  return left >= 0 ? undefined : messages.posts.tooLong(MOST_CHARACTERS, -left);
}
