/** The recovery code, between registering or recovering and the blog. */

import { safeNext } from '../lib/address.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { skeletonList } from '../lib/skeleton.ts';
import type { Person } from '../lib/viewer.ts';
import { takeCodeDue } from '../recovery/code-due.ts';
import { makingCode } from '../recovery/making.ts';
import { openStepUp } from '../signin/step-up.ts';

const next = safeNext(new URLSearchParams(location.search).get('next'));
const isDue = takeCodeDue();

let person: Person | undefined;

const layout = openLayout(view);
const watch = watchSession(layout, {
  required: true,
  onPerson(someone) {
    person = someone;
    layout.update();
    if (isDue) void making.make();
    else stepUp.goOn();
  },
});
const username = () => person?.username ?? '';
// Somebody who comes here has just had a yes from their phone.
const stepUp = openStepUp(layout, { username, watch, provider: async () => undefined });
const making = makingCode(layout, { username, stepUp, onNoted: () => location.replace(next) });
layout.update();

function view(): View {
  if (person === undefined) return skeletonList(2);
  return html`<div class="code-page">
    <div>
      <h1>${messages.recovery.makeTitle}</h1>
      <p class="muted lead">${messages.recovery.makeLead}</p>
    </div>
    <div>${making.view(messages.recovery.make)}</div>
    ${making.isShown() ? nothing : html`<p class="muted">${messages.recovery.skip(next)}</p>`}
  </div>`;
}
