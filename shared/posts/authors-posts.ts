/** What of an author's page: what answers nothing, reposts included, or what does. */
export const AUTHORS_POSTS = ['posts', 'replies'] as const;
export type AuthorsPosts = (typeof AUTHORS_POSTS)[number];
