/** Registering: choose a name, scan the code with the phone, and say that it was yours. */
import { call } from '../lib/api.ts';
import { html, type View } from '../lib/html.ts';
import { keepName } from '../lib/kept-signin.ts';
import { language } from '../lib/messages.ts';
import { codeAddress } from '../recovery/code-due.ts';
import { nameRefusal, registerForm } from '../signin/register-form.ts';
import { type Asking, openSignInFlow } from '../signin/sign-in-flow.ts';
import { keptWaiting } from '../signin/waiting.ts';
import { useThisMachine } from '../signin/waiting-card.ts';
import { providerButtons } from '../social/provider-buttons.ts';

/** The browser cannot take the phone's approval back, but an approval that is not completed signs nobody in. */
const NOT_MY_PHONE =
  'Nobody was signed in here. What that phone approved ends by itself within two minutes. The name belongs to that phone now, so start again with another one.';

const providers = providerButtons({
  below: html`<p class="muted">Have a name already? <a href="/signin">Sign in</a></p>`,
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
    title: 'Add your phone',
    lead: html`It becomes the way in for <span translate="no">@${username}</span>.`,
    instructions: [
      'Scan this with your phone’s camera.',
      'Let your phone ask for your fingerprint, face or PIN.',
      'Come back to this screen.',
    ],
    codeLabel: 'Code to scan with your phone’s camera',
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
        onNo(NOT_MY_PHONE);
      },
    }),
});

function form({ isStarting, error, onInput, onSubmit }: Asking): View {
  return html`<h1>Choose your name</h1>
    <p class="muted lead">Then your phone becomes the way in. There is no password to make up.</p>
    ${registerForm({ input, submit: 'Reserve this name', isStarting, error, onInput, onSubmit })}
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
    <h1 id="confirm-title" tabindex="-1">Is this your phone?</h1>
    <p class="device-name"><bdi translate="no">${device}</bdi></p>
    <p class="muted">It was just added to <span translate="no">@${username}</span>, and will let you in from now on.</p>
    <div class="actions">
      <button class="button" type="button" @click=${onYes}>Yes, sign me in</button>
      <button class="button quiet" type="button" @click=${onNo}>No, stop</button>
    </div>
  </section>`;
}
