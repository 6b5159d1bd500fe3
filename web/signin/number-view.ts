import { html, type View } from '../lib/html.ts';

/** The six digits in two groups of three; read out digit by digit. */
export function numberView(number: string): View {
  const groups = [number.slice(0, 3), number.slice(3)];
  const spoken = groups.map((group) => [...group].join(' ')).join(', ');
  return html`<p class="number" role="img" aria-label=${spoken}>${groups.join(' ')}</p>`;
}
