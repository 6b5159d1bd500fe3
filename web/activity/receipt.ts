import type { ReceiptResponse } from '../../shared/responses.ts';
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

/** Saves a receipt as a file. */
export function saveReceipt(receipt: ReceiptResponse): void {
  const file = new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `nod-receipt-${receipt.approvedAt.slice(0, 10)}.json`;
  link.click();
  // Not at once: the browser fetches it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** How anybody checks a receipt without us. */
export function howToCheck(): View {
  return html`<details class="check-receipt">
    <summary>${messages.activity.howToCheck}</summary>
    <p>${messages.activity.whatReceiptHas}</p>
    <ol class="steps">
      <li><span>${messages.activity.checkSave}</span></li>
      <li><span>${messages.activity.checkScript(html`<a href="/check-receipt.mjs" download translate="no">check-receipt.mjs</a>`)}</span></li>
      <li>
        <span>${messages.activity.checkRun(html`<code translate="no">node check-receipt.mjs nod-receipt-….json</code>`)}</span>
      </li>
    </ol>
    <p>${messages.activity.whatCheckSays}</p>
  </details>`;
}
