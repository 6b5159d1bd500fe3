/** What "It wasn’t me" takes back besides words, in sentences: before and after. */
import type { TakenBackResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from './html.ts';
import { listed } from './language.ts';
import { messages } from './messages.ts';
import { nameView } from './name-view.ts';

/** What will go, as a list; nothing where the session has made nothing. */
export function willBeTakenBack(found: TakenBackResponse): View {
  const parts = partsOf(found);
  if (parts.length === 0) return nothing;
  return html`<div class="taken-back">
    <p>${messages.browsers.takesBack}</p>
    <ul>
      ${parts.map((part) => html`<li>${part}</li>`)}
    </ul>
  </div>`;
}

/** What has gone, in a sentence; `undefined` where nothing had to. */
export function wasTakenBack(found: TakenBackResponse): View | undefined {
  const parts = partsOf(found);
  return parts.length === 0 ? undefined : messages.browsers.takenBack(html`${listed(parts)}`);
}

/** What two calls have taken back, one after the other. */
export function together(next: TakenBackResponse, before: TakenBackResponse | undefined): TakenBackResponse {
  if (before === undefined) return next;
  const counted = [...before.acts, ...next.acts];
  const groups = [...new Set(counted.map(({ of }) => of))];
  const sum = (group: string) =>
    counted.reduce((total, { of, count }) => total + (of === group ? count : 0), 0);
  return {
    phones: [...before.phones, ...next.phones],
    providers: [...before.providers, ...next.providers],
    recoveryCode: before.recoveryCode || next.recoveryCode,
    sessions: before.sessions + next.sessions,
    acts: groups.map((of) => ({ of, count: sum(of) })),
  };
}

function partsOf({ phones, providers, recoveryCode, sessions, acts, more }: TakenBackResponse): View[] {
  return [
    ...phones.map((name) => messages.browsers.takenPhone(nameView(name))),
    ...providers.map((provider) => messages.browsers.takenProvider(nameView(provider))),
    ...(recoveryCode ? [html`${messages.browsers.takenCode}`] : []),
    ...(sessions === 0 ? [] : [html`${messages.browsers.takenSessions(sessions)}`]),
    ...acts.map(({ of, count }) => html`${messages.browsers.takenActs[of](count)}`),
    ...(more ? [html`${messages.browsers.takenMore}`] : []),
  ];
}
