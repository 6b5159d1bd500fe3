/** How a push is worded: who asks and from where, never a number; and who has written, of a message never what. */
import { directionOf, type Language } from '../../shared/languages.ts';
import type { PushMessage, PushNotice } from '../../shared/push/push-message.ts';
import { browserName } from '../lib/browser-name.ts';
import { messages } from '../lib/messages.ts';
import { PUSH_WORDS } from '../messages/catalogues.ts';
import { saidIn } from './said-in.ts';

export function pushNotice(message: PushMessage, language: Language): PushNotice {
  return saidIn(language, PUSH_WORDS[language], () => ({
    ...said(message),
    lang: language,
    dir: directionOf(language),
  }));
}

function said(message: PushMessage): Said {
  switch (message.type) {
    case 'request':
      return requested(message);
    case 'change':
      return changed(message);
    case 'alert':
      return alerted(message);
  }
}

type Said = Omit<PushNotice, 'lang' | 'dir'>;
type Request = Extract<PushMessage, { type: 'request' }>;
type Change = Extract<PushMessage, { type: 'change' }>;
type Alert = Extract<PushMessage, { type: 'alert' }>;

function requested({ sessionId, browser, os, place, act }: Request): Said {
  return {
    title: messages.push.asks[act ?? 'sign_in'](browserName({ browser, os })),
    body: messages.push.typeTheNumber(place ?? undefined),
    // One browser that asks again is one notification.
    tag: `request ${browser} ${os}`,
    path: `/phone#request=${encodeURIComponent(sessionId)}`,
    rings: true,
  };
}

function changed(change: Change): Said {
  const { kind, removed, device, provider } = change;
  const facts = { device, provider, browser: nameOf(change) };
  const isThisPhone = removed && kind === 'phone_removed';
  return {
    title: isThisPhone ? messages.push.thisPhoneRemoved : messages.push.changes[kind](facts),
    body: adviceOn(change),
    tag: kind,
    path: kind === 'recovery_begun' ? '/phone#recovery' : '/phone',
  };
}

/** A name may be anybody's, so the one that is nobody else's stands below; names and posts go their own way in a sentence. */
function alerted({ kind, username, displayName, group, post }: Alert): Said {
  return {
    title: messages.push.alerts[kind](`\u2068${displayName}\u2069`),
    body: post === undefined ? `@${username}` : `@${username}: \u2068${post.excerpt}\u2069`,
    tag: `alert ${group}`,
    path: post === undefined ? `/messages/${username}` : `/@${username}/${post.id}`,
  };
}

const nameOf = ({ browser, os }: Change): string | undefined =>
  browser === undefined || os === undefined ? browser : browserName({ browser, os });

function adviceOn(change: Change): string {
  if (change.removed) return messages.push.ofRemovedPhone;
  switch (change.kind) {
    case 'recovery_begun':
      return messages.push.stopIt(nameOf(change), change.place ?? undefined);
    case 'recovery_revoked':
    case 'recovery_stopped':
      return messages.push.codeIsVoid;
    default:
      return messages.push.ifNotYou;
  }
}
