/** What "It wasn’t me" takes back besides words, in sentences: before and after. */
import type { TakenBackResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from './html.ts';

/** What will go, as a list; nothing where the session has made nothing. */
export function willBeTakenBack(found: TakenBackResponse): View {
  const parts = partsOf(found);
  if (parts.length === 0) return nothing;
  return html`<div class="taken-back">
    <p>It also takes back what came of it:</p>
    <ul>
      ${parts.map((part) => html`<li>${part}</li>`)}
    </ul>
  </div>`;
}

/** What has gone, in a sentence; `undefined` where nothing had to. */
export function wasTakenBack(found: TakenBackResponse): View | undefined {
  const parts = partsOf(found);
  if (parts.length === 0) return undefined;
  return html`Taken back: ${parts.map((part, at) => html`${at === 0 ? '' : ', '}${part}`)}.`;
}

function partsOf({ phones, providers, recoveryCode, sessions }: TakenBackResponse): View[] {
  return [
    ...phones.map((name) => html`the phone <bdi translate="no">${name}</bdi>`),
    ...providers.map((provider) => html`signing in with <bdi translate="no">${provider}</bdi>`),
    ...(recoveryCode ? [html`the recovery code`] : []),
    ...(sessions === 0 ? [] : [html`${sessions === 1 ? 'one more browser' : `${sessions} more browsers`}`]),
  ];
}
