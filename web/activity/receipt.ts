import type { ReceiptResponse } from '../../shared/responses.ts';
import { html, type View } from '../lib/html.ts';

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
    <summary>How to check a receipt</summary>
    <p>
      A receipt has what your phone signed to let a browser in, or do one thing, the signature, and your phone’s public key.
      To check it you need nothing of ours, only Node.js:
    </p>
    <ol class="steps">
      <li><span>Save a receipt from the list above.</span></li>
      <li>
        <span>
          Save <a href="/check-receipt.mjs" download>check-receipt.mjs</a>, and read it: it is one short page, and asks
          nobody anything.
        </span>
      </li>
      <li><span>Run <code>node check-receipt.mjs nod-receipt-….json</code> where both files are.</span></li>
    </ol>
    <p>
      It says what was approved, whether the signature is that key’s, and whether your fingerprint, your face or your PIN
      was checked for it.
    </p>
  </details>`;
}
