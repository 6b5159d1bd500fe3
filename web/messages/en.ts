/**
 * All that Nod says, in English. Every other language has exactly these entries, or does not compile; README says how one
 * is added, and `npm run messages -- es` where each is used. An entry is a whole sentence, or what stands alone: nothing
 * is made of pieces, because another language has other pieces. What a person wrote, names, numbers and codes come as
 * parameters.
 */
import type { NotifiedKind } from '../../shared/activity/activity.ts';
import type { AlertKind } from '../../shared/alerts/alert.ts';
import type { Missing } from '../../shared/errors.ts';
import type { ReportReason } from '../../shared/reports/report.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import type { Reason } from '../../shared/sessions/session.ts';
import type { ActGroup } from '../../shared/undo/undoable.ts';
import { html, type View } from '../lib/html.ts';
import { count, plural } from '../lib/language.ts';
import type { ProblemWords, Wait, WrittenField } from '../lib/problem-sentence.ts';

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
  hidden: { title: 'Muted and blocked · Nod', description: 'Whom you have muted and blocked.' },
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
  people: { title: 'Followers · Nod', description: 'Who follows somebody, and whom they follow.' },
  search: { title: 'Search · Nod', description: 'Find posts, people and tags.' },
  tag: { title: 'Tag · Nod', description: 'Posts with one tag.' },
  saved: { title: 'Saved · Nod', description: 'The posts that you have saved.' },
  notices: {
    title: 'Notices · Nod',
    description: 'Who follows, mentions and answers you, and what changes on your account.',
  },
  chats: { title: 'Messages · Nod', description: 'What you and others write to each other.' },
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
  /** Between two sentences, each with a mark at its end. */
  space: ' ',
  /** Buttons. */
  cancel: 'Cancel',
  tryAgain: 'Try again',
  loadMore: 'Load more',
  /** Does nothing to what it was asked about, such as a phone that was to be removed. */
  keep: 'Keep',
  listFailed: 'The list did not come.',
  phoneNameMissing: 'Give the phone a name, such as “My phone”.',
  /** Said by screen readers once the next ones of a list have come. */
  morePosts: (posts: number) => plural(posts, { one: '1 more post.', other: `${count(posts)} more posts.` }),
  /** Posts that were hidden. */
  postsShown: (posts: number) =>
    plural(posts, { one: 'One post is shown again.', other: `${count(posts)} posts are shown again.` }),
};

const tryAgain = (wait: Wait | undefined): string =>
  wait === undefined
    ? 'Try again in a minute.'
    : plural(wait.minutes, {
        one: `You can try again at ${wait.at}, in a minute.`,
        other: `You can try again at ${wait.at}, in ${count(wait.minutes)} minutes.`,
      });

/** Why something could not be done. */
export const problems = {
  unreachable: 'Nod cannot be reached. Check your connection and try again.',
  // Where Nod says why, and this page does not know what that means.
  muchAtOnce: (wait: Wait | undefined) => `That was a lot at once. ${tryAgain(wait)}`,
  failed: 'Something went wrong on our side. Try again in a moment.',
  refused: 'Nod did not do this. Load the page again, then try once more.',

  // What somebody typed.
  fields: {
    username: 'A username has 3 to 20 letters (a–z), digits or underscores.',
    displayName: 'A name has 1 to 50 characters on one line, at least one of which can be seen.',
    // Of a phone.
    name: 'A phone’s name has 1 to 40 characters on one line, at least one of which can be seen.',
    // Of a post.
    body: 'A post is text of 1 to 500 characters, at least one of which can be seen.',
    // The recovery code.
    code: 'There is a typo in this code. Compare it with what you noted, character by character.',
    number: 'The number has six digits.',
  } satisfies Record<WrittenField, string>,
  invalidInput: 'Nod could not read what this page has sent. Load the page again, then try once more.',

  codes: {
    not_signed_in: 'Sign in first.',
    signed_in_as_other: 'You are signed in under another name.',
    not_waiting: 'This browser is not waiting for a sign-in. Start again.',
    not_awaiting_input: 'This browser is not waiting for an answer. Start again.',
    not_a_phone: 'This is not an enrolled phone.',
    reauth_required: 'Confirm that it is you, then try again.',
    phone_away: 'Your phone is away. Come back with it to go on.',
    blocked: 'You cannot do that here: one of you has blocked the other.',
    user_disabled: 'This account is disabled.',
    may_not_reply: 'Whoever began this thread chose who may reply.',
    not_editable: ({ why }): string =>
      why === 'late' ? 'A post can be edited for 24 hours.' : 'This post was edited as often as is possible.',
    too_many_hidden: ({ most }) =>
      plural(most, { other: `That is ${count(most)} people already. Take one back before you add another.` }),
    username_taken: 'This name is taken. Choose another one.',

    // Confirmations: the fingerprint, face or PIN that a phone or computer asks for.
    assertion_refused: ({ what }): string =>
      what === 'passkey'
        ? 'This passkey belongs to no phone here: it may have been removed.'
        : 'This confirmation is not from your phone. Try once more.',
    challenge_used: 'This confirmation was used or took too long. Try once more.',
    attestation_refused: ({ what }): string =>
      what === 'passkey'
        ? 'This phone’s passkey could not be checked. Try once more.'
        : 'This phone made a key that is too weak or cannot be used. Try another passkey app, or another phone.',

    // The number that a phone is told, and what becomes of the sign-in that shows it.
    number_unknown: 'No sign-in shows this number now. Look at the screen again.',
    number_crowded_out: 'Too many ask under your name. Start again on the other screen.',
    too_many_numbers: (wait) => `Too many numbers were wrong. ${tryAgain(wait)}`,
    not_approved: 'Your phone has not approved this sign-in yet.',
    already_answered: 'This sign-in has been answered already.',
    already_completed: 'This sign-in has been completed already.',
    session_ended: 'This sign-in is over.',

    // The link in a code that a phone scans to be added.
    ticket_unknown: 'This link is not known here. Scan the code on your screen again.',
    ticket_used: ({ what }) => ticketUsed[what],
    ticket_expired: ({ what }): string =>
      what === 'link'
        ? 'This link is more than ten minutes old. Start again in your browser.'
        : 'The browser that invited this phone is signed out. Invite it again.',
    too_many_follows: ({ most }) => `You follow ${count(most)} people already. Unfollow somebody first.`,
    too_many_phones: ({ most }) =>
      plural(most, { other: `You have ${count(most)} phones already. Remove one before you add another.` }),
    last_sign_in_method: ({ method }): string =>
      method === 'phone'
        ? 'This is your only way in. Add another one before you remove it.'
        : 'This is your last way in. Add a phone or another account first.',
    endpoint_refused: 'A phone can only be rung through a public push service.',

    // The recovery code.
    code_unknown: 'This name and this code do not belong together.',
    recovery_not_stopped: 'This recovery could not be stopped. Look again.',

    // Providers that one can sign in with, such as GitHub.
    provider_unknown: 'There is no such way to sign in here.',
    provider_refused: 'The provider did not let you in, or its answer does not hold. Nothing was changed.',
    provider_declined: ({ provider }) =>
      `You came back from ${provider} without signing in there. Nothing was changed.`,
    provider_account_refused: ({ provider }) => `Your account at ${provider} may not sign in here.`,
    signed_out_there: ({ provider }) =>
      `You have signed out at ${provider} in the meantime. Nothing was changed. Start again.`,
    authorization_unknown:
      'This sign-in was not begun in this browser, was used already, or took more than ten minutes. Start again.',
    provider_unavailable: 'The provider that you sign in with did not answer. Try again in a moment.',
    provider_not_ready: 'This way to sign in is not ready. Try again in a moment.',
    link_taken: 'This account belongs to another user here already.',
    already_linked: ({ provider }) => `You have a link to ${provider} already. Remove that one first.`,

    // Pictures.
    image_type_refused: 'That is no picture that Nod takes. Use JPEG, PNG, WebP, GIF or AVIF.',
    image_unreadable: 'This picture could not be read: it may be damaged or incomplete. Choose another one.',
    image_too_large: ({ most }) => `A picture has at most ${count(most)} megapixels.`,
    image_taken: 'A post has this picture already. Add it anew.',

    not_found: ({ what }) => nothingFound[what],
    conflict: 'Something else was faster. Look again and decide.',
    too_many: (wait) => `There were too many requests. ${tryAgain(wait)}`,
    too_large: 'That is more than Nod takes at once.',
    store_unavailable: 'The store did not answer. Try again in a moment.',
    internal: 'Something went wrong on our side. Nothing was changed.',

    // Which no page does: only a program, or something between the page and Nod.
    invalid_json: 'Nod could not read what was sent.',
    unsupported_media_type: 'Nod could not read what was sent.',
    cross_origin_refused: 'This call did not come from a page of this site.',
    direct_access_refused: 'Nod is called at the address of its site.',
  } satisfies ProblemWords,
};

const ticketUsed = {
  link: 'This link has been used already. Start again in your browser.',
  code: 'This recovery code has been used or replaced meanwhile.',
  phone: 'This phone has been removed meanwhile.',
};

const nothingFound: Record<Missing, string> = {
  phone: 'There is no such phone.',
  session: 'There is no such session.',
  signin: 'There is no such sign-in.',
  recovery: 'There is no such recovery.',
  link: 'There is no such link.',
  receipt: 'There is no receipt of this session.',
  browser: 'This browser is not known, or not any more.',
  post: 'There is no such post.',
  message: 'There is no such message.',
  image: 'There is no such picture.',
  user: 'Nobody has this name.',
  route: 'There is no such page.',
  thing: 'There is no such thing, or not any more.',
};

/** The page that somebody sees who comes back from a provider, and something was wrong there. */
export const notice = {
  title: 'That did not work · Nod',
  heading: 'That did not work',
  backToAccount: 'Back to your account',
  signInAgain: 'Sign in again',
  goHome: 'Go home',
  // What the logo is called.
  logo: 'Nod, home',
};

/** What browsers and their systems are called. */
export const names = {
  /** What a browser is called: "Firefox 143 on Windows". */
  browserOn: (browser: string, os: string) => `${browser} on ${os}`,
  /** Browsers and systems that have no name, in the place of one of the two. */
  unnamed: {
    'Unknown browser': 'Unknown browser',
    'Unknown system': 'Unknown system',
    'Android app': 'Android app',
    'iOS app': 'iOS app',
  },
};

/** Browsers, their sessions and their places as all pages name them, and what a browser asks for. */
export const browsers = {
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
  /** What the session did besides, each with how many. */
  takenActs: {
    follows: (acts: number) =>
      plural(acts, {
        one: 'a change to whom you follow',
        other: `${count(acts)} changes to whom you follow`,
      }),
    hides: (acts: number) =>
      plural(acts, {
        one: 'a change to whom you mute or block',
        other: `${count(acts)} changes to whom you mute or block`,
      }),
    marks: (acts: number) =>
      plural(acts, {
        one: 'a like, a repost or a saved post',
        other: `${count(acts)} likes, reposts and saved posts`,
      }),
    posts: (acts: number) =>
      plural(acts, { one: 'a change to a post', other: `${count(acts)} changes to posts` }),
    profile: (acts: number) =>
      plural(acts, { one: 'a change to your profile', other: `${count(acts)} changes to your profile` }),
    messages: (acts: number) => plural(acts, { one: 'a message', other: `${count(acts)} messages` }),
    reports: (acts: number) => plural(acts, { one: 'a report', other: `${count(acts)} reports` }),
    settings: (acts: number) =>
      plural(acts, { one: 'a change to your settings', other: `${count(acts)} changes to your settings` }),
  } satisfies Record<ActGroup, (acts: number) => string>,
  /** Behind them, where there are more than were counted. */
  takenMore: 'more that has not been counted yet',
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
  /** The button on somebody’s page that leads to one’s conversation with them. */
  writeTo: 'Message',
  deleteThis: () => html`Delete<span class="visually-hidden"> this post</span>`,
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
  /** The link to a feed, which programs read. */
  feed: 'Follow by feed',
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
export const signin = {
  title: 'Sign in',
  lead: 'Say who you are, then nod from your phone. There is no password.',
  username: 'Username',
  askMyPhone: 'Ask my phone',
  usePasskey: { phone: 'Use a passkey on this phone', computer: 'Use a passkey on this computer' },
  /** The browser’s own dialog was closed or ran out, or there was no passkey: nobody can tell which. */
  noPasskey: 'No passkey was used. Try again, or ask your phone.',
  newHere: () => html`New here? <a href="/register">Register</a>`,
  lostPhone: () => html`Lost your phone? <a href="/recover">Use your recovery code</a>`,
  signedInAs: (username: View, next: string) =>
    html`You are signed in as ${username}. <a href=${next}>Go on to Nod</a>, or sign in anew.`,

  /** Above the form to sign in with: why the session is over. */
  reasons: {
    here: 'You signed out.',
    elsewhere: 'This session was ended from another browser.',
    phone: 'This session was ended from your phone.',
    not_me: 'This session was reported as somebody else’s, and ended.',
    admin: 'This session was ended by an administrator.',
    provider: 'This session was ended by the service that you signed in with.',
    phone_removed: 'The phone that approved this session was removed, so the session ended.',
    recovered: 'The account was recovered, so all its sessions ended.',
    idle: 'Nothing happened here for a while, so this session ended.',
    lifetime: 'The time that you chose for this session is over.',
    phone_away: 'Your phone was away for too long, so this session ended.',
    unanswered: 'Your phone did not answer in time.',
    denied: 'Your phone said no to this sign-in.',
    cancelled: 'This sign-in was cancelled.',
  } satisfies Record<Reason, string>,

  nodFromPhone: 'Nod from your phone',
  /** `address`: such as nod.example/phone. The number and the code stand below. */
  enterNumber: (address: View) =>
    html`Open Nod on your phone, at ${address}, and enter this number. Or scan the code.`,
  /** What the QR code is, for people who cannot see it. */
  codeToScan: 'Code to scan with your phone’s camera',
  approveHere: 'Approve here',
  /** A button: makes the machine that one holds or sits at the phone that lets one in. */
  useThis: { phone: 'Use this phone', computer: 'Use this computer' },
  /** Between one of these two buttons and the code. */
  orAnotherPhone: 'Or use another phone:',
  orYourPhone: 'Or use your phone:',
  /** Before the minutes and seconds that are left: "Waiting for your phone · 1:59". */
  waiting: 'Waiting for your phone',
  found: 'Found on your phone. Approve it there',
  /** The same as `waiting`, read aloud. */
  nowWaiting: 'Waiting for your phone.',
  unreachable: 'Nod cannot be reached. Still trying.',
  /** Before "Cancel". */
  changedMind: 'Not you, or changed your mind?',

  phoneSaidYes: 'Your phone said yes.',
  passkeyAccepted: 'Your passkey was accepted.',
  signingIn: 'Signing you in',
  /** Read aloud. `said`: such as "Your phone said yes." */
  saidSigningIn: (said: string) => `${said} Signing you in.`,
  notYet: 'Not signed in yet',
  startAgain: 'Start again',
  startWhenYouLike: 'Start again when you like.',
  /** `sentence`: why it is over. */
  thenStartAgain: (sentence: string) => `${sentence} Start again.`,
  replaced: 'A newer sign-in was started in another tab. Go on there, or start again here.',
  gone: 'This browser is not waiting any more. Start again.',
  denied: 'Your phone said no. If that was a slip, start again.',
  stoppedRecovery:
    'A phone of this account stopped the recovery, and the code is void. Sign in with that phone instead.',
  late: 'Your phone had said yes already. Nobody was signed in here, and the approval ends by itself within two minutes.',
  unanswered: {
    signin: 'Your phone did not answer within two minutes. Start again when you have it at hand.',
    register:
      'No phone was added within ten minutes, so the name is free again. Start again when you have yours at hand.',
    recover:
      'No phone was added within ten minutes, so nothing has changed and your code still holds. Start again when you have the new phone at hand.',
  },
  cancelled: {
    signin: 'Cancelled. Nobody was signed in.',
    register: 'Cancelled. The name is free again.',
    recover: 'Cancelled. Nothing has changed, and your code still holds.',
  },

  confirm: 'Confirm with your phone',
  /** What the phone is asked again for. `name`: the phone’s or the browser’s. */
  confirmTo: {
    add_phone: () => 'It takes a nod from your phone to add a phone.',
    remove_phone: (name) => html`It takes a nod from your phone to remove ${name}.`,
    new_recovery_code: () => 'It takes a nod from your phone to make a new recovery code.',
    add_link: () => 'It takes a nod from your phone to link an account.',
    remove_link: () => 'It takes a nod from your phone to unlink an account.',
    not_me: (name) => html`It takes a nod from your phone to end ${name}.`,
  } satisfies Record<Act, (name: View) => View | string>,
  askAgain: 'Ask again',
};

/** Making an account. */
export const register = {
  title: 'Choose your name',
  lead: 'Then your phone becomes the way in. There is no password to make up.',
  yourName: () => html`Your name <span class="muted">(optional)</span>`,
  yourNameHint: 'Shown beside your posts. Leave it empty to be called by your username.',
  reserve: 'Reserve this name',
  haveName: () => html`Have a name already? <a href="/signin">Sign in</a>`,
  /** Below the field for the username, while it is typed, or why it cannot be taken. */
  nameRule: '3 to 20 letters a–z, digits or _.',
  twoMore: 'Two more characters at least.',
  oneMore: 'One more character at least.',
  tooLong: (characters: number) => `That is ${count(characters)} characters; a name has at most 20.`,
  noSpaces: 'A name has no spaces; use _ instead.',
  notIn: (character: string) => `A name has letters a–z, digits and _ only, so no ${character}.`,
  youWillBe: (username: string) => `You will be ${username}.`,
  chooseName: 'Choose a name.',

  addPhone: 'Add your phone',
  wayIn: (username: View) => html`It becomes the way in for ${username}.`,
  scan: 'Scan this with your phone’s camera.',
  letItAsk: 'Let your phone ask for your fingerprint, face or PIN.',
  comeBack: 'Come back to this screen.',

  /** Below it stands the phone’s name, or `yourPhone` where it has none. */
  isItYours: 'Is this your phone?',
  yourPhone: 'your phone',
  added: (username: View) => html`It was just added to ${username}, and will let you in from now on.`,
  yes: 'Yes, sign me in',
  no: 'No, stop',
  notYours:
    'Nobody was signed in here. What that phone approved ends by itself within two minutes. The name belongs to that phone now, so start again with another one.',
};

/** The recovery code, and recovering by it. */
export const recovery = {
  title: 'Lost your phone?',
  lead: 'With your recovery code you make another phone the way in.',
  code: 'Recovery code',
  codeHint: 'As you noted or printed it. Capitals, spaces and dashes do not matter.',
  /** Before the three that follow, which are a list. */
  onceScanned: 'Once your new phone has scanned:',
  phonesGo: 'all other phones are removed from your account,',
  browsersGo: 'all browsers are signed out,',
  codeGoes: 'this code is spent, and you get a new one.',
  goOn: 'Go on',
  foundIt: () => html`Found it? <a href="/signin">Sign in</a>`,
  noCode: 'Type the recovery code that you noted.',
  wrongLength: (characters: number) =>
    `A code has 28 characters, in seven groups of four. This one has ${count(characters)}.`,
  typo: 'There is a typo in this code. Compare it with what you noted, character by character.',

  scanTitle: 'Scan with your new phone',
  onlyWayIn: (username: View) =>
    html`It becomes the only way in for ${username}. Nothing changes until then.`,
  scan: 'Scan this with the camera of the phone that you have now.',
  letItAsk: 'Let that phone ask for your fingerprint, face or PIN.',
  comeBack: 'Come back to this screen for your new recovery code.',
  codeToScan: 'Code to scan with the camera of your new phone',

  makeTitle: 'For the day you lose your phone',
  makeLead:
    'With a recovery code and your name you make another phone the way in. Without your phone and without the code nobody can open your account again, and neither can we.',
  make: 'Make my recovery code',
  /** "Account" as the navigation calls it. */
  skip: (next: string) =>
    html`<a href=${next}>Skip this for now</a>. Until you make a code under “Account”, losing your only phone means
      losing this account.`,

  yourCode: 'Your recovery code',
  keepIt:
    'This is the only time that it is shown. Keep it on paper or in a password manager, and not on your phone alone.',
  /** The same, where it is shown on the phone itself. */
  keepItElsewhere: () =>
    html`This is the only time that it is shown. <strong>Note it somewhere else than on this phone</strong>, because it
      is for the day when this phone is lost.`,
  /** On paper, below the code. `host`: such as nod.example, `address`: that of the page to go to. */
  printedFor: (username: View, host: string) => html`For ${username} on ${host}.`,
  printedHow: (address: string) =>
    `If your phone is lost: open ${address}, type your name and this code, and scan the code on the screen with your new phone. Then all other phones are removed, all browsers are signed out, and you get a new code. This one is then spent.`,
  copy: 'Copy',
  print: 'Print',
  noted: 'I have noted it',
  copied: 'Copied. Paste it where only you can read it.',
  notCopied: 'It could not be copied. Select the code and copy it yourself.',
};

/** Sign-in providers. */
export const social = {
  /** `provider` is its name, such as Google. */
  continueWith: (provider: string) => `Continue with ${provider}`,
  /** Between two ways to sign in. */
  or: 'or',

  saidYes: 'Your provider said yes.',
  failed: 'That did not work',
  goBack: 'Go back',
  newHere: (provider: string) => `You are new here. ${provider} lets you in from now on, under this name.`,
  create: 'Create my account',
  haveName: (provider: string) =>
    html`Have a name already? <a href="/signin">Sign in</a> with it, then link ${provider} to it.`,
  signedInAs: (username: View, provider: string) =>
    html`You are signed in as ${username}. To add ${provider} to that account, <a href="/account">link it there</a>;
      here you create another one.`,
  linkThis: 'Link this account?',
  /** "This person": the account at the provider, which is named below. */
  linkMeans: (provider: string) =>
    `From now on, whoever signs in at ${provider} as this person gets into your account here.`,
  linkIt: 'Link it',
  dontLink: 'Don’t',
  provider: 'Provider',
  accountThere: 'Account there',

  linkedAccounts: 'Linked accounts',
  whatFor: 'With a linked account you can sign in without your phone.',
  link: (provider: string) => `Link ${provider}`,
  /** Facts below an account’s name, one beside the other. */
  linkedOn: (when: View) => html`linked ${when}`,
  lastUsed: (when: View) => html`last used ${when}`,
  onlyWayIn: 'Your only way in: add a phone before you unlink it.',
  unlink: 'Unlink',
  linked: 'The account is linked.',
  unlinked: 'The account is unlinked.',

  confirm: 'Confirm that it is you',
  /** What somebody without a phone is sent to the provider for. `name`: the phone’s or the browser’s. */
  confirmTo: {
    add_phone: (provider) => `Sign in with ${provider} once more to add a phone.`,
    remove_phone: (provider, name) => html`Sign in with ${provider} once more to remove ${name}.`,
    new_recovery_code: (provider) => `Sign in with ${provider} once more to make a new recovery code.`,
    add_link: (provider) => `Sign in with ${provider} once more to link an account.`,
    remove_link: (provider) => `Sign in with ${provider} once more to unlink an account.`,
    not_me: (provider, name) => html`Sign in with ${provider} once more to end ${name}.`,
  } satisfies Record<Act, (provider: string, name: View) => View | string>,
  youComeBack: 'You come back to this page.',
  notConfirmed: (provider: string) => `${provider} did not confirm it`,
  /** Somebody was at the provider, which had them signed in from before; the next two entries follow. */
  cameBack: (provider: string) =>
    `You came back, but ${provider} did not say that you signed in there just now.`,
  neededTo: {
    add_phone: () => 'Nod needs that to add a phone.',
    remove_phone: (name) => html`Nod needs that to remove ${name}.`,
    new_recovery_code: () => 'Nod needs that to make a new recovery code.',
    add_link: () => 'Nod needs that to link an account.',
    remove_link: () => 'Nod needs that to unlink an account.',
    not_me: (name) => html`Nod needs that to end ${name}.`,
  } satisfies Record<Act, (name: View) => View | string>,
  signOutThere: (provider: string) =>
    `Sign out at ${provider}, then try once more. If it never says when you signed in, it cannot be used for this.`,
};

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
    'This signs the browser out, hides what it wrote, undoes what else it did, and refuses every sign-in that waits for you now. You can show its posts again, and nothing else.',
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

  /** Of what else phones tell: a list of what one can tick. */
  alerts: 'Alerts on your phones',
  alertsLead:
    'Phones that ring can tell you of this, too, also while they are locked: who it is and how a post begins, and never what a message says.',
  alertsOf: {
    mentions: 'When somebody mentions you',
    replies: 'When somebody replies to you',
    messages: 'When somebody writes you a message',
  } satisfies Record<AlertKind, string>,
  noneRings: 'None of your phones rings yet. That is switched on there, on the phone’s own page.',

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
  /** What a browser did besides writing, because it was reported. */
  undone: (acts: number, browser: string) =>
    plural(acts, {
      one: `One thing that ${browser} had done was undone`,
      other: `${count(acts)} things that ${browser} had done were undone`,
    }),
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
    `This ends ${browser}, hides what it wrote, undoes what else it did, and refuses every sign-in that waits for you now.`,
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

/**
 * What rings a phone, or tells it of something, while no page is open: a title of a few words, and below it a sentence or
 * two. What is not known is `undefined`.
 */
export const push = {
  // `browser` is such as “Firefox 143 on Windows”.
  asks: {
    sign_in: (browser) => `${browser} asks to sign in`,
    add_phone: (browser) => `${browser} asks to add a phone`,
    remove_phone: (browser) => `${browser} asks to remove a phone`,
    new_recovery_code: (browser) => `${browser} asks to make a new recovery code`,
    add_link: (browser) => `${browser} asks to link an account`,
    remove_link: (browser) => `${browser} asks to unlink an account`,
    not_me: (browser) => `${browser} asks to end a browser and take back what it did`,
  } satisfies Record<Act | 'sign_in', (browser: string) => string>,
  // Below that; the place is such as “Lisbon, Portugal”.
  typeTheNumber: (place: string | undefined) =>
    place === undefined
      ? 'Open Nod and type the number that it shows.'
      : `${place}. Open Nod and type the number that it shows.`,

  // `device` is a phone by the name that its owner gave it, `provider` such as GitHub.
  changes: {
    phone_invited: () => 'One more phone was invited to your account',
    phone_added: ({ device }) =>
      device === undefined ? 'A phone was added to your account' : `${device} was added to your account`,
    phone_removed: ({ device }) =>
      device === undefined
        ? 'A phone was removed from your account'
        : `${device} was removed from your account`,
    recovery_renewed: () => 'Your account has a new recovery code',
    recovery_revoked: () => 'Your recovery code is void',
    recovery_begun: () => 'Somebody is recovering your account',
    recovered: ({ device }) =>
      device === undefined
        ? 'Your account was recovered, for another phone'
        : `Your account was recovered, for ${device}`,
    recovery_stopped: ({ device }) =>
      device === undefined
        ? 'A phone stopped the recovery of your account'
        : `${device} stopped the recovery of your account`,
    link_added: ({ provider }) =>
      provider === undefined ? 'Another site can now sign you in' : `${provider} can now sign you in`,
    link_removed: ({ provider }) =>
      provider === undefined ? 'Another site signs you in no more' : `${provider} signs you in no more`,
    browser_added: ({ browser }) =>
      browser === undefined ? 'A browser can now ring your phone' : `${browser} can now ring your phone`,
    browser_forgotten: ({ browser }) =>
      browser === undefined
        ? 'A browser was forgotten, and rings no more'
        : `${browser} was forgotten, and rings no more`,
  } satisfies Record<NotifiedKind, (facts: ChangeFacts) => string>,
  thisPhoneRemoved: 'This phone was removed from your account',

  // Below that.
  ofRemovedPhone:
    'It approves nothing any more. If it was not you, sign in another way and look at your phones.',
  stopIt: (browser: string | undefined, place: string | undefined) => {
    const who = browser ?? 'A browser';
    return place === undefined
      ? `${who} has your recovery code. If it is not you, tap here and stop it.`
      : `${who}, ${place}, has your recovery code. If it is not you, tap here and stop it.`;
  },
  codeIsVoid: 'Your recovery code is void. Make a new one in a browser that is signed in.',
  ifNotYou: 'If it was not you, open Nod and end the browsers that you do not know.',

  // `name` is somebody’s, who has done something.
  alerts: {
    mentions: (name) => `${name} mentioned you`,
    replies: (name) => `${name} replied to you`,
    messages: (name) => `New message from ${name}`,
  } satisfies Record<AlertKind, (name: string) => string>,
};

type ChangeFacts = Record<'device' | 'provider' | 'browser', string | undefined>;

/** Choosing a language. */
export const languages = {
  title: 'Language',
  /** What it is for, in the account's settings. */
  lead: 'What Nod speaks here. You choose a phone’s on the phone itself.',
};

/** What only pages on one's own machine say: the practice phone, the demo provider. No deployment has it. */
export const practice = {
  /** Below the code to scan; the practice phone is a page that stands in for a phone. */
  noPhone: 'No phone at hand?',
  openPhone: 'Open the practice phone',
  openSecondPhone: 'Open a second practice phone',
  /** Below "Continue with" the demo provider. */
  demo: 'Two made-up people, on this machine only',
  /** Above the pages of the practice phone, which is one in software. */
  notice: 'Practice phone — only on this computer, never in a deployment',
  approve: 'Approve with practice fingerprint',
  /** Of the first, the second and so on. It is kept, as the names that other phones are offered. */
  name: (number: number) => (number === 1 ? 'Practice phone' : `Practice phone ${count(number)}`),
  account: 'Which account?',
  nameless: 'An account without a name',
  none: 'None of them',
};

/** Muting, blocking and reporting; a `name` is such as "@susan". */
export const hides = {
  mute: (name: string) => `Mute ${name}`,
  unmute: (name: string) => `Unmute ${name}`,
  block: (name: string) => `Block ${name}`,
  unblock: (name: string) => `Unblock ${name}`,
  reportPost: 'Report this post',
  reportPerson: (name: string) => `Report ${name}`,
  /** What the buttons about somebody are called together, for screen readers. */
  whatYouCanDo: (name: string) => `What you can do about ${name}`,

  // Once it is done.
  nowMuted: (name: string) => `${name} is muted: you see their posts on their own page only.`,
  nowUnmuted: (name: string) => `${name} is not muted any more.`,
  nowBlocked: (name: string) => `${name} is blocked.`,
  nowUnblocked: (name: string) => `${name} is not blocked any more. Who followed whom does not come back.`,
  undo: 'Undo',
  undoFailed: 'That could not be undone.',

  blockAsk: (name: string) => `Block ${name}?`,
  blockMeans:
    'Neither of you sees, follows or writes to the other any more, and if you follow each other, that ends. They can see on your page that you have blocked them.',
  blockYes: 'Block',

  // On somebody's page.
  youMuted: 'You have muted this person.',
  youMutedMore: 'You see their posts here, and nowhere else. They do not know.',
  youBlocked: 'You have blocked this person.',
  blockedYou: 'This person has blocked you.',
  blockedMore: 'Neither of you sees what the other writes.',

  // The list of them.
  title: 'Muted and blocked',
  lead: 'Nobody is told that you have muted them. Whom you have blocked can see it on your page.',
  /** In the account's settings, with a link to the list. */
  settingsLead: 'Whom you do not want to see.',
  show: 'Show the list',
  notLoaded: 'The list did not come.',
  muted: 'Muted',
  blocked: 'Blocked',
  none: 'You have muted and blocked nobody.',
  noneMore: 'On somebody’s page you can do both.',
  more: (people: number) => plural(people, { one: '1 more person.', other: `${count(people)} more people.` }),
  unmuteThis: 'Unmute',
  unblockThis: 'Unblock',

  // Reporting.
  reportPostTitle: 'What is wrong with this post?',
  reportPersonTitle: (name: string) => `What is wrong with ${name}?`,
  reportLead: 'Those who keep this Nod will read it. Nobody else is told that it was you.',
  reasons: {
    spam: 'It is spam, or a fraud',
    abuse: 'It insults, threatens or hunts somebody',
    illegal: 'It is against the law',
    other: 'Something else',
  } satisfies Record<ReportReason, string>,
  chooseReason: 'Choose what is wrong.',
  words: 'What they should know (you can leave it empty)',
  send: 'Report',
  reportedTitle: 'Thank you.',
  reported:
    'Your report is with those who keep this Nod. They look at it and decide what happens; you will not hear from them here. Until then you can mute or block whoever it is about.',
  close: 'Close',
};

/** What people write. */
export const text = {
  /** Of the choice beside what is written. */
  language: 'Language of the post',
};

/** Threads: replies, who may write them, edits and deletions. */
export const threads = {
  /** Above a reply. @param name with its `@`, as a link */
  replyingTo: (name: View) => html`Replying to ${name}`,
  replies: 'Replies',
  noReplies: 'No replies yet.',
  yourReply: 'Your reply',
  replyPlaceholder: (name: string) => `Reply to @${name}`,
  reply: 'Reply',
  replied: 'Your reply is posted.',
  /** A link in the place of the composer. */
  signInToReply: () => 'Sign in to reply',
  moreAbove: 'Show what came before',
  moreReplies: 'Show more replies',
  /** For screen readers. */
  moreCame: (replies: number) =>
    plural(replies, { one: `${count(replies)} more reply.`, other: `${count(replies)} more replies.` }),
  /** In the place of a post that is not shown. */
  gone: {
    deleted: 'This post was deleted.',
    hidden: 'This post is hidden for now.',
    unseen: 'You and the author of this post do not see each other.',
  },
  goneTitle: 'Post deleted · Nod',
  above: 'What this answers',
  whoMayReply: 'Who may reply',
  who: {
    everybody: 'Everybody may reply',
    following: 'Those I follow may reply',
    mentioned: 'Those I mention may reply',
    nobody: 'Nobody may reply',
  },
  /** In the place of the composer. */
  whoSaid: {
    following: 'Only those whom the author follows may reply.',
    mentioned: 'Only those whom the first post mentions may reply.',
    nobody: 'Nobody may reply here.',
  },
  /** A button below a reply. Only the first word is seen. */
  removeReply: (name: View) =>
    html`Remove<span class="visually-hidden"> the reply by ${name} from this thread</span>`,
  removed: 'The reply is no longer in this thread.',
  /** Only the first word is seen. */
  edit: () => html`Edit<span class="visually-hidden"> this post</span>`,
  editLabel: 'The text of your post',
  saveEdit: 'Save',
  cancelEdit: 'Cancel',
  saved: 'Saved.',
  editedMeanwhile: 'This post was changed in another window. Copy your text, then load the page again.',
  /** Beside the time; it opens the history. */
  edited: 'edited',
  history: 'What this post said',
  closeHistory: 'Close',
  /** Instead of a time, above the version that stands. */
  now: 'Now',
  historyNotLoaded: 'The earlier versions did not come.',
  deleted: 'Deleted.',
  undo: 'Undo',
  deletedAnnounced: 'The post is deleted. You can undo this for ten seconds.',
  undone: 'The post is back.',
  notDeleted: (why: string) => `The post was not deleted. ${why}`,
};

/** Who follows whom. */
export const people = {
  /** The button on a profile, and what it says once it is done. */
  follow: 'Follow',
  following: 'Following',
  /** The same for screen readers, which must begin with these words. */
  followName: (name: string) => `Follow ${name}`,
  followingName: (name: string) => `Following ${name}. Unfollow`,
  /** What a screen reader is told when it is done. */
  nowFollowing: (name: string) => `You follow ${name} now.`,
  nowNotFollowing: (name: string) => `You no longer follow ${name}.`,
  /** Beside the name of whoever follows the reader. */
  followsYou: 'Follows you',
  /** The titles of the lists. */
  followersOf: (name: View | string) => html`Followers of ${name}`,
  followedBy: (name: View | string) => html`Followed by ${name}`,
  /** The same of the document, which has no tags. */
  titleOfFollowers: (name: string) => `Followers of ${name}`,
  titleOfFollowing: (name: string) => `Followed by ${name}`,
  nobodyFollows: 'Nobody follows them yet.',
  followsNobody: 'They follow nobody yet.',
  notLoaded: 'The list did not come',
  morePeople: (number: number) =>
    plural(number, { one: '1 more person.', other: `${count(number)} more people.` }),
  /** Two lists of posts on the home page, and what they are together. */
  lists: 'Posts',
  home: 'Home',
  everybody: 'Everybody',
  /** Above everybody’s posts, where home has none of its own yet. */
  followSomebody: 'Follow somebody, and what they write is here.',
  /** Below that: some of them, whom one could follow. */
  suggested: 'People who write here',
  /** Home is empty. */
  nothingAtHome: 'Nothing here yet',
  nothingAtHomeMore: 'Whom you follow has written nothing so far. See what everybody says.',
};
/** The places that came with the blog, and what one does with keys and timelines. */
export const navigation = {
  /** Places: a few letters each, as in `layout`. */
  search: 'Search',
  notices: 'Notices',
  messages: 'Messages',
  profile: 'Profile',
  saved: 'Saved',
  settings: 'Settings',
  /** Behind a place, for screen readers; others see the number. */
  unread: (items: number) => `(${count(items)} new)`,
  /** The button, and the title of what it opens. */
  newPost: 'New post',
  close: 'Close',

  /** Above a timeline; a press shows them. */
  newPosts: (posts: number) => plural(posts, { one: '1 new post', other: `${count(posts)} new posts` }),
  /** Where so many wait that nobody has counted further. */
  manyNewPosts: (least: number) => `More than ${count(least)} new posts`,
  /** Said by screen readers once they are shown. */
  newPostsAbove: (posts: number) =>
    plural(posts, { one: '1 new post is above.', other: `${count(posts)} new posts are above.` }),
  /** Takes one there who has read on further down. */
  toNewest: 'Up to the newest',

  /** The title of the list of keys, and the button in the settings that opens it. */
  keys: 'Keyboard',
  keysLead: 'One letter is enough, wherever you are not writing.',
  nextPost: 'Next post',
  postBefore: 'Post before',
  like: 'Like',
  reply: 'Reply',
  theseKeys: 'This list',
  keysOn: 'Letters do this',
  keysOnMore:
    'Switch it off if you speak to your computer, or if keys are hit by chance. Settings has this list, too.',
  /** In the settings: what the list is, and the button that opens it. */
  keysOfPages: 'Letters that take you from post to post',
  showKeys: 'Show',
};

/** An author's page, the form in which one edits one's own, and the card over an author's name. */
export const profile = {
  edit: 'Edit profile',
  /** The heading over the form, for screen readers. */
  editTitle: 'Edit your profile',
  name: 'Name',
  about: 'About you',
  aboutTooLong: (over: number) => `Take out ${count(over)} to save it.`,
  links: 'Your places elsewhere',
  /** The label of each of four fields, for screen readers. */
  link: (number: number) => `Link ${count(number)}`,
  linkWrong: 'This is no address of a page. It looks like example.com/you.',
  saved: 'Saved.',
  /** How much there is of somebody. @param number the count, marked up */
  posts: (posts: number, number: View) => html`${number}${plural(posts, { one: ' post', other: ' posts' })}`,
  followers: (people: number, number: View) =>
    html`${number}${plural(people, { one: ' follower', other: ' followers' })}`,
  following: (_: number, number: View) => html`${number} following`,
  /** Above the post that stands before all others. */
  pinned: 'Pinned',
  pin: 'Pin to your profile',
  unpin: 'Unpin from your profile',
  isPinned: 'Pinned to your profile.',
  isUnpinned: 'No longer pinned.',
  choosePicture: 'Choose a picture',
  removePicture: 'Remove picture',
  showLastSeen: 'Show on which day you were last here',
  showLastSeenMore:
    'Only the day, and only to people who are signed in. Nobody sees it whom you have blocked, or who has blocked you.',
  /** On which day somebody was last here, who wants it shown. */
  lastSeen: (day: View) => html`Last here: ${day}`,
  /** The lists of a profile besides its posts, and what they say where they are empty. */
  replies: 'Replies',
  likes: 'Likes',
  noReplies: 'No replies yet.',
  noRepliesMore: 'Answers to other posts will be here.',
  noLikes: 'No likes yet.',
  noLikesMore: 'What you like will be here. Nobody else sees it.',
  /** In the place of what somebody else likes. */
  likesPrivate: 'Likes are private.',
  likesPrivateMore: 'Nobody sees what somebody else likes.',
};

/** What one can do with a post: the row under it, its menu, and the posts that one has saved. */
export const marks = {
  /** What the buttons are called, for screen readers. @param name the author's */
  reply: (name: string) => `Reply to the post by ${name}`,
  repost: (name: string) => `Repost the post by ${name}`,
  like: (name: string) => `Like the post by ${name}`,
  save: (name: string) => `Save the post by ${name}`,
  share: (name: string) => `Share the post by ${name}`,
  more: (name: string) => `More about the post by ${name}`,
  /** The same with how many have done so. */
  counted: (button: string, number: string) => `${button}: ${number}`,
  /** Above a post. */
  repostedBy: (name: View) => html`Reposted by ${name}`,
  repostedByYou: 'You reposted this',
  /** In the menu. */
  copyText: 'Copy the text',
  copyAddress: 'Copy the address',
  textCopied: 'The text is copied.',
  addressCopied: 'The address is copied.',
  notCopied: 'Your browser did not let that be copied.',
  saved: 'Saved',
  /** Below the title. */
  savedLead: 'Only you see what you have saved.',
  savedNotLoaded: 'What you have saved did not come.',
  nothingSaved: 'Nothing saved yet.',
  nothingSavedMore: 'What you save from under a post will be here.',
};

/** What two people write to each other. Only the page of messages says it. */
export const chats = {
  title: 'Messages',
  /** What the list is called, for screen readers. */
  list: 'Conversations',
  listFailed: 'Your conversations did not come.',
  /** Said by screen readers once more of the list have come. */
  moreCame: (chats: number) =>
    plural(chats, { one: 'One more conversation.', other: `${count(chats)} more conversations.` }),
  none: 'No messages yet',
  noneMore: () =>
    html`To write to somebody, open their page and press the envelope. <a href="/">See who is here</a>.`,
  /** Beside the list, on a wide screen. */
  choose: 'Choose a conversation.',
  /** Before one’s own last words, in the list. */
  you: (text: View | string) => html`You: ${text}`,
  deleted: 'This message was deleted.',
  unread: (messages: number) =>
    plural(messages, { one: 'One unread message', other: `${count(messages)} unread messages` }),
  /** Leads to the list, on a phone. */
  back: 'All messages',
  /** What the conversation is called, for screen readers. */
  with: (name: string) => `Messages with ${name}`,
  failed: 'This conversation did not come.',
  earlier: 'Show earlier messages',
  /** Said by screen readers once they have come. */
  earlierCame: (messages: number) =>
    plural(messages, { one: 'One earlier message.', other: `${count(messages)} earlier messages.` }),
  whoReads: (name: View) => html`${name} and you can read this, and so could whoever runs this Nod.`,
  nothingYet: (name: View) => html`You and ${name} have not written to each other yet.`,
  /** Between what was read and what was not. */
  newOnes: 'New',
  /** Before a message, for screen readers. */
  from: (name: View) => html`${name}:`,
  fromYou: 'You:',
  yourMessage: 'Your message',
  write: 'Write a message',
  enterSends: 'Enter sends, Shift and Enter begins a new line.',
  send: 'Send',
  writeFirst: 'Write something first.',
  tooLong: (most: number, over: number) =>
    `A message has at most ${count(most)} characters. Take out ${count(over)} to send it.`,
  sending: 'Sending',
  notSent: 'Not sent.',
  sendAgain: 'Send again',
  discard: 'Discard',
  delete: () => html`Delete<span class="visually-hidden"> this message</span>`,
  deleteAsk: 'Delete this message for both of you?',
  deleteYes: 'Delete',
  deleteNo: 'Keep it',
  /** Said by screen readers. */
  wasDeleted: 'The message was deleted.',
  blocked: 'You and this person cannot write to each other.',
  yourself: 'This is you',
  yourselfMore: 'To write to somebody else, open their page and press the envelope.',
};

/** Pictures in posts: adding them, and looking at them. */
export const media = {
  add: 'Add pictures',
  /** Below the composer. Pictures are counted from one. */
  describe: (n: number) => `Describe picture ${count(n)}`,
  describeHelp: 'What is to be seen, for whoever does not see it',
  remove: (n: number) => `Remove picture ${count(n)}`,
  sending: 'On its way',
  failed: 'This picture did not arrive.',
  again: 'Try again',
  tooMany: 'A post has at most four pictures.',
  tooHeavy: 'This picture is too large, and your browser cannot make it smaller.',
  wait: 'Wait until your pictures have arrived.',

  /** On a picture that somebody has described. */
  alt: 'ALT',
  open: (n: number) => `Open picture ${count(n)}`,
  of: (n: number, all: number) => `Picture ${count(n)} of ${count(all)}`,
  undescribed: 'Nobody has described this picture.',
  previous: 'Previous picture',
  next: 'Next picture',
  close: 'Close',
};

/** Finding posts and people, and the posts of a tag. */
export const search = {
  title: 'Search',
  /** What the field is called, for screen readers. */
  label: 'What to search for',
  placeholder: 'Posts, people, tags',
  /** The button. */
  search: 'Search',
  /** The two lists, and what they are together. */
  kinds: 'What is found',
  posts: 'Posts',
  people: 'People',
  notLoaded: 'The search did not work.',
  nothing: 'Nothing found.',
  nothingMore: 'All the words must be in one post. Try fewer, or others.',
  nobody: 'Nobody found.',
  nobodyMore: 'People are found by the beginning of their names.',
  nothingSoFar: 'Nothing found so far.',
  /** How far back it was. @param day such as “3 March” */
  lookedBackTo: (day: View) => html`Looked back to ${day}.`,
  lookFurther: 'Look further back',
  noneOfTag: 'Nobody has used this tag yet.',
  noneOfTagMore: 'Write it in a post, and that is here.',
  /** What one may write, and what that finds. */
  help: {
    title: 'You can also search for',
    phrase: 'these words in this order',
    tag: 'a tag',
    fromMe: 'your own posts; of others by their name',
    image: 'posts with pictures',
    before: 'posts before a day',
    since: 'posts from a year, a month or a day on',
  },
};

/** What somebody is told: the page of it. */
export const notices = {
  title: 'Notices',
  failed: 'Your notices did not come.',
  /** Said by screen readers once they have come. */
  moreCame: (notices: number) =>
    plural(notices, { one: 'One more notice.', other: `${count(notices)} more notices.` }),
  none: 'Nothing yet',
  noneMore:
    'Here you are told who follows, mentions and answers you, who likes and reposts your posts, and what changes on your account.',
  /** Before one that has come since one looked last, for screen readers. */
  isNew: 'New:',
  followed: (name: View) => html`${name} follows you`,
  mentioned: (name: View) => html`${name} mentioned you`,
  replied: (name: View) => html`${name} replied to you`,
  /** Of so many people; `who` lists the latest of them, and then `others`. */
  liked: (who: View, _people: number) => html`${who} liked your post`,
  reposted: (who: View, _people: number) => html`${who} reposted your post`,
  others: (people: number) => plural(people, { one: 'one other', other: `${count(people)} others` }),
  /** Behind what phones were told of the account. */
  toActivity: 'All activity',
};
