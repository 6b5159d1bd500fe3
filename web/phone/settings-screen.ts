/** This phone's own settings: what it is called, whether it rings, and its end. */
import type { DeviceResponse } from '../../shared/responses.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing } from '../lib/html.ts';
import { UNTIL_SHOWN, whileVisible } from '../lib/while-visible.ts';
import { NameForm } from './name-form.ts';
import type { Phone } from './phone.ts';
import { PhoneRemoval } from './phone-removal.ts';
import { RINGING_WORDS } from './ringing-words.ts';
import type { Screen } from './screen.ts';

export function settingsScreen(phone: Phone, device: DeviceResponse, username: string | undefined): Screen {
  const { redraw, ringing } = phone;
  const form = new NameForm(phone, device);
  const removal = new PhoneRemoval(phone, device);

  return {
    title: 'This phone',
    body: () => html`
      <h1 tabindex="-1">This phone</h1>
      ${username === undefined ? nothing : html`<p class="lead">It signs you in as <strong>@${username}</strong>.</p>`}
      ${form.template()}
      <section class="setting" aria-labelledby="ringing-setting" ?hidden=${ringing.state === 'unknown'}>
        <h2 id="ringing-setting" tabindex="-1">Ringing</h2>
        <p>${RINGING_WORDS[ringing.state]}</p>
        <p class="problem" role="alert">${ringing.problem ?? nothing}</p>
        ${ringing.state === 'on' || ringing.state === 'off' ? ringingSwitch(ringing.state) : nothing}
      </section>
      ${removal.template()}
    `,
    actions: () => html`
      <button type="button" class="button wide quiet" @click=${() => phone.home()}>Done</button>
    `,
    enter: () =>
      // Whoever comes back from the browser's settings has changed something there.
      whileVisible(UNTIL_SHOWN, () => phone.reaching(() => ringing.look())),
  };

  function ringingSwitch(state: 'on' | 'off') {
    const label = state === 'on' ? 'Stop ringing' : 'Ring this phone';
    return html`<button
      type="button"
      class="button small quiet"
      aria-disabled=${ringing.isBusy ? 'true' : 'false'}
      @click=${async () => {
        await (state === 'on' ? ringing.turnOff() : ringing.turnOn());
        redraw();
        focusOn('ringing-setting');
      }}
    >
      ${ringing.isBusy ? 'One moment' : label}
    </button>`;
  }
}
