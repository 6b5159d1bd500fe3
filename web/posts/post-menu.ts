/** The menu of a post: what is done seldom, an item a line. */
import { EDITABLE_SECONDS } from '../../shared/posts/edit.ts';
import type { PostResponse } from '../../shared/responses.ts';
import { postHideItems } from '../hides/menu-items.ts';
import { serverNow } from '../lib/clock.ts';
import { type MenuItem, openMenu } from '../lib/menu.ts';
import { messages } from '../lib/messages.ts';
import type { Deletion } from './deletions.ts';
import { EDIT } from './reply-facts.ts';
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
      : [
          ...(isEditable(post) ? [{ label: messages.threads.edit(), act: () => edit(post) }] : []),
          { label: messages.posts.deleteThis(), isDanger: true, act: deletion.delete },
        ]),
    ...postHideItems(post),
  ];
}

const isEditable = ({ createdAt }: PostResponse): boolean =>
  serverNow() - Date.parse(createdAt) < EDITABLE_SECONDS * 1000;

/** On its own page, which may be this one. */
const edit = ({ author, id }: PostResponse): void => location.assign(`/@${author.username}/${id}${EDIT}`);
