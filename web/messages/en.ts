/**
 * All that Nod says, in English. Every other language has exactly these entries, or does not compile; README says how one
 * is added, and `npm run messages -- es` where each is used. An entry is a whole sentence, or what stands alone: nothing
 * is made of pieces, because another language has other pieces. What a person wrote, names, numbers and codes come as
 * parameters.
 */
import type { NotifiedKind } from '../../shared/activity/activity.ts';
import type { Missing } from '../../shared/errors.ts';
import type { Act } from '../../shared/sessions/acts.ts';
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
export const common = {};

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
    user_disabled: 'This account is disabled.',
    username_taken: 'This name is taken. Choose another one.',

    // Confirmations: the fingerprint, face or PIN that a phone or computer asks for.
    assertion_refused: ({ what }) =>
      what === 'passkey'
        ? 'This passkey belongs to no phone here: it may have been removed.'
        : 'This confirmation is not from your phone. Try once more.',
    challenge_used: 'This confirmation was used or took too long. Try once more.',
    attestation_refused: ({ what }) =>
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
    ticket_expired: ({ what }) =>
      what === 'link'
        ? 'This link is more than ten minutes old. Start again in your browser.'
        : 'The browser that invited this phone is signed out. Invite it again.',
    too_many_phones: ({ most }) =>
      plural(most, { other: `You have ${count(most)} phones already. Remove one before you add another.` }),
    last_sign_in_method: ({ method }) =>
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

/** Browsers and places by which people tell their sessions apart, and what the session asks for. */
export const browsers = {};

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
export const account = {};

/** The activity page, and its sentences by kind. */
export const activity = {};

/** The phone's page: approving and what is around it. */
export const phone = {};

/** Making a phone the key. */
export const enrol = {};

/** The phone's settings, and what it shows of browsers and presence. */
export const phoneSettings = {};

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
};

type ChangeFacts = Record<'device' | 'provider' | 'browser', string | undefined>;

/** Choosing a language. */
export const languages = {};
