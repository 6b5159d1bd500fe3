import type { ActivityResponse } from '../../shared/responses.ts';
import { errorLine } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { whereWords } from '../lib/place.ts';
import { clockTime, exactTime } from '../lib/time.ts';
import { activityIcon } from './icons.ts';
import { activitySentence } from './sentence.ts';

type Options = {
  isBusy: boolean;
  error: string | undefined;
  /** Shows again what is hidden; there only while it is. */
  onShow: (() => void) | undefined;
  /** Saves the receipt; there only where there is one. */
  onReceipt: (() => void) | undefined;
};

/** One thing that happened. */
export function entryView(entry: ActivityResponse, { isBusy, error, onShow, onReceipt }: Options): View {
  const { id, kind, at } = entry;
  const where = whereWords(entry);
  return html`<li class="activity-entry" id=${id} tabindex="-1">
    <span class="activity-entry-icon">${activityIcon(kind)}</span>
    <div class="entry-words">
      <p id="${id}-what">${activitySentence(entry)}</p>
      <p class="muted small">
        <time datetime=${at} title=${exactTime(new Date(at))}>${clockTime(new Date(at))}</time>
        ${where === undefined ? nothing : html` · ${where}`}
      </p>
      ${action(messages.activity.showAgain, onShow)} ${action(messages.activity.saveReceipt, onReceipt)}
      ${errorLine(error)}
    </div>
  </li>`;

  function action(label: string, onClick: (() => void) | undefined): View {
    if (onClick === undefined) return nothing;
    return html`<button
      class="link small"
      type="button"
      aria-disabled=${isBusy}
      aria-describedby="${id}-what"
      @click=${onClick}
    >
      ${label}
    </button>`;
  }
}
