/** Removing a phone: asks in its place in the list, and whether what it let in is to end as well. */
import type { DeviceId } from '../../shared/ids.ts';
import type { DeviceResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { nameView } from '../lib/name-view.ts';
import type { StepUp } from '../signin/step-up.ts';
import type { LinkedAccounts } from '../social/linked-accounts.ts';

const ACT = 'remove_phone' as const;
const CONFIRM = 'remove-confirm';

type Wish = Pick<DeviceResponse, 'id' | 'name'> & { endsSessions: boolean };

export type Removal = {
  open(device: DeviceResponse): void;
  /** The question, where it is asked about this phone. */
  view(device: DeviceResponse, facts: { isLast: boolean }): View | undefined;
};

/** The sign-in methods that are no phones. */
export type OtherMethods = Pick<LinkedAccounts, 'provider'>;

/** How many sessions have ended with it, and whether this browser's is one of them. */
type Ended = { ended: number; current?: true };

type Options = { stepUp: StepUp; others: OtherMethods; onRemoved(id: DeviceId, ended: Ended): void };

export function removal(layout: Layout, { stepUp, others, onRemoved }: Options): Removal {
  let of: DeviceId | undefined;
  let endsSessions = false;
  const removing = action(layout.update);

  stepUp.onReturn(ACT, (argument) => {
    const wish: Wish = JSON.parse(argument);
    of = wish.id;
    endsSessions = wish.endsSessions;
    void remove(wish);
  });

  function open({ id }: Pick<DeviceResponse, 'id'>): void {
    of = id;
    endsSessions = false;
    removing.reset();
    focusOn(CONFIRM);
  }

  function close(): void {
    const closed = of;
    of = undefined;
    layout.update();
    focusOn(`${closed}-remove`);
  }

  async function remove(wish: Wish): Promise<void> {
    const { id, name } = wish;
    await removing.run(async () => {
      const intent = { act: ACT, argument: JSON.stringify(wish), name };
      const answer = await stepUp.run(intent, () => removed(wish));
      if (answer === undefined) return;
      of = undefined;
      layout.announce(removedWords(name, answer.ended));
      onRemoved(id, answer);
    });
  }

  return {
    open,
    view({ id, name }, { isLast }) {
      if (of !== id) return undefined;
      return html`<div class="entry-part" role="group" aria-labelledby=${CONFIRM}>
        <p id=${CONFIRM} tabindex="-1">
          ${isLast ? lastWords(name, others) : messages.account.removeAsk(nameView(name))}
        </p>
        <label class="check">
          <input
            type="checkbox"
            .checked=${endsSessions}
            @change=${({ target }: Event) => {
              endsSessions = (target as HTMLInputElement).checked;
            }}
          />
          <span>${messages.account.endItsSessions}</span>
        </label>
        ${errorLine(removing.error)}
        <div class="actions">
          <button
            class="button small danger"
            type="button"
            aria-disabled=${removing.isBusy}
            @click=${() => void remove({ id, name, endsSessions })}
          >
            ${messages.account.removePhone}
          </button>
          <button class="button small quiet" type="button" @click=${close}>${messages.common.keep}</button>
        </div>
      </div>`;
    },
  };
}

const lastWords = (name: string, others: OtherMethods): View =>
  html`${messages.account.onlyPhone(nameView(name))}${messages.common.space}${withoutPhones(others)}`;

/** How to sign in without the phone. */
function withoutPhones({ provider }: OtherMethods): string {
  const left = provider();
  return left === undefined ? messages.account.onlyWhileOther : messages.account.withoutIt(left.label);
}

async function removed({ id, endsSessions }: Wish): Promise<Ended> {
  try {
    return await call('device-remove', {
      params: { deviceId: id },
      query: endsSessions ? { sessions: 'end' } : {},
    });
  } catch (error) {
    // A phone that is gone already is removed, as was asked for.
    if (error instanceof ApiError && error.code === 'not_found') return { ended: 0 };
    throw error;
  }
}

function removedWords(name: string, ended: number): string {
  const removed = messages.account.phoneRemoved(name);
  return ended === 0 ? removed : `${removed}${messages.common.space}${messages.account.signedOutMany(ended)}`;
}
