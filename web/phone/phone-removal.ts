/** Takes this phone off its account, after asking again. */
import type { DeviceResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { removePhone } from './phone-api.ts';
import type { PhoneContext } from './screen.ts';

type Options = {
  device: DeviceResponse;
  /** @param text what has become of it, for the person */
  onRemoved(text: string): void;
};

/** What stands there of it; once it is known to be the only way in, it says so instead. */
type Removal = { template(): View; know(facts: { onlyWayIn: boolean }): void };

export function phoneRemoval(context: PhoneContext, { device, onRemoved }: Options): Removal {
  let onlyWayIn = false;
  let isAsked = false;
  let endsBrowsers = false;
  const removing = action(context.redraw, context.sentenceOf);

  return {
    know(facts) {
      ({ onlyWayIn } = facts);
    },
    template: () => html`
      <section class="setting" aria-labelledby="removal-title">
        <h2 id="removal-title">${messages.phoneSettings.removal}</h2>
        <p>
          ${onlyWayIn ? messages.phoneSettings.onlyWayIn : messages.phoneSettings.removalMore}
        </p>
        ${
          onlyWayIn
            ? nothing
            : isAsked
              ? confirmation()
              : html`<button
                type="button"
                class="button small quiet danger-text"
                id="remove"
                @click=${() => ask(true)}
              >
                ${messages.phoneSettings.remove}
              </button>`
        }
        <p class="problem" role="alert">${removing.error ?? nothing}</p>
      </section>
    `,
  };

  function confirmation(): View {
    const { isBusy } = removing;
    return html`<div class="removal" role="group" aria-labelledby="removal-title">
      <label class="check">
        <input
          type="checkbox"
          .checked=${endsBrowsers}
          ?disabled=${isBusy}
          @change=${({ currentTarget }: Event) => {
            endsBrowsers = (currentTarget as HTMLInputElement).checked;
          }}
        />
        ${messages.phoneSettings.signOutToo}
      </label>
      <div class="phone-choices">
        <button
          type="button"
          class="button small danger"
          id="remove-confirm"
          aria-disabled=${isBusy ? 'true' : 'false'}
          @click=${remove}
        >
          ${isBusy ? messages.phoneSettings.removing : messages.phoneSettings.removeIt}
        </button>
        <button type="button" class="button small quiet" ?disabled=${isBusy} @click=${() => ask(false)}>
          ${messages.common.keep}
        </button>
      </div>
    </div>`;
  }

  function ask(asks: boolean): void {
    isAsked = asks;
    removing.reset();
    focusOn(asks ? 'remove-confirm' : 'remove');
  }

  function remove(): void {
    void removing.run(async () => {
      const { ended } = await removePhone(device.id, endsBrowsers);
      onRemoved(
        `${messages.phoneSettings.removedMore(ended)}${messages.common.space}${messages.phoneSettings.deletePasskey}`,
      );
    });
  }
}
