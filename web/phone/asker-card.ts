import type { ApprovalResponse } from '../../shared/responses.ts';
import { browserName } from '../lib/browser-name.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { askedAgo } from './asked-ago.ts';

/** Who is asking, as far as the server knows it, and the number to hold against the screen, once it was typed. */
export function askerCard(approval: ApprovalResponse, number?: string): View {
  const { known, place, ip, startedAt } = approval;
  return html`
    <section class="card asker" aria-label="Who is asking">
      <p class="badge" ?data-new=${!known}>${known ? 'Known browser' : 'New browser'}</p>
      <dl>
        <div>
          <dt>Browser</dt>
          <dd>${browserName(approval)}</dd>
        </div>
        <div>
          <dt>${place === null ? 'Address' : 'Place'}</dt>
          <dd>${place ?? ip}</dd>
        </div>
        <div>
          <dt>Asked</dt>
          <dd>${askedAgo(startedAt)}</dd>
        </div>
        ${
          number === undefined
            ? nothing
            : html`<div>
                <dt>Number</dt>
                <dd class="asker-number">${number.slice(0, 3)}&nbsp;${number.slice(3)}</dd>
              </div>`
        }
      </dl>
      ${known ? '' : html`<p class="asker-advice">It has not signed in as you before. Approve only if it is in front of you.</p>`}
    </section>
  `;
}
