/** The head of one's own page, as a form. It is fetched when somebody edits. */
import { live } from 'lit-html/directives/live.js';
import { addressIn, MOST_LINKS } from '../../shared/people/profile-edit.ts';
import { charactersLeft } from '../../shared/posts/body.ts';
import type { ProfileResponse } from '../../shared/responses.ts';
import { ONE_LINE, VISIBLE } from '../../shared/text.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { count } from '../lib/language.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { textField } from '../lib/text-field.ts';
import { avatarField } from './avatar-field.ts';
import {
  forgetProfileDraft,
  keepProfileDraft,
  type ProfileDraft,
  readProfileDraft,
} from './profile-draft.ts';

const MOST_IN_NAME = 50;

/** By the ids of their fields. */
type Errors = Record<string, string>;

/** `now`: the profile as it is known by now, of which the document has less than is answered to its owner. */
export type ProfileForm = { view(now: ProfileResponse): View };

/** The form for a profile; it begins with what was written before it was left without saving. */
export function profileForm(
  layout: Layout,
  profile: ProfileResponse,
  { onSaved, onClosed }: { onSaved(profile: ProfileResponse): void; onClosed(): void },
): ProfileForm {
  const { username } = profile;
  const draft: ProfileDraft = readProfileDraft(username) ?? {
    displayName: profile.displayName,
    about: profile.about ?? '',
    links: profile.links.map(({ address }) => address),
  };
  let errors: Errors = {};
  /** As it is to be, once that is said here. */
  let showsLastSeen: boolean | undefined;
  const picture = avatarField(layout, profile);
  const saving = action(layout.update, (error) => {
    if (!(error instanceof ApiError) || error.code !== 'invalid_input') return errorSentence(error);
    errors = { [fieldOf(error.field)]: sentenceOf(error.field, error) };
    return undefined;
  });

  function write(change: Partial<ProfileDraft>): void {
    Object.assign(draft, change);
    keepProfileDraft(username, draft);
    layout.update();
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (saving.isBusy) return;
    errors = errorsIn(draft);
    saving.reset();
    const refusal = picture.refusal();
    if (refusal !== undefined) return saving.refuse(refusal);
    if (Object.keys(errors).length === 0 && (await saving.run(send))) return;
    const [first] = Object.keys(errors);
    if (first !== undefined) focusOn(first);
  }

  async function send(): Promise<void> {
    const { displayName, about } = draft;
    const links = draft.links.map((link) => link.trim()).filter(Boolean);
    const saved = await call('profile-edit', {
      body: { displayName, about, links, avatar: picture.change, showsLastSeen },
    });
    forgetProfileDraft(username);
    onSaved(saved);
    layout.announce(messages.profile.saved);
  }

  function close(): void {
    forgetProfileDraft(username);
    onClosed();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
  }

  /** Programs that copy text put a picture of it beside that: then it is the text that is meant. */
  function onPaste(event: ClipboardEvent): void {
    const { types = [], files } = event.clipboardData ?? {};
    if (!types.includes('text/plain') && picture.choose(files)) event.preventDefault();
  }

  function onDrop(event: DragEvent): void {
    const files = [...(event.dataTransfer?.files ?? [])];
    // A browser would open any other file in the place of this page.
    if (files.length > 0) event.preventDefault();
    picture.choose(files.filter(({ type }) => type.startsWith('image/')));
  }

  return {
    view: (now) => html`<form
      class="card profile-form"
      novalidate
      aria-labelledby="profile-form-title"
      @submit=${save}
      @keydown=${onKey}
      @paste=${onPaste}
      @drop=${onDrop}
      @dragover=${(event: DragEvent) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
    >
      <h1 class="profile-form-title" id="profile-form-title">${messages.profile.editTitle}</h1>
      ${picture.view(draft)}
      ${textField({
        id: 'displayName',
        label: messages.profile.name,
        value: draft.displayName,
        error: errors.displayName,
        autocomplete: 'name',
        onInput: (displayName) => write({ displayName }),
      })}
      ${aboutField(draft.about, errors.about, (about) => write({ about }))}
      <fieldset class="profile-places">
        <legend>${messages.profile.links}</legend>
        ${Array.from({ length: MOST_LINKS }, (_, at) =>
          textField({
            id: `links.${at}`,
            label: html`<span class="visually-hidden">${messages.profile.link(at + 1)}</span>`,
            value: draft.links[at] ?? '',
            error: errors[`links.${at}`],
            autocomplete: 'off',
            isVerbatim: true,
            onInput(text) {
              const links = Array.from({ length: MOST_LINKS }, (_, place) => draft.links[place] ?? '');
              links[at] = text;
              write({ links });
            },
          }),
        )}
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          id="showsLastSeen"
          .checked=${live(showsLastSeen ?? now.lastSeen !== undefined)}
          aria-describedby="showsLastSeen-more"
          @change=${({ target }: Event) => {
            showsLastSeen = (target as HTMLInputElement).checked;
          }}
        />
        <span>${messages.profile.showLastSeen}</span>
      </label>
      <p class="muted small" id="showsLastSeen-more">${messages.profile.showLastSeenMore}</p>
      ${errorLine(saving.error)}
      <div class="actions">
        <button class="button" aria-disabled=${saving.isBusy}>${messages.threads.saveEdit}</button>
        <button class="button quiet" type="button" @click=${close}>${messages.common.cancel}</button>
      </div>
    </form>`,
  };
}

function aboutField(about: string, error: string | undefined, onInput: (text: string) => void): View {
  const left = charactersLeft(about);
  return html`<div class="field">
    <label for="about">${messages.profile.about}</label>
    <textarea
      id="about"
      name="about"
      rows="4"
      dir="auto"
      .value=${live(about)}
      aria-invalid=${error === undefined ? nothing : 'true'}
      aria-describedby=${error === undefined ? 'about-left' : 'about-left about-error'}
      @input=${({ target }: Event) => onInput((target as HTMLTextAreaElement).value)}
    ></textarea>
    <div class="profile-about-foot">
      ${error === undefined ? nothing : html`<p class="error" id="about-error">${error}</p>`}
      <p id="about-left" class=${left < 0 ? 'left over' : left <= 50 ? 'left few' : 'left'}>
        ${messages.posts.charactersLeft(left, html`<span class="digits" translate="no">${count(left)}</span>`)}
      </p>
    </div>
  </div>`;
}

/** What the API would refuse, all of it at once, each beside its field. */
function errorsIn({ displayName, about, links }: ProfileDraft): Errors {
  const errors: Errors = {};
  const name = displayName.normalize('NFC').trim();
  if (!VISIBLE.test(name) || !ONE_LINE.test(name) || [...name].length > MOST_IN_NAME)
    errors.displayName = messages.problems.fields.displayName;
  const over = -charactersLeft(about);
  if (over > 0) errors.about = messages.profile.aboutTooLong(over);
  links.forEach((link, at) => {
    if (link.trim() !== '' && addressIn(link.trim()) === undefined)
      errors[`links.${at}`] = messages.profile.linkWrong;
  });
  return errors;
}

const fieldOf = (field = ''): string => (/^(about|links\.\d)$/.test(field) ? field : 'displayName');

function sentenceOf(field: string | undefined, error: ApiError): string {
  return field?.startsWith('links') ? messages.profile.linkWrong : errorSentence(error);
}
