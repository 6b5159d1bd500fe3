/** The phones that may say yes. */
import type { DeviceShape } from '../../shared/shapes.ts';
import { call } from '../lib/api.ts';
import { fetched } from '../lib/fetched.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { deviceItem } from './device-item.ts';

export type Devices = { load(): Promise<void>; view(): View };

/** The list of phones; nothing is asked for until `load`. */
export function devices(layout: Layout): Devices {
  const list = fetched<DeviceShape[]>(layout, {
    failed: 'The list did not come.',
    rows: 1,
    ask: async () => (await call('devices')).items,
  });

  return {
    load: list.load,
    view: () => html`<section class="group" aria-labelledby="devices-title">
      <h2 id="devices-title">Phones</h2>
      ${list.view((items) => html`<ul class="card list">${items.map(deviceItem)}</ul>`)}
      <p class="muted small">Only these phones can say yes when a browser asks to be let in.</p>
    </section>`,
  };
}
