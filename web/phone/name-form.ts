/** Gives this phone another name. */
import type { DeviceShape } from '../../shared/shapes.ts';
import { action } from '../lib/action.ts';
import { focusOn, textField } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { NAME_HINT, NAME_LENGTH, nameProblem } from '../lib/phone-name.ts';
import { rename } from './phone-api.ts';
import type { PhoneContext } from './screen.ts';

type Options = { device: DeviceShape; onRenamed(device: DeviceShape): void };

export function nameForm(context: PhoneContext, { device, onRenamed }: Options): { template(): View } {
  let name = device.name;
  let saved = device.name;
  const saving = action(context.redraw, context.sentenceOf);

  return {
    template() {
      const { isBusy, error } = saving;
      return html`<form class="name-form" novalidate @submit=${submit}>
        ${textField({
          id: 'phone-name',
          label: 'Name',
          value: name,
          hint: NAME_HINT,
          error,
          autocomplete: 'off',
          maxLength: NAME_LENGTH,
          onInput: (text) => {
            name = text;
            context.redraw();
          },
        })}
        ${
          name.trim() !== saved || isBusy
            ? html`<button class="button small" aria-disabled=${isBusy ? 'true' : 'false'}>
                ${isBusy ? 'Saving' : 'Save the name'}
              </button>`
            : nothing
        }
        <p class="visually-hidden" role="status">${saved === device.name ? nothing : `It is called ${saved}.`}</p>
      </form>`;
    },
  };

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (saving.isBusy) return;
    const problem = nameProblem(name);
    if (problem === undefined) await saving.run(save);
    else saving.refuse(problem);
    // The button goes when there is nothing left to save.
    focusOn('phone-name');
  }

  async function save(): Promise<void> {
    const renamed = await rename(device.id, name.trim());
    name = saved = renamed.name;
    onRenamed(renamed);
  }
}
