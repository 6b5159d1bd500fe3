/** Lost phone: the name and the recovery code, then the new phone scans, and is the way in. */
import { call } from '../lib/api.ts';
import { html, type View } from '../lib/html.ts';
import { keepName, keptName, typedName } from '../lib/kept-signin.ts';
import { canBePhone, thisMachine } from '../lib/this-phone.ts';
import { codeAddress } from '../recovery/code-due.ts';
import { codeProblem, recoverForm } from '../recovery/recover-form.ts';
import { type Asking, openSignInFlow } from '../signin/sign-in-flow.ts';

const input = { username: keptName(), code: '' };

openSignInFlow({
  kind: 'recover',
  fields: ['username', 'code'],
  form,
  refusal() {
    const sentence = codeProblem(input.code);
    return sentence === undefined ? undefined : { field: 'code', sentence };
  },
  async start() {
    const username = typedName(input.username);
    keepName(username);
    const { enrolUrl, expiresAt, ...answer } = await call('recover', {
      body: { username, code: input.code },
    });
    input.code = '';
    return { username: answer.username, url: enrolUrl, expiresAt };
  },
  words: ({ username }) => ({
    title: 'Scan with your new phone',
    lead: html`It becomes the only way in for <span translate="no">@${username}</span>. Nothing changes until then.`,
    instructions: [
      'Scan this with the camera of the phone that you have now.',
      'Let that phone ask for your fingerprint, face or PIN.',
      'Come back to this screen for your new recovery code.',
    ],
    codeLabel: 'Code to scan with the camera of your new phone',
    hereLabel: canBePhone() ? `Use this ${thisMachine()}` : undefined,
  }),
  after: codeAddress,
  isDoneByPhone: true,
});

function form({ isStarting, error, onInput, onSubmit }: Asking): View {
  return html`<h1>Lost your phone?</h1>
    <p class="muted lead">With your recovery code you make another phone the way in.</p>
    ${recoverForm({ input, isStarting, error, onInput, onSubmit })}
    <p class="muted">Found it? <a href="/signin">Sign in</a></p>`;
}
