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
  /** Posts that were hidden. */
  postsShown: (posts: number) =>
    plural(posts, { one: 'One post is shown again.', other: `${count(posts)} posts are shown again.` }),
};

/** Why a call was refused, by its code. */
export const problems = {};

/** Browsers, their sessions and their places as all pages name them, and what a browser asks for. */
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
  title: 'Account',
  /** The card with the reader's own name, for screen readers. */
  you: 'You',
  signOut: 'Sign out',
  toActivity: 'See what happened to your account',

  /** The list of browsers that are signed in. */
  browsers: 'Browsers',
  showMore: 'Show more',
  /** Said by screen readers once the next ones of the list have come. */
  moreBrowsers: (browsers: number) =>
    plural(browsers, { one: '1 more browser.', other: `${count(browsers)} more browsers.` }),
  /** A mark on the one that is looked at. */
  thisBrowser: 'This browser',
  /** @param time relative, "2 days ago", or a day, "Mar 6", as in all entries that have a `time` */
  lastActive: (time: View) => html`last active ${time}`,
  /** Who let the browser in: a phone, by its name, or a sign-in provider. */
  approvedWith: (phone: View) => html`Approved with ${phone}`,
  letInBy: (provider: string) => `Let in by ${provider}`,
  /** The button that signs another browser out, and its name for screen readers; `which` is such as "Firefox 143 on Windows, signed in 08:57". */
  end: 'End',
  endWhich: (which: string) => `End ${which}`,
  /** The button for a browser that is somebody else's. */
  notMe: 'It wasn’t me',
  notMeWhich: (which: string) => `It wasn’t me: ${which}`,
  endOthers: 'End all others',
  noOthers: 'You are signed in nowhere else.',
  signedOut: (browser: string) => `${browser} is signed out.`,
  signedOutMany: (browsers: number) =>
    plural(browsers, {
      one: 'One browser is signed out.',
      other: `${count(browsers)} browsers are signed out.`,
    }),

  /** The question after "It wasn’t me", with its two pieces of advice. */
  notMeAsk:
    'This signs the browser out, hides what it wrote, and refuses every sign-in that waits for you now. You can show its posts again.',
  alsoPhone: (phone: View) =>
    html`It was approved with ${phone}. If you do not have that phone any more, remove it, too.`,
  alsoProvider: (provider: string) => `It was let in by ${provider}. Look there, too, who uses your account.`,
  endAndTakeBack: 'End it and take it back',
  /** Once it is done, behind `signedOut`: what the browser wrote. */
  nothingHidden: 'It had written nothing.',
  postsHidden: (posts: number) =>
    plural(posts, { one: 'One post is hidden.', other: `${count(posts)} posts are hidden.` }),
  codeVoid: () => html`Your recovery code is void. <a href="#recovery-title">Make a new one now</a>`,
  /** The posts that were hidden. */
  showAgain: 'Show them again',

  /** The list of phones that may say yes. */
  phones: 'Phones',
  phonesLead: 'Only these can say yes when a browser asks to be let in.',
  /** Of somebody who signs in with a provider only. */
  noPhone: 'You have no phone here yet. Add yours, and a nod from it lets you in, without your provider.',
  /** Facts about a phone, one beside the other. */
  addedAt: (time: View) => html`Added ${time}`,
  lastUsed: (time: View) => html`last used ${time}`,
  rings: 'rings when you sign in',
  ringsNot: 'does not ring',
  onlyWayIn: 'Your only way in: add another phone before you remove it.',
  rename: 'Rename',
  phoneName: 'A name for this phone',
  save: 'Save',
  renamed: (phone: string) => `The phone is now called ${phone}.`,
  remove: 'Remove',
  removeAsk: (phone: View) => html`Remove ${phone}? It can let nobody in any more.`,
  /** The same question of the last one; one of the next two follows. */
  onlyPhone: (phone: View) => html`${phone} is your only phone.`,
  onlyWhileOther: 'It can be removed only while there is another way in.',
  withoutIt: (provider: string) => `Without it you get in with ${provider} alone.`,
  /** To be ticked. */
  endItsSessions: 'Also sign out the browsers that it let in, this one too if it is among them',
  removePhone: 'Remove this phone',
  phoneRemoved: (phone: string) => `${phone} is removed.`,

  /** The button, and the title over the code that is scanned with the phone to add. */
  addPhone: 'Add a phone',
  scan: 'Scan this with the camera of the phone to add.',
  letItAsk: 'Let that phone ask for your fingerprint, face or PIN.',
  itAppears: 'It then appears in the list here.',
  /** What the code is, for people who cannot see it. */
  codeToScan: 'Code to scan with the camera of the phone to add',
  /** Before the button `putAway`, which takes the code to scan off the screen. */
  notNow: 'Not now?',
  putAway: 'Put the code away',
  waitingForPhone: 'Waiting for the new phone.',
  noneAdded: 'No phone was added within ten minutes. Start again when you have it at hand.',
  phoneAdded: (phone: string) => `${phone} is added. It can let you in from now on.`,

  recoveryCode: 'Recovery code',
  recoveryLead: 'With it you get back in when your phone is lost. A new one replaces the one before.',
  noCode: 'There is no code yet.',
  /** @param day such as "March 3" or "March 3, 2025" */
  codeFrom: (day: View) => html`You got a code on ${day}.`,
  makeCode: 'Make a code',
  makeNewCode: 'Make a new code',
  /** Said by screen readers: the new code was noted, and is not shown any more. */
  codeAway: 'The code is off the screen.',

  /** The list of browsers that have signed in before, signed in or not. */
  known: 'Browsers you have used',
  knownLead:
    'They ring your phone when they ask to sign in; no other browser does. Forget those that you do not use any more.',
  noneKnown: 'None. The next one that signs in stands here.',
  /** The whole list, which has so many. */
  showAll: (browsers: number) => `Show all ${count(browsers)}`,
  /** A mark on the one that is looked at. */
  thisOne: 'This one',
  knownSince: (time: View) => html`Known since ${time}`,
  knownAt: (place: string, time: View) => html`${place} · known since ${time}`,
  lastSignedIn: (time: View) => html`last signed in ${time}`,
  forget: 'Forget',
  forgotten: (browser: string) => `${browser} is forgotten.`,

  settings: 'Settings',
  theme: 'Theme',
  themeLead: 'How Nod looks here.',
};

/** The activity page, and its sentences by kind. */
export const activity = {
  title: 'Activity',
  lead: () => html`What happened to your account in the last 90 days. Something that was not you? End it under
    <a href="/account">Account</a>.`,
  nothingYet: 'Nothing has happened yet.',
  nothingYetMore: 'When a phone lets a browser in, or one is signed out, it stands here for 90 days.',
  /** Said by screen readers once the next ones of the list have come. */
  moreEntries: (entries: number) =>
    plural(entries, { one: '1 more entry.', other: `${count(entries)} more entries.` }),

  /**
   * In the place of a name that is not known, in any of the sentences below: in a form that fits all of them. The first
   * letter of a sentence becomes a capital by itself.
   */
  aPhone: 'a phone',
  aBrowser: 'a browser',
  aProvider: 'a provider',
  /** What happened: `browser` is such as "Firefox 143 on Windows", `phone` what its owner calls it. */
  registered: (browser: string, phone: string) =>
    `The account was made, in ${browser}, and ${phone} is its first phone`,
  registeredBy: (browser: string, provider: string) =>
    `The account was made by signing in with ${provider}, in ${browser}`,
  approved: (phone: string, browser: string) => `${phone} approved ${browser}`,
  /** A phone said yes to one thing that a browser asked for. */
  allowed: {
    add_phone: (phone: string, browser: string) => `${phone} let ${browser} add a phone`,
    remove_phone: (phone: string, browser: string) => `${phone} let ${browser} remove a phone`,
    new_recovery_code: (phone: string, browser: string) => `${phone} let ${browser} make a new recovery code`,
    add_link: (phone: string, browser: string) => `${phone} let ${browser} link an account`,
    remove_link: (phone: string, browser: string) => `${phone} let ${browser} unlink an account`,
    not_me: (phone: string, browser: string) =>
      `${phone} let ${browser} end a browser and take back what it did`,
  },
  denied: (phone: string, browser: string) => `${phone} said no to ${browser}`,
  /** A phone said no to one thing that a browser asked for. */
  refused: {
    add_phone: (phone: string, browser: string) => `${phone} did not let ${browser} add a phone`,
    remove_phone: (phone: string, browser: string) => `${phone} did not let ${browser} remove a phone`,
    new_recovery_code: (phone: string, browser: string) =>
      `${phone} did not let ${browser} make a new recovery code`,
    add_link: (phone: string, browser: string) => `${phone} did not let ${browser} link an account`,
    remove_link: (phone: string, browser: string) => `${phone} did not let ${browser} unlink an account`,
    not_me: (phone: string, browser: string) =>
      `${phone} did not let ${browser} end a browser and take back what it did`,
  },
  signedIn: (browser: string) => `${browser} signed in`,
  /** By whom or by what a session ended; `itself` where that is not known. */
  ended: {
    here: (browser: string) => `${browser} was signed out in that browser`,
    elsewhere: (browser: string) => `${browser} was signed out from another browser`,
    phone: (browser: string) => `${browser} was signed out from your phone`,
    not_me: (browser: string) => `${browser} was signed out because you said that it was not you`,
    admin: (browser: string) => `${browser} was signed out by an administrator`,
    provider: (browser: string) => `${browser} was signed out by the service that it came from`,
    phone_removed: (browser: string) => `${browser} was signed out because its phone was removed`,
    recovered: (browser: string) => `${browser} was signed out because the account was recovered`,
    idle: (browser: string) => `${browser} was signed out after a while in which nothing happened`,
    lifetime: (browser: string) => `${browser} was signed out because its time was over`,
    phone_away: (browser: string) => `${browser} was signed out because your phone was away for too long`,
    unanswered: (browser: string) => `${browser} was signed out because nobody answered`,
    denied: (browser: string) => `${browser} was signed out because your phone said no`,
    cancelled: (browser: string) => `${browser} was signed out because it was cancelled`,
    itself: (browser: string) => `${browser} was signed out by itself`,
  },
  endedAllElsewhere: (browsers: number) =>
    plural(browsers, {
      one: 'One browser was signed out at once, from another browser',
      other: `${count(browsers)} browsers were signed out at once, from another browser`,
    }),
  endedAllPhone: (browsers: number) =>
    plural(browsers, {
      one: 'One browser was signed out at once, from your phone',
      other: `${count(browsers)} browsers were signed out at once, from your phone`,
    }),
  endedAll: (browsers: number) =>
    plural(browsers, {
      one: 'One browser was signed out at once',
      other: `${count(browsers)} browsers were signed out at once`,
    }),
  hidden: (posts: number) =>
    plural(posts, { one: 'One post was hidden', other: `${count(posts)} posts were hidden` }),
  hiddenOf: (posts: number, browser: string) =>
    plural(posts, {
      one: `One post by ${browser} was hidden`,
      other: `${count(posts)} posts by ${browser} were hidden`,
    }),
  shown: (posts: number) =>
    plural(posts, { one: 'One post was shown again', other: `${count(posts)} posts were shown again` }),
  invited: (browser: string) => `${browser} showed a code to add a phone`,
  added: (phone: string) => `${phone} was added`,
  removed: (phone: string) => `${phone} was removed`,
  renewed: 'A new recovery code was made',
  revoked: 'The recovery code was made void',
  begun: (browser: string) => `${browser} began to recover the account with the recovery code`,
  stopped: (phone: string, browser: string) =>
    `${phone} stopped the recovery by ${browser}, and the recovery code is void`,
  recovered: (phone: string) => `The account was recovered with the recovery code, for ${phone}`,
  linked: (provider: string) => `Signing in with ${provider} was switched on`,
  unlinked: (provider: string) => `Signing in with ${provider} was switched off`,
  /** @param browser one that rings the phone from now on when it asks to sign in */
  browserKnown: (browser: string, provider: string) =>
    `${browser} is known from now on, let in by ${provider}`,
  browserForgotten: (browser: string) => `${browser} was forgotten`,

  /** Posts that were hidden. */
  showAgain: 'Show again',
  saveReceipt: 'Save the receipt',
  receiptSaved: 'The receipt is saved.',
  howToCheck: 'How to check a receipt',
  whatReceiptHas:
    'A receipt has what your phone signed to let a browser in, or do one thing, the signature, and your phone’s public key. To check it you need nothing of ours, only Node.js:',
  checkSave: 'Save a receipt from the list above.',
  checkScript: (script: View) =>
    html`Save ${script}, and read it: it is one short page, and asks nobody anything.`,
  checkRun: (command: View) => html`Run ${command} where both files are.`,
  whatCheckSays:
    'It says what was approved, whether the signature is that key’s, and whether your fingerprint, your face or your PIN was checked for it.',
};

/** The phone's page: approving and what is around it. */
export const phone = {};

/** Making a phone the key. */
export const enrol = {};

/** The phone's settings, and what it shows of browsers and presence. */
export const phoneSettings = {};

/** What rings a phone, or tells it of something, while no page is open. */
export const push = {};

/** Choosing a language. */
export const languages = {};
