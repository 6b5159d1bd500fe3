import type { PostResponse } from '../responses.ts';
import type { Post } from './post.ts';

export function postResponse({ id, username, displayName, body, createdAt, media = [] }: Post): PostResponse {
  return { id, author: { username, displayName }, body, createdAt: createdAt.toISOString(), media };
}
