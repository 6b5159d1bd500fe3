/** How a push is shown: who asks and from where, never a number. */
import type { PushMessage } from '../../shared/push/push-message.ts';
import { askedFor } from '../lib/acts.ts';
import { browserName } from '../lib/browser-name.ts';

export type Shown = {
  title: string;
  body: string;
  /** A notification takes the place of an earlier one with the same tag. */
  tag: string;
  /** The page that it leads to. */
  path: string;
};

/** `undefined` stands for a push that could not be read: a browser that gets one must show something all the same. */
export function notificationOf(message: PushMessage | undefined): Shown {
  switch (message?.type) {
    case 'request': {
      const { sessionId, browser, os, place, act } = message;
      const name = browserName({ browser, os });
      return {
        title: `${name} asks to ${askedFor(act)}`,
        body: `${place === null ? '' : `${place}. `}Open Nod and type the number that it shows.`,
        // One browser that asks again is one notification.
        tag: `request ${name}`,
        path: `/phone#request=${encodeURIComponent(sessionId)}`,
      };
    }
    case 'change':
      return {
        title: titleOf(message),
        body: adviceOn(message),
        tag: message.kind,
        path: message.kind === 'recovery_begun' ? '/phone#recovery' : '/phone',
      };
    default:
      return { title: 'Nod', body: 'There is news. Open Nod to see it.', tag: 'news', path: '/phone' };
  }
}

type Change = Extract<PushMessage, { type: 'change' }>;

/** A phone may still have an older worker than the news that it gets: it has a sentence for what it has no words for. */
function titleOf(change: Change): string {
  if (change.removed && change.kind === 'phone_removed') return 'This phone was removed from your account';
  return CHANGES[change.kind]?.(change) ?? 'Your account was changed';
}

const CHANGES: { [K in Change['kind']]: (change: Change) => string } = {
  phone_invited: () => 'One more phone was invited to your account',
  phone_added: ({ device }) => `${device ?? 'A phone'} was added to your account`,
  phone_removed: ({ device }) => `${device ?? 'A phone'} was removed from your account`,
  recovery_renewed: () => 'Your account has a new recovery code',
  recovery_revoked: () => 'Your recovery code is void',
  recovery_begun: () => 'Somebody is recovering your account',
  recovered: ({ device }) => `Your account was recovered, for ${device ?? 'another phone'}`,
  recovery_stopped: ({ device }) => `${device ?? 'A phone'} stopped the recovery of your account`,
  link_added: ({ provider }) => `${provider ?? 'Another site'} can now sign you in`,
  link_removed: ({ provider }) => `${provider ?? 'Another site'} signs you in no more`,
  browser_added: (change) => `${nameOf(change)} can now ring your phone`,
  browser_forgotten: (change) => `${nameOf(change)} was forgotten, and rings no more`,
};

const nameOf = ({ browser, os }: Change): string =>
  browser === undefined ? 'A browser' : os === undefined ? browser : browserName({ browser, os });

function adviceOn(change: Change): string {
  if (change.removed) {
    return 'It approves nothing any more. If it was not you, sign in another way and look at your phones.';
  }
  switch (change.kind) {
    case 'recovery_begun': {
      const { place } = change;
      return `${nameOf(change)}${place ? `, ${place},` : ''} has your recovery code. If it is not you, tap here and stop it.`;
    }
    case 'recovery_revoked':
    case 'recovery_stopped':
      return 'Your recovery code is void. Make a new one in a browser that is signed in.';
    default:
      return 'If it was not you, open Nod and end the browsers that you do not know.';
  }
}
