import { html, type TemplateResult } from '../lib/html.ts';

/**
 * The second step of a no: a slip of the finger costs nothing, and whoever did not ask for the sign-in can
 * say so.
 */
export function denyChoice(given: {
  isBusy: boolean;
  onDeny: (report: boolean) => void;
  onBack: () => void;
}): TemplateResult {
  const { isBusy, onDeny, onBack } = given;
  return html`
    <div class="phone-choice" role="group" aria-labelledby="deny-title">
      <h2 id="deny-title" tabindex="-1">Deny this sign-in?</h2>
      <button type="button" class="button wide danger" ?disabled=${isBusy} @click=${() => onDeny(true)}>
        <span>Deny and report<span class="button-more">I did not ask for this</span></span>
      </button>
      <button type="button" class="button wide quiet danger-text" ?disabled=${isBusy} @click=${() => onDeny(false)}>
        Deny
      </button>
      <button type="button" class="button wide bare" ?disabled=${isBusy} @click=${onBack}>Back</button>
    </div>
  `;
}
