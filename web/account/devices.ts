/** The phones that may say yes. */
import type { DeviceShape } from '../../shared/shapes.ts';
import { call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { failedView, skeletonList } from '../lib/skeleton.ts';
import { deviceItem } from './device-item.ts';

export type Devices = { load(): Promise<void>; view(): View };

/** The list of phones; nothing is asked for until `load`. */
export function devices(layout: Layout): Devices {
  let items: DeviceShape[] | undefined;
  let error: string | undefined;

  async function load(): Promise<void> {
    error = undefined;
    try {
      ({ items } = await call('devices'));
    } catch (thrown) {
      error = errorSentence(thrown);
    }
    layout.update();
  }

  function listView(): View {
    if (items !== undefined) return html`<ul class="card list">${items.map(deviceItem)}</ul>`;
    return error === undefined
      ? skeletonList(1)
      : failedView('The list did not come.', error, () => void load());
  }

  return {
    load,
    view: () => html`<section class="group" aria-labelledby="devices-title">
      <h2 id="devices-title">Phones</h2>
      ${listView()}
      <p class="muted small">Only these phones can say yes when a browser asks to be let in.</p>
    </section>`,
  };
}
