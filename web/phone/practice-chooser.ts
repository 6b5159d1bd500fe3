import { html, render } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import type { PracticeKey } from './practice-keys.ts';

/** Asks for which account the practice phone is to sign, as a phone with several passkeys does. */
export function chosenKey(keys: readonly PracticeKey[]): Promise<PracticeKey | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'card chooser';
  document.documentElement.append(dialog);
  return new Promise((resolve) => {
    const close = (key?: PracticeKey) => {
      dialog.remove();
      resolve(key);
    };
    dialog.addEventListener('close', () => close());
    render(
      html`<h2 id="chooser-title">${messages.practice.account}</h2>
        ${keys.map(
          (key) => html`<button type="button" class="button wide quiet" @click=${() => close(key)}>
            ${key.account === undefined ? messages.practice.nameless : `@${key.account}`}
          </button>`,
        )}
        <button type="button" class="button wide bare" @click=${() => close()}>${messages.practice.none}</button>`,
      dialog,
    );
    dialog.setAttribute('aria-labelledby', 'chooser-title');
    dialog.showModal();
  });
}
