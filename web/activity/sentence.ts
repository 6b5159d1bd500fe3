/** What happened, in a sentence for each kind of activity. */
import type { ActivityResponse } from '../../shared/responses.ts';
import type { Reason } from '../../shared/sessions/session.ts';
import { askedFor } from '../lib/acts.ts';

export function activitySentence(entry: ActivityResponse): string {
  const { kind, act, by, count = 0, provider = 'a provider' } = entry;
  const phone = entry.device === undefined ? 'A phone' : isolated(entry.device);
  switch (kind) {
    case 'registered':
      return entry.provider === undefined
        ? `The account was made, in ${browserOf(entry)}, and ${phone} is its first phone`
        : `The account was made by signing in with ${provider}, in ${browserOf(entry)}`;
    case 'approved':
      return act === undefined
        ? `${phone} approved ${browserOf(entry)}`
        : `${phone} let ${browserOf(entry)} ${askedFor(act)}`;
    case 'denied':
      return act === undefined
        ? `${phone} said no to ${browserOf(entry)}`
        : `${phone} did not let ${browserOf(entry)} ${askedFor(act)}`;
    case 'signed_in':
      return begun(`${browserOf(entry)} signed in`);
    case 'ended':
      return begun(`${browserOf(entry)} was signed out ${endedBy(by)}`);
    case 'ended_all':
      return `${count === 1 ? 'One browser was' : `${count} browsers were`} signed out at once, ${endedBy(by)}`;
    case 'hidden':
      return `${postsOf(entry)} hidden`;
    case 'shown':
      return `${postsOf(entry)} shown again`;
    case 'phone_invited':
      return begun(`${browserOf(entry)} showed a code to add a phone`);
    case 'phone_added':
      return `${phone} was added`;
    case 'phone_removed':
      return `${phone} was removed`;
    case 'recovery_renewed':
      return 'A new recovery code was made';
    case 'recovery_revoked':
      return 'The recovery code was made void';
    case 'recovery_begun':
      return begun(`${browserOf(entry)} began to recover the account with the recovery code`);
    case 'recovery_stopped':
      return `${phone} stopped the recovery by ${browserOf(entry)}, and the recovery code is void`;
    case 'recovered':
      return `The account was recovered with the recovery code, for ${phone}`;
    case 'link_added':
      return `Signing in with ${provider} was switched on`;
    case 'link_removed':
      return `Signing in with ${provider} was switched off`;
    case 'browser_added':
      return begun(`${browserOf(entry)} is known from now on, let in by ${provider}`);
    case 'browser_forgotten':
      return begun(`${browserOf(entry)} was forgotten`);
  }
}

const ENDED_BY: Record<Reason, string> = {
  here: 'in that browser',
  elsewhere: 'from another browser',
  phone: 'from your phone',
  not_me: 'because you said that it was not you',
  admin: 'by an administrator',
  provider: 'by the service that it came from',
  phone_removed: 'because its phone was removed',
  recovered: 'because the account was recovered',
  idle: 'after a while in which nothing happened',
  lifetime: 'because its time was over',
  phone_away: 'because your phone was away for too long',
  unanswered: 'because nobody answered',
  denied: 'because your phone said no',
  cancelled: 'because it was cancelled',
};

function endedBy(by: Reason | undefined): string {
  return by === undefined ? 'by itself' : ENDED_BY[by];
}

function browserOf({ browser, os }: ActivityResponse): string {
  if (browser === undefined) return 'a browser';
  return os === undefined ? browser : `${browser} on ${os}`;
}

function postsOf(entry: ActivityResponse): string {
  const by = entry.browser === undefined ? '' : ` by ${browserOf(entry)}`;
  return entry.count === 1 ? `One post${by} was` : `${entry.count ?? 0} posts${by} were`;
}

/** A name that people choose may run from right to left; the sentence around it must not (Unicode UAX #9, FSI). */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
