/** Of what phones tell besides what rings: nothing, until it is ticked. */
import { ALERT_KINDS, type AlertKind } from '../../shared/alerts/alert.ts';
import type { AlertsResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { fetched } from '../lib/fetched.ts';
import { errorLine } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';

export type Alerts = { load(): Promise<void>; view(): View };

const TITLE = 'alerts-title';

/** The choice; nothing is asked for until `load`. @param isSilent whether no phone rings, which all of this takes */
export function alerts(layout: Layout, isSilent: () => boolean): Alerts {
  const chosen = fetched<AlertsResponse>(layout, {
    failed: messages.common.listFailed,
    rows: 1,
    ask: () => call('alerts-chosen'),
  });
  const choosing = action(layout.update);
  let saving = Promise.resolve();
  /** How many choices are not saved yet, and what the last answer was. */
  let unsaved = 0;
  let answer: AlertsResponse | undefined;

  /** Shown at once, and saved in the order in which it was pressed; once all is saved or not, what was answered last is shown. */
  function choose(kind: AlertKind, isWanted: boolean): void {
    if (unsaved === 0) answer = chosen.value;
    unsaved++;
    if (chosen.value !== undefined) chosen.value = { ...chosen.value, [kind]: isWanted };
    layout.update();
    saving = saving.then(() => save(kind, isWanted));
  }

  async function save(kind: AlertKind, isWanted: boolean): Promise<void> {
    await choosing.run(async () => {
      try {
        answer = await call('alerts-choose', { body: { [kind]: isWanted } });
      } finally {
        unsaved--;
        if (unsaved === 0) chosen.value = answer;
      }
    });
  }

  return {
    load: chosen.load,
    view: () => html`<section class="group" aria-labelledby=${TITLE}>
      <h2 id=${TITLE} tabindex="-1">${messages.account.alerts}</h2>
      <p class="muted small group-lead">${messages.account.alertsLead}</p>
      ${chosen.view(choices)}
    </section>`,
  };

  function choices(value: AlertsResponse): View {
    return html`<div class="card entry-checks">
        ${ALERT_KINDS.map(
          (kind) => html`<label class="check">
            <input
              type="checkbox"
              .checked=${value[kind]}
              @change=${({ currentTarget }: Event) => choose(kind, (currentTarget as HTMLInputElement).checked)}
            />
            <span>${messages.account.alertsOf[kind]}</span>
          </label>`,
        )}
        ${errorLine(choosing.error)}
      </div>
      ${isSilent() ? html`<p class="muted small">${messages.account.noneRings}</p>` : nothing}`;
  }
}
