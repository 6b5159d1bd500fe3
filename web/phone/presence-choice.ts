import { html, type View } from '../lib/html.ts';

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
