import type { Copier } from '../shared/copies/change.ts';
import { followingChanges } from '../shared/copies/following-changes.ts';
import { type Database, database } from '../shared/database.ts';
import { noticePosts } from '../shared/notices/notice-posts.ts';
import { indexPosts } from '../shared/search/index-posts.ts';
import { copyPosts } from '../shared/timelines/copy-posts.ts';
import { serveTrigger } from '../shared/trigger.ts';

/** What is copied of posts. Whoever keeps something more about them adds it here, and its pattern to the trigger's row. */
const COPIERS: readonly Copier[] = [copyPosts, indexPosts, noticePosts];

/** Follows what happens to posts. */
export const postsCopied = (db: Database, copiers = COPIERS) => followingChanges('posts-copied', db, copiers);

export const handler = serveTrigger(postsCopied(database()));
