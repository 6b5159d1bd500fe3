/** The account: who somebody is, where they are signed in, and what lets them in. */
import { alerts as alertsSection } from '../account/alerts.ts';
import { knownBrowsers as knownBrowsersSection } from '../account/known-browsers.ts';
import { phones as phonesSection } from '../account/phones.ts';
import { recovery } from '../account/recovery.ts';
import { sessions } from '../account/sessions.ts';
import { action } from '../lib/action.ts';
import { dropFromAddress } from '../lib/address.ts';
import { avatar } from '../lib/avatar.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { keepName, keepProvider } from '../lib/kept-signin.ts';
import { hasLanguages, languageSwitch } from '../lib/language-choice.ts';
import { openLayout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { signOut } from '../lib/sign-out.ts';
import { skeletonList } from '../lib/skeleton.ts';
import { themeSwitch } from '../lib/theme-switch.ts';
import type { Person } from '../lib/viewer.ts';
import { openStepUp } from '../signin/step-up.ts';
import { linkedAccounts } from '../social/linked-accounts.ts';

let person: Person | undefined;
/** What lets the person in is known, or will not be. */
let methods: Promise<unknown> | undefined;

const layout = openLayout(view);
const signingOut = action(layout.update);
dropFromAddress('resume');
const watch = watchSession(layout, {
  required: true,
  onPerson(next) {
    person = next;
    layout.update();
    methods = Promise.all([phones.load(), accounts.load()]);
    // What is above it is there by then, so that it is shown and can take the focus.
    void Promise.all([browsers.load(), recoveryCode.load(), alerts.load(), methods]).then(
      accounts.sayWhatIsLinked,
    );
    void knownBrowsers.load();
    stepUp.goOn();
  },
});
const username = () => person?.username ?? '';
const stepUp = openStepUp(layout, {
  username,
  watch,
  async provider() {
    await methods;
    return phones.areNone() ? accounts.provider() : undefined;
  },
});
const browsers = sessions(layout, {
  stepUp,
  onTakenBack() {
    void phones.load();
    void recoveryCode.load();
    void accounts.load();
    void knownBrowsers.load();
  },
});
const knownBrowsers = knownBrowsersSection(layout);
const accounts = linkedAccounts(layout, {
  stepUp,
  hasPhone: () => !phones.areNone(),
  onUnlinked: () => void phones.load(),
});
const phones = phonesSection(layout, {
  username,
  stepUp,
  others: accounts,
  onRemoved(isOver) {
    if (!isOver) return void browsers.load();
    keepSignInMethod();
    watch.leave('phone_removed');
  },
});
const alerts = alertsSection(layout, phones.areSilent);
const recoveryCode = recovery(layout, { stepUp, username });
layout.update();

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && person !== undefined) void browsers.load();
});

/** Somebody without a phone cannot sign in by name, so the sign-in page is to offer their provider first. */
function keepSignInMethod(): void {
  const provider = accounts.provider();
  if (phones.areNone() && provider !== undefined) keepProvider(provider);
}

async function leave(): Promise<void> {
  if (signingOut.isBusy || person === undefined) return;
  let goTo = '';
  const isDone = await signingOut.run(async () => {
    goTo = await watch.during(signOut);
  });
  if (!isDone) return focusOn('sign-out');
  if (!phones.areNone()) keepName(person.username);
  keepSignInMethod();
  watch.go(goTo);
}

function view(): View {
  if (person === undefined) return skeletonList();
  // The stylesheet shows a group once all those above it are there, so that nothing moves.
  return html`<h1>${messages.account.title}</h1>
    ${youView(person)} ${browsers.view()} ${phones.view()} ${phones.areNone() ? nothing : alerts.view()} ${recoveryCode.view()} ${accounts.view()}
    ${knownBrowsers.view()}
    <section class="group" aria-labelledby="settings-title">
      <h2 id="settings-title">${messages.account.settings}</h2>
      <div class="card entries">
        <div class="entry">
          <div class="entry-words">
            <p class="entry-title">${messages.account.theme}</p>
            <p class="muted small">${messages.account.themeLead}</p>
          </div>
          <div class="entry-buttons">${themeSwitch()}</div>
        </div>
        ${hasLanguages ? languageEntry() : nothing}
        <div class="entry">
          <div class="entry-words">
            <p class="entry-title">${messages.navigation.keys}</p>
            <p class="muted small">${messages.navigation.keysOfPages}</p>
          </div>
          <div class="entry-buttons">
            <button class="button small quiet" type="button" @click=${() => void showKeys()}>
              ${messages.navigation.showKeys}
            </button>
          </div>
        </div>
        <div class="entry">
          <div class="entry-words">
            <p class="entry-title">${messages.hides.title}</p>
            <p class="muted small">${messages.hides.settingsLead}</p>
          </div>
          <div class="entry-buttons">
            <a class="button small quiet" href="/account/hidden">${messages.hides.show}</a>
          </div>
        </div>
      </div>
    </section>`;
}

/** Where it does not come, the next press asks for it again. */
async function showKeys(): Promise<void> {
  const code = await lazyImport(() => import('../lib/keys-dialog.ts')).catch(() => undefined);
  code?.openKeysDialog(layout);
}

const languageEntry = (): View => html`<div class="entry">
  <p class="entry-title">${messages.languages.title}</p>
  <p class="muted small">${messages.languages.lead}</p>
  <div class="entry-part">${languageSwitch()}</div>
</div>`;

function youView(you: Person): View {
  const { isBusy, error } = signingOut;
  return html`<section class="card entry you" aria-label=${messages.account.you}>
      ${avatar(you)}
      <div class="entry-words">
        <p class="entry-title"><bdi translate="no">${you.displayName}</bdi></p>
        <p class="muted small"><a translate="no" href="/@${you.username}">@${you.username}</a></p>
        ${error === undefined ? nothing : html`<p class="error" id="sign-out-error">${error}</p>`}
      </div>
      <button
        class="button small quiet"
        id="sign-out"
        type="button"
        aria-disabled=${isBusy}
        aria-describedby=${error === undefined ? nothing : 'sign-out-error'}
        @click=${() => void leave()}
      >
        ${messages.account.signOut}
      </button>
    </section>
    <p class="page-lead"><a href="/account/activity">${messages.account.toActivity}</a></p>`;
}
