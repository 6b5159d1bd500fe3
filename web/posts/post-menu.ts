/** The menu of a post: what is done seldom, an item a line. */
import type { PostResponse } from '../../shared/responses.ts';
import { postHideItems } from '../hides/menu-items.ts';
import { type MenuItem, openMenu } from '../lib/menu.ts';
import { messages } from '../lib/messages.ts';
import type { Deletion } from './post-card.ts';
import { copyAddress, copyText } from './sharing.ts';

export type MenuOf = {
  post: PostResponse;
  /** Of one's own posts. */
  deletion: Deletion | undefined;
};

export const openPostMenu = (button: HTMLElement, of: MenuOf): void => openMenu(button, itemsOf(of));

function itemsOf({ post, deletion }: MenuOf): MenuItem[] {
  return [
    { label: messages.marks.copyText, act: () => void copyText(post) },
    { label: messages.marks.copyAddress, act: () => void copyAddress(post) },
    ...(deletion === undefined
      ? []
      : [{ label: messages.posts.deleteThis(), isDanger: true, act: () => deletion.ask() }]),
    ...postHideItems(post),
  ];
}
