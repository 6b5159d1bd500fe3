/** What the person may choose with a yes: for how long, and whether only while the phone is there. */
import type { Lifetime } from '../../shared/sessions/session.ts';
import { html, type View } from '../lib/html.ts';

/** How long a sign-in may last, in words, in the order in which they are offered. */
export const LIFETIME_WORDS = {
  '10m': '10 minutes',
  '24h': '24 hours',
  '30d': '30 days',
} as const satisfies Record<Lifetime, string>;

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
      <legend>Keep it signed in for</legend>
      <div class="lifetimes-row">
        ${(Object.keys(LIFETIME_WORDS) as Lifetime[]).map(
          (lifetime) => html`
            <label class="lifetime">
              <input
                type="radio"
                name="lifetime"
                value=${lifetime}
                .checked=${lifetime === chosen}
                @change=${() => onChoose(lifetime)}
              >
              ${LIFETIME_WORDS[lifetime]}
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
        Only while this page is open
        <span class="switch-more" id="presence-more">It locks 90 seconds after you leave Nod on this phone.</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-label="Only while this page is open on your phone"
        aria-describedby="presence-more"
        .checked=${isOn}
        ?disabled=${isDisabled}
        @change=${({ currentTarget }: Event) => onChoose((currentTarget as HTMLInputElement).checked)}
      >
    </label>
  `;
}
