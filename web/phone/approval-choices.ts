/** What the person may choose with a yes: for how long, and whether only while the phone is there. */
import type { Lifetime } from '../../shared/sessions/session.ts';
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

/** How long a sign-in may last, in the order in which they are offered. */
const OFFERED: readonly Lifetime[] = ['10m', '24h', '30d'];

export const USUAL_LIFETIME: Lifetime = '24h';

/** How long to keep the browser signed in: one of three, as one row of radio buttons. */
export function lifetimeChoice(given: {
  chosen: Lifetime;
  isDisabled: boolean;
  onChoose: (lifetime: Lifetime) => void;
}): View {
  const { chosen, isDisabled, onChoose } = given;
  return html`
    <fieldset class="lifetimes" ?disabled=${isDisabled}>
      <legend>${messages.phone.lifetime}</legend>
      <div class="lifetimes-row">
        ${OFFERED.map(
          (lifetime) => html`
            <label class="lifetime">
              <input
                type="radio"
                name="lifetime"
                value=${lifetime}
                .checked=${lifetime === chosen}
                @change=${() => onChoose(lifetime)}
              >
              ${messages.phone.lifetimes[lifetime]}
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}

/** Whether the browser is let in only for as long as this page is open: a switch, off unless it is chosen. */
export function presenceChoice(given: {
  isOn: boolean;
  isDisabled: boolean;
  onChoose: (isOn: boolean) => void;
}): View {
  const { isOn, isDisabled, onChoose } = given;
  return html`
    <label class="switch">
      <span id="presence-label">
        ${messages.phone.presence}
        <span class="switch-more" id="presence-more">${messages.phone.presenceMore}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-label=${messages.phone.presenceLabel}
        aria-describedby="presence-more"
        .checked=${isOn}
        ?disabled=${isDisabled}
        @change=${({ currentTarget }: Event) => onChoose((currentTarget as HTMLInputElement).checked)}
      >
    </label>
  `;
}
