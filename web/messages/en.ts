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
export const phone = {};

/** Making a phone the key. */
export const enrol = {};

/** The phone's settings, and what it shows of browsers and presence. */
export const phoneSettings = {};

/** What rings a phone, or tells it of something, while no page is open. */
export const push = {};

/** Choosing a language. */
export const languages = {};
