/** Gives this phone another name. */
import type { DeviceResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { PHONE_NAME, phoneNameField, phoneNameProblem } from '../lib/phone-name.ts';
import { rename } from './phone-api.ts';
import type { PhoneContext } from './screen.ts';

type Options = { device: DeviceResponse; onRenamed(device: DeviceResponse): void };

export function nameForm(context: PhoneContext, { device, onRenamed }: Options): { template(): View } {
  let name = device.name;
  let saved = device.name;
  const saving = action(context.redraw, context.sentenceOf);

  return {
    template() {
      const { isBusy, error } = saving;
      return html`<form class="name-form" novalidate @submit=${submit}>
        ${phoneNameField({
          label: messages.phoneSettings.name,
          value: name,
          hint: messages.phoneSettings.nameHint,
          error,
          onInput: (text) => {
            name = text;
            context.redraw();
          },
        })}
        ${
          name.trim() !== saved || isBusy
            ? html`<button class="button small" aria-disabled=${isBusy ? 'true' : 'false'}>
                ${isBusy ? messages.phoneSettings.saving : messages.phoneSettings.save}
              </button>`
            : nothing
        }
        <p class="visually-hidden" role="status">${saved === device.name ? nothing : messages.phoneSettings.renamed(saved)}</p>
      </form>`;
    },
  };

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (saving.isBusy) return;
    const problem = phoneNameProblem(name);
    if (problem === undefined) await saving.run(save);
    else saving.refuse(problem);
    // The button goes when there is nothing left to save.
    focusOn(PHONE_NAME);
  }

  async function save(): Promise<void> {
    const renamed = await rename(device.id, name.trim());
    name = saved = renamed.name;
    onRenamed(renamed);
  }
}
