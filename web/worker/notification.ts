/** How a push is shown: who asks and from where, never a number. */
import type { PushMessage } from '../../shared/push/push-message.ts';
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
      const { sessionId, browser, os, place } = message;
      const name = browserName({ browser, os });
      return {
        title: `${name} asks to sign in`,
        body: `${place === null ? '' : `${place}. `}Open Nod and type the number that it shows.`,
        // One browser that asks again is one notification.
        tag: `request ${name}`,
        path: `/phone#request=${encodeURIComponent(sessionId)}`,
      };
    }
    case 'change':
      return {
        title: CHANGES[message.kind]?.(message) ?? 'Your account was changed',
        body: 'If it was not you, open Nod and end the browsers that you do not know.',
        tag: message.kind,
        path: '/phone',
      };
    default:
      return { title: 'Nod', body: 'There is news. Open Nod to see it.', tag: 'news', path: '/phone' };
  }
}

type Change = Extract<PushMessage, { type: 'change' }>;

const CHANGES: { [K in Change['kind']]?: (change: Change) => string } = {
  phone_invited: () => 'One more phone was invited to your account',
  phone_added: ({ device }) => `${device ?? 'A phone'} was added to your account`,
  recovery_renewed: () => 'Your account has a new recovery code',
  recovered: () => 'Your account was recovered with its code',
  link_added: ({ provider }) => `${provider ?? 'Another site'} can now sign you in`,
  browser_added: (change) => `${nameOf(change)} can now ring your phone`,
  browser_forgotten: (change) => `${nameOf(change)} was forgotten, and rings no more`,
};

const nameOf = ({ browser, os }: Change): string =>
  browser === undefined ? 'A browser' : os === undefined ? browser : browserName({ browser, os });
