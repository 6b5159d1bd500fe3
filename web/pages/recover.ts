/** Lost phone: the name and the recovery code, then the new phone scans, and is the way in. */
import { call } from '../lib/api.ts';
import { html, type View } from '../lib/html.ts';
import { keepName, keptName, typedName } from '../lib/kept-signin.ts';
import { messages } from '../lib/messages.ts';
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
    title: messages.recovery.scanTitle,
    lead: messages.recovery.onlyWayIn(html`<span translate="no">@${username}</span>`),
    instructions: [messages.recovery.scan, messages.recovery.letItAsk, messages.recovery.comeBack],
    codeLabel: messages.recovery.codeToScan,
    hereLabel: canBePhone() ? messages.signin.useThis[thisMachine()] : undefined,
  }),
  after: codeAddress,
  isDoneByPhone: true,
});

function form({ isStarting, error, onInput, onSubmit }: Asking): View {
  return html`<h1>${messages.recovery.title}</h1>
    <p class="muted lead">${messages.recovery.lead}</p>
    ${recoverForm({ input, isStarting, error, onInput, onSubmit })}
    <p class="muted">${messages.recovery.foundIt()}</p>`;
}
