/** In the place of a post's text: its author changes it. */
import { charactersLeft, MOST_CHARACTERS } from '../../shared/posts/body.ts';
import type { PostResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { count } from '../lib/language.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { languageField, writesIn } from './language-field.ts';

export type EditForm = { view(): View };

/** @param onDone gets what it says now, or nothing where it stays as it is */
export function editForm(
  layout: Layout,
  post: PostResponse,
  onDone: (edited: PostResponse | undefined) => void,
): EditForm {
  let text = post.body;
  let language = post.language ?? writesIn(post.author.username);
  let isChosen = post.language !== undefined;
  const saving = action(layout.update, (error) =>
    error instanceof ApiError && error.code === 'conflict'
      ? messages.threads.editedMeanwhile
      : errorSentence(error),
  );

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const left = charactersLeft(text);
    if (text.trim() === '') return saving.refuse(messages.posts.writeFirst);
    if (left < 0) return saving.refuse(messages.posts.tooLong(MOST_CHARACTERS, -left));
    await saving.run(async () => {
      const edited = await call('post-edit', {
        params: { postId: post.id },
        body: {
          body: text,
          ...(isChosen ? { language } : {}),
          ...(post.editedAt === undefined ? {} : { editedAt: post.editedAt }),
        },
      });
      onDone(edited);
      layout.announce(messages.threads.saved);
    });
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
    if (event.key === 'Escape' && text === post.body) onDone(undefined);
  }

  function write(event: InputEvent): void {
    text = (event.target as HTMLTextAreaElement).value;
    saving.reset();
  }

  function choose(chosen: string): void {
    language = chosen;
    isChosen = true;
    layout.update();
  }

  return {
    view() {
      const { isBusy, error } = saving;
      const left = charactersLeft(text);
      return html`<form class="composer post-edit" novalidate @submit=${save}>
        <label class="visually-hidden" for="edit-body">${messages.threads.editLabel}</label>
        <textarea
          id="edit-body"
          name="body"
          rows="2"
          dir="auto"
          .value=${text}
          aria-invalid=${error === undefined ? nothing : 'true'}
          aria-describedby=${error === undefined ? 'edit-left' : 'edit-left edit-error'}
          @input=${write}
          @keydown=${onKey}
        ></textarea>
        ${error === undefined ? nothing : html`<p class="error" id="edit-error" role="alert">${error}</p>`}
        <div class="composer-foot">
          ${languageField({ chosen: language, choose, id: 'edit-language' })}
          <p id="edit-left" class=${left < 0 ? 'left over' : 'left'}>
            ${messages.posts.charactersLeft(left, html`<span class="digits" translate="no">${count(left)}</span>`)}
          </p>
        </div>
        <div class="actions post-edit-acts">
          <button class="button small quiet" type="button" @click=${() => onDone(undefined)}>${messages.threads.cancelEdit}</button>
          <button class="button small" aria-disabled=${isBusy}>${messages.threads.saveEdit}</button>
        </div>
      </form>`;
    },
  };
}
