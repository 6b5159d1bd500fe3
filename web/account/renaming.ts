/** Giving a phone another name, in its place in the list. */
import type { DeviceId } from '../../shared/ids.ts';
import type { DeviceResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { PHONE_NAME, phoneNameField, phoneNameProblem } from '../lib/phone-name.ts';

export type Renaming = {
  open(device: DeviceResponse): void;
  /** The form, where it is open for this phone. */
  view(device: DeviceResponse): View | undefined;
};

export function renaming(layout: Layout, onRenamed: (device: DeviceResponse) => void): Renaming {
  let of: DeviceId | undefined;
  let name = '';
  const saving = action(layout.update);

  function close(): void {
    const closed = of;
    of = undefined;
    layout.update();
    focusOn(`${closed}-rename`);
  }

  async function save(event: SubmitEvent, { id, name: before }: DeviceResponse): Promise<void> {
    event.preventDefault();
    if (saving.isBusy) return;
    if (name.trim() === before) return close();
    const problem = phoneNameProblem(name);
    if (problem !== undefined) saving.refuse(problem);
    else if (await saving.run(() => rename(id))) return close();
    focusOn(PHONE_NAME);
  }

  async function rename(deviceId: DeviceId): Promise<void> {
    const { device } = await call('device-rename', { params: { deviceId }, body: { name } });
    onRenamed(device);
    layout.announce(messages.account.renamed(device.name));
  }

  return {
    open(device) {
      of = device.id;
      name = device.name;
      saving.reset();
      focusOn(PHONE_NAME);
    },
    view(device) {
      if (of !== device.id) return undefined;
      return html`<form
        class="entry-part"
        novalidate
        @submit=${(event: SubmitEvent) => save(event, device)}
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
      >
        ${phoneNameField({
          label: messages.account.phoneName,
          value: name,
          error: saving.error,
          onInput(text) {
            name = text;
          },
        })}
        <div class="actions">
          <button class="button small" aria-disabled=${saving.isBusy}>${messages.account.save}</button>
          <button class="button small quiet" type="button" @click=${close}>${messages.common.cancel}</button>
        </div>
      </form>`;
    },
  };
}
