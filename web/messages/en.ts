/**
 * All that Nod says, in English. Every other language has exactly these entries, or does not compile; README says how one
 * is added, and `npm run messages -- es` where each is used. An entry is a whole sentence, or what stands alone: nothing
 * is made of pieces, because another language has other pieces. What a person wrote, names, numbers and codes come as
 * parameters.
 */
import { html, type View } from '../lib/html.ts';
import { count, plural } from '../lib/language.ts';

/** Each document's title and what it says of itself in search engines. */
export const pages = {
  home: { title: 'Nod', description: 'A microblog that you sign in to with a nod from your phone.' },
  signin: { title: 'Sign in · Nod', description: 'Sign in to Nod with your phone.' },
  register: {
    title: 'Register · Nod',
    description: 'Choose a name and make your phone the way in. No password.',
  },
  social: { title: 'Signing in · Nod', description: 'The way back from a provider that you sign in with.' },
  account: {
    title: 'Account · Nod',
    description: 'Where you are signed in, and the phones that let you in.',
  },
  activity: { title: 'Activity · Nod', description: 'What happened to your account in the last 90 days.' },
  code: {
    title: 'Your recovery code · Nod',
    description: 'The code that lets you back in when your phone is lost.',
  },
  recover: {
    title: 'Lost your phone? · Nod',
    description: 'Make another phone the way in with your recovery code.',
  },
  phone: { title: 'Your phone · Nod', description: 'Approve sign-ins from this phone.' },
  profile: { title: 'Profile · Nod', description: 'Posts by one author.' },
  post: { title: 'Post · Nod', description: 'One post.' },
  offline: { title: 'No connection · Nod', description: 'Stands in for a page while Nod cannot be reached.' },
  'not-found': { title: 'Not found · Nod', description: 'There is no such page.' },
};

/** What stands in a document for whoever has no script. */
export const noscript = {
  needed: 'Nod needs JavaScript to talk with your phone. Switch it on and load this page again.',
  toWrite: 'To sign in or to write, switch on JavaScript: Nod needs it to talk with your phone.',
};

/** Around every page: header, skip link, bars and overlays. */
export const layout = {};

/** What several pages say. */
export const common = {
  /** Buttons. */
  cancel: 'Cancel',
  tryAgain: 'Try again',
  loadMore: 'Load more',
  /** Does nothing to what it was asked about, such as a phone that was to be removed. */
  keep: 'Keep',
  listFailed: 'The list did not come.',
  /** Said by screen readers once the next ones of a list have come. */
  morePosts: (posts: number) => plural(posts, { one: '1 more post.', other: `${count(posts)} more posts.` }),
};

/** Why a call was refused, by its code. */
export const problems = {};

/** Browsers and places by which people tell their sessions apart, and what the session asks for. */
export const browsers = {
  /** What a browser is called: "Firefox 143 on Windows". */
  nameOn: (browser: string, os: string) => `${browser} on ${os}`,
  /** In the place of a city, where a browser runs on the very machine that Nod runs on. */
  here: 'this machine',
  /** @param moment a time of today, "08:57", or a day and a time, "27 Nov, 08:57" */
  signedIn: {
    '10m': (moment: View) => html`Signed in ${moment} for 10 minutes`,
    '24h': (moment: View) => html`Signed in ${moment} for 24 hours`,
    '30d': (moment: View) => html`Signed in ${moment} for 30 days`,
  },
  /** Behind the place of the browser that is looked at, where it runs on the reader's own machine. */
  thisOne: { computer: 'this computer', phone: 'this phone' },
  /** When a session ends; both are a time of today, or a day and a time. */
  ends: (end: View) => html`Ends ${end}`,
  endsOrIdle: (end: View, idleEnd: View) => html`Ends ${end}, or ${idleEnd} if it is not used`,
  /** Which browser a button is about, for screen readers; `name` is such as "Firefox 143 on Windows". */
  which: (name: string, moment: string) => `${name}, signed in ${moment}`,
  whichAt: (name: string, moment: string, place: string) => `${name}, signed in ${moment}, ${place}`,
  /** Over the list of what "It wasn’t me" takes back, which has the entries from `takenPhone` on. */
  takesBack: 'It also takes back what came of it:',
  /** The same list in a sentence, once it is done. */
  takenBack: (several: View) => html`Taken back: ${several}.`,
  takenPhone: (name: View) => html`the phone ${name}`,
  takenProvider: (provider: View) => html`signing in with ${provider}`,
  takenCode: 'the recovery code',
  takenSessions: (browsers: number) =>
    plural(browsers, { one: 'one more browser', other: `${count(browsers)} more browsers` }),
  /** What a phone is asked for: to … */
  signIn: 'sign in',
  acts: {
    add_phone: 'add a phone',
    remove_phone: 'remove a phone',
    new_recovery_code: 'make a new recovery code',
    add_link: 'link an account',
    remove_link: 'unlink an account',
    not_me: 'end a browser and take back what it did',
  },
  actQuestions: {
    add_phone: 'Add a phone?',
    remove_phone: 'Remove a phone?',
    new_recovery_code: 'Make a new recovery code?',
    add_link: 'Link an account?',
    remove_link: 'Unlink an account?',
    not_me: 'End a browser and take back what it did?',
  },
};

/** Dates and waits. */
export const time = {};

/** Posts, the composer, home and profile. */
export const posts = {};

/** Pages that have nothing to show: not found, offline. */
export const missing = {};

/** Signing in in a browser, step-ups included. */
export const signin = {};

/** Making an account. */
export const register = {};

/** The recovery code, and recovering by it. */
export const recovery = {};

/** Sign-in providers. */
export const social = {};

/** The account page. */
export const account = {
  /** Said by screen readers once the next ones of the list have come. */
  moreBrowsers: (browsers: number) =>
    plural(browsers, { one: '1 more browser.', other: `${count(browsers)} more browsers.` }),
  showMore: 'Show more',
};

/** The activity page, and its sentences by kind. */
export const activity = {
  /** Said by screen readers once the next ones of the list have come. */
  moreEntries: (entries: number) =>
    plural(entries, { one: '1 more entry.', other: `${count(entries)} more entries.` }),
};

/** The phone's page: approving and what is around it. */
export const phone = {
  title: 'Your phone',
  looking: 'Asking Nod about this phone.',
  offline: 'No connection to Nod. Trying again.',
  settings: 'This phone’s settings',
  site: 'Nod in this browser',
  done: 'Done',
  back: 'Back',
  /** On buttons, while the phone's or the computer's own prompt is open. */
  waitingFor: { phone: 'Waiting for your fingerprint', computer: 'Waiting for your computer' },

  // On a phone that is nobody's key yet.
  welcome: 'Your phone is the key',
  noPasswords:
    'Nod has no passwords. When you sign in somewhere, this page shows who is asking, and your fingerprint or your face says yes. This phone is not set up for it yet.',
  stepName: 'Register in a browser: choose a name there.',
  stepScan: 'Scan the code that it shows with this phone.',
  stepConfirm: 'Confirm with your fingerprint. That is all.',
  register: 'Register',
  scan: 'Scan the code',
  useKey: 'This phone was set up before',
  noKey: 'No key was used. If this phone has none for Nod, register or scan a code.',
  keyForgotten:
    'This key opens no account any more. The phone was removed, or its account was recovered with another one.',
  removed: 'This phone was removed from its account, so it cannot approve any more.',

  // The six digits.
  number: 'Enter the number you see',
  numberHint: 'It is on the screen where you are signing in.',
  readItYourself: 'Type the number that you see on the screen in front of you.',
  numberUnsent: 'Nod cannot be reached. The number is sent as soon as it can be.',
  digitsOnly: 'The number has digits only.',
  tooManyDigits: 'The number has six digits, and no more.',
  digitsMissing: (missing: number) =>
    plural(missing, {
      one: 'The number has six digits: one is missing.',
      other: `The number has six digits: ${count(missing)} are missing.`,
    }),

  // What a browser asks for.
  requests: 'Browsers that ask now',
  /**
   * " · " and the time follow. `browser` is such as "Firefox 143 on Windows"; `other` stands for what this page does not
   * know yet.
   */
  asks: {
    sign_in: (browser: View) => html`${browser} asks to sign in`,
    add_phone: (browser: View) => html`${browser} asks to add a phone`,
    remove_phone: (browser: View) => html`${browser} asks to remove a phone`,
    new_recovery_code: (browser: View) => html`${browser} asks to make a new recovery code`,
    add_link: (browser: View) => html`${browser} asks to link an account`,
    remove_link: (browser: View) => html`${browser} asks to unlink an account`,
    not_me: (browser: View) => html`${browser} asks to end a browser and take back what it did`,
    other: (browser: View) => html`${browser} asks for something that is new to this page`,
  },
  typeIt: 'Type the number it shows',
  /** What a screen reader says when a browser asks: one of `asks` as a sentence. */
  news: (asks: View) => html`${asks}. Type the number it shows.`,
  justNow: 'just now',
  /** The button by which a person says that they are not the one who asks. */
  notMe: 'Not me',
  scanInstead: 'Scan the code instead',

  // One browser's request.
  request: 'A browser asks',
  numberTo: {
    sign_in: 'Enter the number to sign in',
    add_phone: 'Enter the number to add a phone',
    remove_phone: 'Enter the number to remove a phone',
    new_recovery_code: 'Enter the number to make a new recovery code',
    add_link: 'Enter the number to link an account',
    remove_link: 'Enter the number to unlink an account',
    not_me: 'Enter the number to end a browser and take back what it did',
    other: 'Enter the number to go on',
  },
  numberOfThat: 'Read it off the screen of that browser. If it is not in front of you, choose “Not me”.',

  // Who is asking: names of facts, and what to think of it.
  asker: 'Who is asking',
  browser: 'Browser',
  place: 'Place',
  /** Its IP address, where the place is not known. */
  address: 'Address',
  /** Since when. */
  asked: 'Asked',
  itsNumber: 'Number',
  newBrowser: 'New browser',
  knownBrowser: 'Known browser',
  signedInAsYou: 'Signed in as you',
  adviceOnNew: 'It has not signed in as you before. Approve only if it is in front of you.',
  adviceOnAct: 'You are signed in there. Approve only if you have just asked for this.',

  // The yes.
  approval: 'Approve a sign-in',
  signInOn: {
    computer: 'Sign in on this computer?',
    phone: 'Sign in on this phone?',
    browser: 'Sign in on this browser?',
  },
  lifetime: 'Keep it signed in for',
  lifetimes: { '10m': '10 minutes', '24h': '24 hours', '30d': '30 days' },
  presence: 'Only while this page is open',
  presenceMore: 'It locks 90 seconds after you leave Nod on this phone.',
  /** For a screen reader, instead of `presence`. */
  presenceLabel: 'Only while this page is open on your phone',
  approve: { phone: 'Approve with fingerprint', computer: 'Approve with this computer' },
  unconfirmed: {
    phone: 'Your phone did not confirm, so nobody was let in. Approve again when you are ready.',
    computer: 'Your computer did not confirm, so nobody was let in. Approve again when you are ready.',
  },
  approved: 'Approved',
  /** `lifetime` is one of `lifetimes`. */
  signedIn: (browser: string, lifetime: string) => `${browser} is signed in for ${lifetime}.`,
  signedInHere: (browser: string, lifetime: string) =>
    `${browser} is signed in for ${lifetime}, as long as this page stays open.`,
  may: {
    add_phone: (browser: string) => `${browser} may add a phone now.`,
    remove_phone: (browser: string) => `${browser} may remove a phone now.`,
    new_recovery_code: (browser: string) => `${browser} may make a new recovery code now.`,
    add_link: (browser: string) => `${browser} may link an account now.`,
    remove_link: (browser: string) => `${browser} may unlink an account now.`,
    not_me: (browser: string) => `${browser} may end a browser and take back what it did now.`,
    other: (browser: string) => `${browser} may do it now.`,
  },
  backToSignIn: 'Back to signing in',

  // The no.
  denial: 'Deny a sign-in',
  notYou: 'Not you?',
  /** `ago` is such as "20 seconds ago". */
  askedTo: {
    sign_in: (browser: View, ago: View) => html`${browser} asked to sign in as you ${ago}.`,
    add_phone: (browser: View, ago: View) => html`${browser} asked to add a phone ${ago}.`,
    remove_phone: (browser: View, ago: View) => html`${browser} asked to remove a phone ${ago}.`,
    new_recovery_code: (browser: View, ago: View) =>
      html`${browser} asked to make a new recovery code ${ago}.`,
    add_link: (browser: View, ago: View) => html`${browser} asked to link an account ${ago}.`,
    remove_link: (browser: View, ago: View) => html`${browser} asked to unlink an account ${ago}.`,
    not_me: (browser: View, ago: View) =>
      html`${browser} asked to end a browser and take back what it did ${ago}.`,
    other: (browser: View, ago: View) =>
      html`${browser} asked for something that is new to this page ${ago}.`,
  },
  noFingerprint: 'Nobody is let in without your fingerprint. A no ends the waiting right away.',
  deny: 'Deny',
  denySignIn: 'Deny this sign-in?',
  denyAct: 'Deny this?',
  denyAndReport: 'Deny and report',
  didNotAsk: 'I did not ask for this',
  denied: 'Denied',
  deniedAndReported: 'Denied and reported',
  nobodyLetIn: 'Nobody was let in, and the browser that asked has been told no.',
  nothingDone: 'Nothing was done, and the browser that asked has been told no.',
  reported:
    'All else that waits was denied, too. If the browser was known, it is forgotten and rings no more.',
  stillSignedIn: 'It is still signed in: end it on the next screen.',

  // Why a request can no longer be answered.
  over: {
    expired: {
      title: 'This request has run out',
      text: 'A sign-in waits two minutes. If it was you, ask again in the browser.',
    },
    cancelled: {
      title: 'The browser stopped asking',
      text: 'The sign-in was cancelled there. Nobody was let in.',
    },
    answered: {
      title: 'Already answered',
      text: 'This sign-in was answered before. The next screen lists the browsers that are signed in.',
    },
    recovery: {
      title: 'No recovery is waiting',
      text: 'It was stopped, has ended, or is done: the activity of your account says which.',
    },
  },

  // Somebody, perhaps the person themselves, has begun to recover the account with its recovery code.
  recoveryNews: 'Somebody is recovering your account.',
  recovery: 'Somebody is recovering your account',
  /** `until` is a time of day. */
  recoveryUntil: (until: View) =>
    html`Your recovery code was given there. Until ${until} another phone can take the place of this one. If it is you, go on there. Stopping it voids the code, too.`,
  stop: 'Stop it',
  unstopped: 'Your phone did not confirm, so it goes on. Stop it again when you are ready.',
  stopped: 'The recovery is stopped',
  stoppedMore:
    'Nobody was let in. Somebody else has had your recovery code, so it is void. Make a new one now: in a browser that is signed in, under “Account”.',

  // The scanner.
  scanner: 'Scan the code',
  picture: 'The camera’s picture',
  point: 'Point the camera at the code on the other screen.',
  foreign: 'This code is not from Nod. Point at the one that Nod shows on the other screen.',
  camera: {
    refused: 'The camera is switched off for this page. Allow it in your browser’s settings, then try again.',
    missing: 'The camera cannot be used right now. Close other apps that use it, then try again.',
  },
  close: 'Close',

  failed: 'This phone’s browser could not do it. Close other prompts and try once more.',
  disabled: 'This account is switched off',
  disabledMore: 'Nobody can sign in with it now. Ask the people who run this site.',
  lookAgain: 'Look again',
};

/** Making a phone, or a computer that can check its person, the key. */
export const enrol = {
  title: { phone: 'Set up this phone', computer: 'Set up this computer' },
  /** `name` is such as "@ada". */
  signsIn: {
    phone: (name: View) => html`This phone will sign you in as ${name}.`,
    computer: (name: View) => html`This computer will sign you in as ${name}.`,
  },
  adds: {
    phone: (name: View) => html`This adds the phone to ${name}. Your other phones stay as they are.`,
    computer: (name: View) => html`This adds the computer to ${name}. Your other phones stay as they are.`,
  },
  onlyPhone: (name: View) => html`This makes it the only phone of ${name}.`,
  othersGo:
    'All other phones are removed, and every browser is signed out. Your browser shows a new recovery code then.',
  /** Whose key it is so far, and will be. */
  replaces: {
    phone: (before: View, name: View) =>
      html`This phone is already the key of ${before}. If you go on, it is the key of ${name} instead.`,
    computer: (before: View, name: View) =>
      html`This computer is already the key of ${before}. If you go on, it is the key of ${name} instead.`,
  },
  replacesAnother: {
    phone: (name: View) =>
      html`This phone is already the key of another account. If you go on, it is the key of ${name} instead.`,
    computer: (name: View) =>
      html`This computer is already the key of another account. If you go on, it is the key of ${name} instead.`,
  },
  name: { phone: 'A name for this phone', computer: 'A name for this computer' },
  nameMissing: 'Give the phone a name, such as “My phone”.',
  /**
   * The names that are offered where there is none of a product, such as "iPhone". They are kept, and all of the
   * person's browsers show them.
   */
  androidPhone: 'Android phone',
  thisComputer: 'This computer',
  willAsk: {
    phone: 'Your phone will ask for your fingerprint, your face or its code.',
    computer: 'Your computer will ask for your fingerprint, your face or its PIN.',
  },
  noKeys: 'This browser cannot keep a key. Open the link in Chrome, Safari or Firefox.',
  makeKey: { phone: 'Make this phone my key', computer: 'Make this computer my key' },
  makeOnlyPhone: 'Make this my only phone',
  waiting: { phone: 'Waiting for your phone', computer: 'Waiting for your computer' },
  unconfirmed: {
    phone: 'Your phone did not confirm, so no key was made. Try again when you are ready.',
    computer: 'Your computer did not confirm, so no key was made. Try again when you are ready.',
  },
  hasKey: {
    phone: (name: string) => `This phone has a key for @${name} already, so there is nothing to add.`,
    computer: (name: string) => `This computer has a key for @${name} already, so there is nothing to add.`,
  },
  ready: { phone: 'This phone is ready', computer: 'This computer is ready' },
  next: {
    registration: 'Go on in your browser. From now on, open this page when you sign in somewhere.',
    invite: 'It is one of your phones now.',
    recovery: 'It is your only phone now. Go on in your browser, and note the new recovery code there.',
  },
  dead: 'This link does not work',
};

/** The phone's settings, and what it shows of browsers and presence. */
export const phoneSettings = {
  title: { phone: 'This phone', computer: 'This computer' },
  /** `name` is such as "@ada". */
  signsIn: (name: View) => html`It signs you in as ${name}.`,
  name: 'Name',
  nameHint: 'You will see it in your browser when this phone lets you in.',
  save: 'Save the name',
  saving: 'Saving',
  renamed: (name: string) => `It is called ${name}.`,

  ringingTitle: 'Ringing',
  /** What each state means for the person, and what to do about it. iOS has "Share" and "Add to Home Screen". */
  ringing: {
    on: 'This phone rings when you sign in with a browser that you have used before.',
    off: 'This phone does not ring. Open this page when you sign in somewhere.',
    blocked:
      'Your browser keeps Nod from ringing this phone. Allow notifications for this site in its settings.',
    'after installing':
      'This phone can ring once Nod is on its home screen. Tap Share, then Add to Home Screen, and open Nod from there.',
    'not here': 'This browser cannot be rung. Open this page when you sign in somewhere.',
  },
  ring: 'Ring this phone',
  stopRinging: 'Stop ringing',
  wait: 'One moment',
  noPush: 'This browser’s push service does not answer. Try again later.',
  /** The offer to ring, on the home screen. */
  offer: 'Ring this phone when you sign in',
  offerMore: 'Only a browser that you have used before can make it ring. A stranger never can.',
  rings: 'This phone rings from now on',
  ringsMore: 'Tap the notification, and type the number that the browser shows.',
  notNow: 'Not now',

  installTitle: 'Put Nod on your home screen',
  install: 'Install',

  removal: 'Remove this phone',
  onlyWayIn: 'It is your only way in, so it stays: add another phone first, in a browser that is signed in.',
  removalMore: 'It can then approve nothing any more. To come back it has to be set up again.',
  remove: 'Remove',
  signOutToo: 'Also sign out the browsers that it let in',
  removeIt: 'Remove this phone',
  removing: 'Removing',
  removed: 'This phone is removed',
  /** How many browsers are signed out with it. */
  removedMore: (browsers: number) =>
    browsers === 0
      ? 'It approves nothing any more.'
      : plural(browsers, {
          one: 'It approves nothing any more, and one browser is signed out.',
          other: `It approves nothing any more, and ${count(browsers)} browsers are signed out.`,
        }),
  deletePasskey: 'You may delete its passkey in the phone’s settings.',

  browsers: 'Signed-in browsers',
  noBrowser: 'No browser is signed in. When you approve one, it stands here and you can end it from here.',
  more: 'Show more',
  /** In a list of facts; `ago` is such as "5 min. ago". */
  active: (ago: View) => html`active ${ago}`,
  /** A sign-in provider, by name. */
  letInBy: (provider: string) => `Let in by ${provider}`,
  end: 'End',
  /** For a screen reader; `session` is such as "Firefox 143 on Windows, signed in 08:57". */
  endOf: (session: string) => `End the session of ${session}`,
  endAll: 'End all',
  endQuestion: 'It is signed out within a second.',
  endIt: 'End this session',
  endAllQuestion: 'Every browser is signed out within a second.',
  endThemAll: 'End all sessions',
  ended: 'That browser is signed out.',
  allEnded: 'Every browser is signed out.',
  notMe: 'It wasn’t me',
  reportQuestion: (browser: string) =>
    `This ends ${browser}, hides what it wrote, and refuses every sign-in that waits for you now.`,
  report: 'End it and take it back',
  signedOut: (browser: string) => `${browser} is signed out.`,
  codeIsVoid: 'Your recovery code is void. Make a new one now, in a browser.',

  // Browsers that were let in only while this page is open.
  unlocked: (browsers: number) =>
    plural(browsers, {
      one: 'One browser is unlocked while this page is open',
      other: `${count(browsers)} browsers are unlocked while this page is open`,
    }),
  unlockedMore: (browsers: number) =>
    plural(browsers, {
      one: 'Close this page or leave it, and it is locked after 90 seconds, and signed out after ten minutes.',
      other:
        'Close this page or leave it, and they are locked after 90 seconds, and signed out after ten minutes.',
    }),
  awake: 'The screen stays on.',
  keepAwake: 'Keep the screen on yourself: this browser cannot.',
};

/** What rings a phone, or tells it of something, while no page is open. */
export const push = {};

/** Choosing a language. */
export const languages = {};

/** What only pages on one's own machine say: the practice phone, the demo provider. No deployment has it. */
export const practice = {
  /** Above the pages of the practice phone, which is one in software. */
  notice: 'Practice phone — only on this computer, never in a deployment',
  approve: 'Approve with practice fingerprint',
  /** Of the first, the second and so on. It is kept, as the names that other phones are offered. */
  name: (number: number) => (number === 1 ? 'Practice phone' : `Practice phone ${count(number)}`),
  account: 'Which account?',
  nameless: 'An account without a name',
  none: 'None of them',
};
