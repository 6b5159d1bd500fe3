/** Giving a phone another name, in its place in the list. */
import type { DeviceId } from '../../shared/ids.ts';
import type { DeviceResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn, textField } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';

/** What the API takes at most. */
const NAME_LENGTH = 40;
const FIELD = 'phone-name';

export type Renaming = {
  open(device: DeviceResponse): void;
  /** The form, where it is open for this phone. */
  view(device: DeviceResponse): View | undefined;
};

export function renaming(layout: Layout, onRenamed: (device: DeviceResponse) => void): Renaming {
  let of: DeviceId | undefined;
  let name = '';
  let isSaving = false;
  let error: string | undefined;

  function close(): void {
    const closed = of;
    of = undefined;
    layout.update();
    focusOn(`${closed}-rename`);
  }

  async function save(event: SubmitEvent, { id, name: before }: DeviceResponse): Promise<void> {
    event.preventDefault();
    if (isSaving) return;
    if (name.trim() === before) return close();
    error = name.trim() === '' ? 'Give the phone a name, such as “My phone”.' : undefined;
    isSaving = error === undefined;
    layout.update();
    if (error !== undefined) return focusOn(FIELD);
    try {
      const { device } = await call('device-rename', { params: { deviceId: id }, body: { name } });
      onRenamed(device);
      layout.announce(`The phone is now called ${device.name}.`);
      close();
    } catch (thrown) {
      error = errorSentence(thrown);
      layout.update();
      focusOn(FIELD);
    } finally {
      isSaving = false;
      layout.update();
    }
  }

  return {
    open(device) {
      of = device.id;
      name = device.name;
      error = undefined;
      layout.update();
      focusOn(FIELD);
    },
    view(device) {
      if (of !== device.id) return undefined;
      return html`<form
        class="entry-part"
        novalidate
        @submit=${(event: SubmitEvent) => save(event, device)}
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
      >
        ${textField({
          id: FIELD,
          label: 'A name for this phone',
          value: name,
          error,
          autocomplete: 'off',
          maxLength: NAME_LENGTH,
          onInput(text) {
            name = text;
          },
        })}
        <div class="actions">
          <button class="button small" aria-disabled=${isSaving}>Save</button>
          <button class="button small quiet" type="button" @click=${close}>Cancel</button>
        </div>
      </form>`;
    },
  };
}
