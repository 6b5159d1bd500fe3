import { AUTHORS_POSTS, type AuthorsPosts } from '../posts/authors-posts.ts';

/** The lists of a profile, each at an address of its own: posts at `/@name`, the others below it. Likes are one's own only. */
export type ProfileTab = AuthorsPosts | 'likes';

export const PROFILE_TABS: readonly ProfileTab[] = [...AUTHORS_POSTS, 'likes'];

/** Which of them a page's path shows. */
export function profileTabIn(path: string): ProfileTab {
  const name = path.split('/')[2];
  return PROFILE_TABS.find((tab) => tab === name) ?? 'posts';
}

export const profilePath = (username: string, tab: ProfileTab): string =>
  tab === 'posts' ? `/@${username}` : `/@${username}/${tab}`;
