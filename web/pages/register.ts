/** Registering: choose a name, scan the code with the phone, and say that it was yours. */
import { call } from '../lib/api.ts';
import { html, type View } from '../lib/html.ts';
import { keepName } from '../lib/kept-signin.ts';
import { language, messages } from '../lib/messages.ts';
import { codeAddress } from '../recovery/code-due.ts';
import { nameRefusal, registerForm } from '../signin/register-form.ts';
import { type Asking, openSignInFlow } from '../signin/sign-in-flow.ts';
import { keptWaiting } from '../signin/waiting.ts';
import { useThisMachine } from '../signin/waiting-card.ts';
import { providerButtons } from '../social/provider-buttons.ts';

const providers = providerButtons({
  below: () => html`<p class="muted">${messages.register.haveName()}</p>`,
});
const input = { username: keptWaiting('register')?.username ?? '', displayName: '' };
/** The key of the last attempt: a repeat with the same names is the same registration. */
let attempt: { names: string; key: string } | undefined;

openSignInFlow({
  kind: 'register',
  fields: ['username', 'displayName'],
  form,
  refusal: () => nameRefusal(input.username.trim()),
  async start() {
    const [username, displayName] = [input.username.trim(), input.displayName.trim()];
    const names = JSON.stringify([username, displayName]);
    if (attempt?.names !== names) attempt = { names, key: crypto.randomUUID() };
    const { enrolUrl, expiresAt, ...answer } = await call('register', {
      body: { username, language, ...(displayName === '' ? {} : { displayName }) },
      idempotencyKey: attempt.key,
    });
    keepName(answer.username);
    attempt = undefined;
    return { username: answer.username, url: enrolUrl, expiresAt };
  },
  words: ({ username }) => ({
    title: messages.register.addPhone,
    lead: messages.register.wayIn(html`<span translate="no">@${username}</span>`),
    instructions: [messages.register.scan, messages.register.letItAsk, messages.register.comeBack],
    codeLabel: messages.signin.codeToScan,
    hereLabel: useThisMachine(username),
  }),
  after: codeAddress,
  confirming: ({ waiting: { username }, device, onYes, onNo }) =>
    confirmingView({
      username,
      device,
      onYes,
      onNo() {
        input.username = '';
        // The browser cannot take the phone's approval back, but one that is not completed signs nobody in.
        onNo(messages.register.notYours);
      },
    }),
});

function form({ isStarting, error, onInput, onSubmit }: Asking): View {
  return html`<h1>${messages.register.title}</h1>
    <p class="muted lead">${messages.register.lead}</p>
    ${registerForm({ input, submit: messages.register.reserve, isStarting, error, onInput, onSubmit })}
    ${providers.view(onInput)}`;
}

type ConfirmingOptions = {
  username: string;
  /** The name of the phone that said yes. */
  device: string;
  onYes(): void;
  onNo(): void;
};

/** Whoever saw the code could scan it, so the person here says whose phone it was (DESIGN.md §5). */
function confirmingView({ username, device, onYes, onNo }: ConfirmingOptions): View {
  return html`<section class="card" aria-labelledby="confirm-title">
    <h1 id="confirm-title" tabindex="-1">${messages.register.isItYours}</h1>
    <p class="device-name"><bdi translate="no">${device}</bdi></p>
    <p class="muted">${messages.register.added(html`<span translate="no">@${username}</span>`)}</p>
    <div class="actions">
      <button class="button" type="button" @click=${onYes}>${messages.register.yes}</button>
      <button class="button quiet" type="button" @click=${onNo}>${messages.register.no}</button>
    </div>
  </section>`;
}
