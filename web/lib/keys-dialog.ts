/** Explains the keys of one letter, and switches them off and on. */
import type { Layout } from './around.ts';
import { openDialog } from './dialog.ts';
import { html, nothing, type View } from './html.ts';
import { areKeysOn, type Key, switchKeys } from './keys-switch.ts';
import { messages } from './messages.ts';

declare const __PAGE__: Record<'search', boolean>;

export function openKeysDialog(layout: Layout): void {
  const dialog = openDialog(layout, {
    labelledBy: 'keys-title',
    view: () => keysView(() => dialog.close()),
    onDismiss() {},
  });
}

const keysView = (
  close: () => void,
): View => html`<h2 id="keys-title" tabindex="-1" autofocus>${messages.navigation.keys}</h2>
  <p class="muted">${messages.navigation.keysLead}</p>
  <dl class="keys">${explained().map(([keys, what]) => rowView(keys, what))}</dl>
  <label class="keys-switch">
    <input
      type="checkbox"
      ?checked=${areKeysOn()}
      @change=${(event: Event) => switchKeys((event.target as HTMLInputElement).checked)}
    />
    <span>${messages.navigation.keysOn}<span class="hint">${messages.navigation.keysOnMore}</span></span>
  </label>
  <div class="actions">
    <button class="button" type="button" @click=${close}>${messages.navigation.close}</button>
  </div>`;

const rowView = (keys: Key[], what: string): View => html`<div>
  <dt>${keys.map((key) => html`<kbd translate="no">${key}</kbd> `)}</dt>
  <dd>${what}</dd>
</div>`;

/** What is nowhere yet is not promised. */
function explained(): [Key[], string][] {
  const { navigation } = messages;
  const rows: ([Key[], string] | typeof nothing)[] = [
    [['j'], navigation.nextPost],
    [['k'], navigation.postBefore],
    hasButton('like') ? [['l'], navigation.like] : nothing,
    hasButton('reply') ? [['r'], navigation.reply] : nothing,
    [['n'], navigation.newPost],
    __PAGE__.search ? [['s', '/'], navigation.search] : nothing,
    [['?'], navigation.theseKeys],
  ];
  return rows.filter((row) => row !== nothing);
}

const hasButton = (what: string): boolean => document.querySelector(`[data-key="${what}"]`) !== null;
