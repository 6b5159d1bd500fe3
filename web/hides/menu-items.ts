/** What one may do about somebody else, as items of a menu; what they do is fetched when one is chosen. */
import type { PostResponse } from '../../shared/responses.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import type { MenuItem } from '../lib/menu.ts';
import { messages } from '../lib/messages.ts';
import { toast } from '../lib/toast.ts';
import { rememberedPerson } from '../lib/viewer.ts';
import type { Shows } from './acting.ts';
import { hideNow } from './hidden-now.ts';
import type { Hidden } from './hide-acts.ts';

/** Of a post in a list, which leaves it at once with all that its author has there; none of one's own, or for who is signed out. */
export function postHideItems({ id, author: { username } }: PostResponse): MenuItem[] {
  const reader = rememberedPerson()?.username;
  if (reader === undefined || reader === username) return [];
  const show: Shows = (act) => hideNow(username, act === 'mute' || act === 'block');
  return [
    ...hideItems(username, { muted: false, blocked: false }, show),
    { label: messages.hides.reportPost, act: () => later((acting) => acting.openReport({ post: id })) },
  ];
}

/** Of somebody's page. */
export const personHideItems = (username: string, hidden: Hidden, show: Shows): MenuItem[] => [
  ...hideItems(username, hidden, show),
  {
    label: messages.hides.reportPerson(`@${username}`),
    act: () => later((acting) => acting.openReport({ user: username })),
  },
];

function hideItems(username: string, { muted, blocked }: Hidden, show: Shows): MenuItem[] {
  const name = `@${username}`;
  const { mute, unmute, block, unblock } = messages.hides;
  return [
    {
      label: muted ? unmute(name) : mute(name),
      act: () => later((acting) => acting.doAct(muted ? 'unmute' : 'mute', username, show)),
    },
    blocked
      ? { label: unblock(name), act: () => later((acting) => acting.doAct('unblock', username, show)) }
      : {
          label: block(name),
          isDanger: true,
          act: () => later((acting) => acting.askAndBlock(username, show)),
        },
  ];
}

function later(act: (acting: typeof import('./acting.ts')) => void | Promise<void>): void {
  void lazyImport(() => import('./acting.ts')).then(act, (error) => toast(errorSentence(error)));
}
