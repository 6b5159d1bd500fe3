/** What happened, in a sentence for each kind of activity. */
import type { ActivityResponse } from '../../shared/responses.ts';
import { browserName } from '../lib/browser-name.ts';
import { capitalised } from '../lib/language.ts';
import { messages } from '../lib/messages.ts';

export const activitySentence = (entry: ActivityResponse): string => capitalised(sentenceOf(entry));

function sentenceOf(entry: ActivityResponse): string {
  const { kind, act, by, count = 0, provider = messages.activity.aProvider } = entry;
  const [phone, browser] = [phoneOf(entry), browserOf(entry)];
  switch (kind) {
    case 'registered':
      return entry.provider === undefined
        ? messages.activity.registered(browser, phone)
        : messages.activity.registeredBy(browser, provider);
    case 'approved':
      return act === undefined
        ? messages.activity.approved(phone, browser)
        : messages.activity.allowed[act](phone, browser);
    case 'denied':
      return act === undefined
        ? messages.activity.denied(phone, browser)
        : messages.activity.refused[act](phone, browser);
    case 'signed_in':
      return messages.activity.signedIn(browser);
    case 'ended':
      return messages.activity.ended[by ?? 'itself'](browser);
    case 'ended_all':
      if (by === 'elsewhere') return messages.activity.endedAllElsewhere(count);
      return by === 'phone' ? messages.activity.endedAllPhone(count) : messages.activity.endedAll(count);
    case 'hidden':
      return entry.browser === undefined
        ? messages.activity.hidden(count)
        : messages.activity.hiddenOf(count, browser);
    case 'shown':
      return messages.activity.shown(count);
    case 'undone':
      return messages.activity.undone(count, browser);
    case 'phone_invited':
      return messages.activity.invited(browser);
    case 'phone_added':
      return messages.activity.added(phone);
    case 'phone_removed':
      return messages.activity.removed(phone);
    case 'recovery_renewed':
      return messages.activity.renewed;
    case 'recovery_revoked':
      return messages.activity.revoked;
    case 'recovery_begun':
      return messages.activity.begun(browser);
    case 'recovery_stopped':
      return messages.activity.stopped(phone, browser);
    case 'recovered':
      return messages.activity.recovered(phone);
    case 'link_added':
      return messages.activity.linked(provider);
    case 'link_removed':
      return messages.activity.unlinked(provider);
    case 'browser_added':
      return messages.activity.browserKnown(browser, provider);
    case 'browser_forgotten':
      return messages.activity.browserForgotten(browser);
  }
}

function browserOf({ browser, os }: ActivityResponse): string {
  if (browser === undefined) return messages.activity.aBrowser;
  return os === undefined ? browser : browserName({ browser, os });
}

/** A name that people choose may run from right to left; the sentence around it must not (Unicode UAX #9, FSI). */
const phoneOf = ({ device }: ActivityResponse): string =>
  device === undefined ? messages.activity.aPhone : `\u2068${device}\u2069`;
