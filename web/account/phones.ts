/** The phones that may say yes: adding one, naming and removing them. */
import { repeat } from 'lit-html/directives/repeat.js';
import { call } from '../lib/api.ts';
import { fetched } from '../lib/fetched.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import type { StepUp } from '../signin/step-up.ts';
import { invitation } from './invitation.ts';
import { type ListedPhone, phoneItem } from './phone-item.ts';
import { type OtherMethods, removal } from './removal.ts';
import { renaming } from './renaming.ts';

export type Phones = {
  load(): Promise<void>;
  /** Whether it is known that there is none. */
  areNone(): boolean;
  /** Whether it is known that none of them rings. */
  areSilent(): boolean;
  view(): View;
};

type Options = {
  username(): string;
  stepUp: StepUp;
  others: OtherMethods;
  /** Browsers may have ended with a phone, and this one as well. */
  onRemoved(isOver: boolean): void;
};

/** The list of phones; nothing is asked for until `load`. */
export function phones(layout: Layout, { username, stepUp, others, onRemoved }: Options): Phones {
  const list = fetched<ListedPhone[]>(layout, { failed: messages.common.listFailed, rows: 1, ask });
  const naming = renaming(layout, (device) => {
    list.value = list.value?.map((item) => (item.id === device.id ? { ...item, ...device } : item));
  });
  const removing = removal(layout, {
    stepUp,
    others,
    onRemoved(id, { current = false }) {
      list.value = list.value?.filter((item) => item.id !== id);
      focusOn('phones-title');
      // The one that is left may now be the only way in.
      if (!current) void list.load();
      onRemoved(current);
    },
  });
  const inviting = invitation(layout, stepUp, {
    username,
    phones: ask,
    onAdded(items) {
      list.value = items;
    },
  });

  return {
    load: list.load,
    areNone,
    areSilent: () => list.value?.some(({ rings }) => rings) === false,
    view: () => html`<section class="group" aria-labelledby="phones-title">
      <h2 id="phones-title" tabindex="-1">${messages.account.phones}</h2>
      ${
        areNone()
          ? html`<p>${messages.account.noPhone}</p>`
          : html`<p class="muted small group-lead">${messages.account.phonesLead}</p>`
      }
      ${list.view(listView)}
    </section>`,
  };

  function areNone(): boolean {
    return list.value?.length === 0;
  }

  function listView(items: ListedPhone[]): View {
    if (items.length === 0) return html`${inviting.view()}`;
    return html`<ul class="card entries">
        ${repeat(
          items,
          ({ id }) => id,
          (device) =>
            phoneItem(device, {
              part: naming.view(device) ?? removing.view(device, { isLast: items.length === 1 }),
              onRename: () => naming.open(device),
              onRemove: () => removing.open(device),
            }),
        )}
      </ul>
      ${inviting.view()}`;
  }
}

async function ask(): Promise<ListedPhone[]> {
  const { items, onlyWayIn = false } = await call('devices');
  return items.map((device) => ({ ...device, onlyWayIn }));
}
