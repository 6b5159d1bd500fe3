/** This phone's own settings: what it is called, whether it rings, and its end. */
import type { DeviceResponse } from '../../shared/responses.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { hasLanguages, languageSwitch } from '../lib/language-choice.ts';
import { messages } from '../lib/messages.ts';
import { UNTIL_SHOWN, whileVisible } from '../lib/while-visible.ts';
import { nameForm } from './name-form.ts';
import { isOnlyWayIn } from './phone-api.ts';
import { phoneRemoval } from './phone-removal.ts';
import type { Ringing } from './ringing.ts';
import type { PhoneContext, Screen } from './screen.ts';

type Options = {
  device: DeviceResponse;
  username: string | undefined;
  ringing: Ringing;
  onRenamed(device: DeviceResponse): void;
  /** @param text what has become of this phone, for the person */
  onRemoved(text: string): void;
  onDone(): void;
};

export function settingsScreen(context: PhoneContext, options: Options): Screen {
  const { device, username, ringing, onRenamed, onRemoved, onDone } = options;
  const { machine } = context.authenticator;
  const form = nameForm(context, { device, onRenamed });
  const removal = phoneRemoval(context, { device, onRemoved });

  return {
    title: messages.phoneSettings.title[machine],
    body: () => html`
      <h1 tabindex="-1">${messages.phoneSettings.title[machine]}</h1>
      ${username === undefined ? nothing : html`<p class="lead">${messages.phoneSettings.signsIn(html`<strong translate="no">@${username}</strong>`)}</p>`}
      ${form.template()}
      <section class="setting" aria-labelledby="ringing-setting" ?hidden=${ringing.state === 'unknown'}>
        <h2 id="ringing-setting" tabindex="-1">${messages.phoneSettings.ringingTitle}</h2>
        <p>${ringing.state === 'unknown' ? nothing : messages.phoneSettings.ringing[ringing.state]}</p>
        <p class="problem" role="alert">${ringing.change.error ?? nothing}</p>
        ${ringing.state === 'on' || ringing.state === 'off' ? ringingSwitch(ringing.state) : nothing}
      </section>
      ${hasLanguages ? languageSetting() : nothing}
      ${removal.template()}
    `,
    actions: () => html`
      <button type="button" class="button wide quiet" @click=${onDone}>${messages.phone.done}</button>
    `,
    enter: () =>
      // Whoever comes back from the browser's settings has changed something there, or added a phone elsewhere.
      whileVisible(UNTIL_SHOWN, () => context.reaching(look)),
  };

  async function look(): Promise<void> {
    const [onlyWayIn] = await Promise.all([isOnlyWayIn(), ringing.look()]);
    removal.know({ onlyWayIn });
    context.redraw();
  }

  function ringingSwitch(state: 'on' | 'off') {
    const label = state === 'on' ? messages.phoneSettings.stopRinging : messages.phoneSettings.ring;
    return html`<button
      type="button"
      class="button small quiet"
      aria-disabled=${ringing.change.isBusy ? 'true' : 'false'}
      @click=${async () => {
        await (state === 'on' ? ringing.turnOff() : ringing.turnOn());
        focusOn('ringing-setting');
      }}
    >
      ${ringing.change.isBusy ? messages.phoneSettings.wait : label}
    </button>`;
  }
}

const languageSetting = (): View => html`<section class="setting" aria-labelledby="language-setting">
  <h2 id="language-setting">${messages.languages.title}</h2>
  ${languageSwitch()}
</section>`;
