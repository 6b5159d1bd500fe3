/** One's picture, in the form for a profile: it is cut to a square and made smaller here, and sent as soon as it is chosen. */
import { avatarPath } from '../../shared/media/media.ts';
import type { RequestBody } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import type { Person } from '../lib/viewer.ts';
import { forgetFailure, newSending, type Sending, send } from '../media/sending.ts';

export type AvatarField = {
  /** From the button, the clipboard or a drop. @returns whether there is one */
  choose(files: Iterable<File> | null | undefined): boolean;
  /** Why saving must wait, if it must. */
  refusal(): string | undefined;
  /** What the profile is to have; `undefined` where it stays. */
  readonly change: RequestBody<'profile-edit'>['avatar'];
  view(name: Pick<Person, 'displayName'>): View;
};

const INPUT = 'avatar';

export function avatarField(
  layout: Pick<Layout, 'update' | 'announce'>,
  { username, avatar: before }: Pick<Person, 'username' | 'avatar'>,
): AvatarField {
  let chosen: Sending | undefined;
  let isRemoved = false;

  function choose(files: Iterable<File> | null | undefined): boolean {
    const [file] = files ?? [];
    if (file === undefined) return false;
    chosen?.stop.abort();
    chosen = newSending(file);
    trySending(chosen);
    return true;
  }

  function trySending(picture: Sending): void {
    forgetFailure(picture);
    layout.update();
    void send(picture, 'avatar', layout);
  }

  /** First what was chosen here, and then what was there before. */
  function remove(): void {
    chosen?.stop.abort();
    if (chosen === undefined) isRemoved = true;
    chosen = undefined;
    layout.update();
    focusOn(INPUT);
  }

  function onChosen({ currentTarget }: Event): void {
    const input = currentTarget as HTMLInputElement;
    choose(input.files);
    // The same file may be chosen again.
    input.value = '';
  }

  function shownView(displayName: string): View {
    const preview = chosen?.small?.preview;
    if (preview !== undefined) return html`<span class="avatar" aria-hidden="true">${preview}</span>`;
    const path = chosen?.uploaded === undefined ? before : avatarPath(chosen.uploaded.id);
    return avatar({ username, displayName, avatar: isRemoved && chosen === undefined ? undefined : path });
  }

  return {
    choose,
    refusal() {
      if (chosen === undefined || chosen.uploaded !== undefined) return undefined;
      return chosen.error === undefined ? messages.media.wait : messages.media.failed;
    },
    get change() {
      return chosen === undefined
        ? isRemoved && before !== undefined
          ? null
          : undefined
        : chosen.uploaded?.id;
    },
    view({ displayName }) {
      const { error, uploaded, sent } = chosen ?? {};
      const hasPicture = chosen !== undefined || (before !== undefined && !isRemoved);
      const isSending = chosen !== undefined && uploaded === undefined && error === undefined;
      return html`<div class="avatar-field">
        ${shownView(displayName)}
        <div class="avatar-acts">
          <label class="button quiet small avatar-choose">
            ${messages.profile.choosePicture}
            <input
              id=${INPUT}
              type="file"
              accept="image/*"
              aria-describedby=${error === undefined ? nothing : 'avatar-error'}
              @change=${onChosen}
            />
          </label>
          ${
            hasPicture
              ? html`<button class="button quiet small" type="button" @click=${remove}>${messages.profile.removePicture}</button>`
              : nothing
          }
          ${isSending ? html`<progress max="1" value=${sent} aria-label=${messages.media.sending}></progress>` : nothing}
        </div>
        ${
          error === undefined
            ? nothing
            : html`<p class="error" id="avatar-error">
                ${error}
                ${
                  chosen?.isLost
                    ? html`<button class="link" type="button" @click=${() => chosen && trySending(chosen)}>${messages.media.again}</button>`
                    : nothing
                }
              </p>`
        }
      </div>`;
    },
  };
}
