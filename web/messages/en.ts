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
export const layout = {
  skip: 'Skip to the content',
  /** The name of the logo, which leads home. */
  logo: 'Nod, home',
  /** What the links to the main places are called together. */
  places: 'Main',
  /** The places: a few letters each, or they do not stand side by side on a phone. */
  home: 'Home',
  approve: 'Approve',
  /** Behind the place Approve, for screen readers; others see the number. */
  browsersWait: (browsers: number) =>
    plural(browsers, { one: '(one browser waits)', other: `(${count(browsers)} browsers wait)` }),
  signIn: 'Sign in',
  register: 'Register',
  account: 'Account',
  yourPosts: 'Your posts',
  /** What one's own name in the header leads to, for screen readers. */
  postsOf: (username: View) => html`${username}, your posts`,
  /** Said by screen readers once the place Approve has something to approve. */
  browserWaits: 'A browser waits for your yes. Open Approve.',
  offline: 'You are offline.',
  offlineMore: 'What you see may be old.',
  /** Over a private page that gets no answer. */
  silent: 'Nod cannot be reached',
  silentMore: 'This page is locked for now. It keeps trying and opens again by itself.',
  /** The same in a bar, below a page that can be read on. */
  silentBar: 'Nod cannot be reached.',
  silentBarMore: 'You can read on, and post again once it answers.',
  /** Over a private page of a browser that is let in only while the phone is there. */
  away: 'Your phone is away',
  awayMore:
    'This browser was let in only while your phone is here. Open Nod on your phone again, and this page goes on by itself.',
  awayBar: 'Your phone is away.',
  awayBarMore: 'You can read on. To post, open Nod on your phone again.',
  signOut: 'Sign out',
  cookiesNeeded:
    'Nod needs cookies to sign you in. Allow them for this site in your browser’s settings, then load this page again.',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
};

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
export const browsers = {};

/** Dates and waits. */
export const time = {};

/** Posts, the composer, home and profile. */
export const posts = {
  /** The home page's heading, for screen readers. */
  home: 'Home',
  introTitle: 'Say it with a nod.',
  introLead:
    'Nod is a small place for short posts. This screen shows a number, your phone asks for your fingerprint or face, and you are in. No password, ever.',
  register: 'Register',
  signIn: 'Sign in',
  /** In the place of the composer. */
  signedOut: 'You are signed out here.',
  everybodys: 'What people say',
  noneYet: 'Nothing here yet.',
  registerAndWrite: () => html`<a href="/register">Register</a> and write the first post.`,
  writeAbove: 'Write the first post above. Everybody will see it here.',
  /** The label of what is written, for screen readers. */
  yourPost: 'Your post',
  placeholder: 'What is on your mind?',
  /** Only the number is seen; the rest is for screen readers. */
  charactersLeft: (characters: number, number: View) =>
    html`${number}<span class="visually-hidden">${plural(characters, {
      one: ' character left',
      other: ' characters left',
    })}</span>`,
  /** The button. */
  post: 'Post',
  posted: 'Posted.',
  writeFirst: 'Write something first.',
  tooLong: (most: number, over: number) =>
    `A post has at most ${count(most)} characters. Take out ${count(over)} to post it.`,
  notLoaded: 'The posts did not come.',
  showMore: 'Show more',
  showLess: 'Show less',
  /** Only the first word is seen. */
  deleteThis: () => html`Delete<span class="visually-hidden"> this post</span>`,
  deleteAsk: 'Delete this post for good?',
  deleteYes: 'Delete',
  deleteNo: 'Keep it',
  deleted: 'Deleted.',
  postNotLoaded: 'The post did not come.',
  /** A document's title: the post's first words. */
  postTitle: (name: string, words: string) => `${name}: ${words} · Nod`,
  postBy: (name: View) => html`Post by ${name}`,
  /** @param username with its `@` */
  moreBy: (username: View) => html`More by ${username}`,
  toEverybodys: 'What everybody says',
  profileNotLoaded: 'The profile did not come.',
  /** What search engines are told of an author who wrote nothing yet. */
  profileDescription: (name: string) => `What ${name} says on Nod.`,
  /** Behind a username. @param month such as "November 2025" */
  since: (month: string) => `here since ${month}`,
  /** The heading over an author's posts, for screen readers. */
  authors: 'Posts',
  noneOfAuthor: 'No posts yet.',
  noneOfAuthorMore: 'When there are some, they will be here.',
  noneOfOwn: () => html`<a href="/">Write your first one</a> on the home page.`,
};

/** Pages that have nothing to show: not found, offline. */
export const missing = {
  goHome: 'Go home',
  page: 'There is no page here',
  pageMore: 'The address may be mistyped, or what it led to is gone.',
  post: 'There is no such post',
  postMore: 'It may have been deleted by its author.',
  /** The document's title. */
  postTitle: 'No such post · Nod',
  /** Where one has just deleted it oneself. */
  deleted: 'Your post is deleted',
  deletedMore: 'It is gone for everybody.',
  /** @param username with its `@` */
  author: (username: View) => html`Nobody is called ${username}`,
  authorMore: 'Look at the name again, or go back to what everybody says.',
  /** The document's title. */
  authorTitle: 'Nobody of this name · Nod',
  /** What search engines are told of all of these. */
  description: 'There is nothing here.',
  /** In place of any page, without a connection. */
  offline: 'No connection to Nod',
  offlineMore: 'This page opens by itself as soon as there is one. You need not do anything.',
  tryNow: 'Try now',
  trying: 'Trying',
  tryAgain: 'Try again',
};

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
export const languages = {
  title: 'Language',
  /** What it is for, in the account's settings. */
  lead: 'What Nod speaks here, and when it rings your phone.',
};

/** What only pages on one's own machine say: the practice phone, the demo provider. No deployment has it. */
export const practice = {};
