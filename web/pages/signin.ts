/** Signing in: the name, then the number and the code, until the phone has answered. */
import { call } from '../lib/api.ts';
import { html, type View } from '../lib/html.ts';
import { keepName, keptName, keptProvider, typedName } from '../lib/kept-signin.ts';
import { messages } from '../lib/messages.ts';
import { passkeyOffer } from '../signin/passkey-offer.ts';
import { knownReason } from '../signin/reasons.ts';
import { type Asking, openSignInFlow } from '../signin/sign-in-flow.ts';
import { usernameField } from '../signin/username-field.ts';
import { approveHere, enterNumberThere } from '../signin/waiting-card.ts';
import { FIRST, providerButtons } from '../social/provider-buttons.ts';

const reason = knownReason(new URLSearchParams(location.search).get('reason'));
const passkey = passkeyOffer();
/** Somebody who last signed in with a provider may have no phone, so the provider is offered first. */
const first = keptProvider();
const providers = providerButtons({
  first,
  below: () => html`<p class="muted">${messages.signin.newHere()}</p>
    <p class="muted">${messages.signin.lostPhone()}</p>`,
});

let username = keptName();

openSignInFlow({
  kind: 'signin',
  notice: reason && messages.signin.reasons[reason],
  fields: ['username'],
  ...(first === undefined ? {} : { focusOn: FIRST }),
  form,
  offer: passkey,
  async start() {
    const name = typedName(username);
    keepName(name);
    const { number, approveUrl, expiresAt } = await call('login-start', { body: { username: name } });
    return { username: name.toLowerCase(), url: approveUrl, number, expiresAt };
  },
  words: ({ username }) => ({
    title: messages.signin.nodFromPhone,
    instructions: [enterNumberThere()],
    codeLabel: messages.signin.codeToScan,
    hereLabel: approveHere(username),
  }),
});

function form({ isStarting, error, onInput, onSubmit }: Asking): View {
  return html`<h1>${messages.signin.title}</h1>
    ${providers.firstView(onInput)}
    <p class="muted lead">${messages.signin.lead}</p>
    <form class="form" novalidate @submit=${onSubmit}>
      ${usernameField({
        value: username,
        error: error?.sentence,
        enterKey: 'go',
        offersPasskeys: true,
        onInput(text) {
          username = text;
        },
      })}
      <button class="button wide ${first === undefined ? '' : 'quiet'}" aria-disabled=${isStarting}>${messages.signin.askMyPhone}</button>
      ${passkey.view()}
    </form>
    ${providers.view(onInput)}`;
}
