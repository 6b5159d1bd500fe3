import type { PostShape } from '../shapes.ts';
import type { Post } from './post.ts';

export function postShape({ id, username, displayName, body, createdAt }: Post): PostShape {
  return { id, author: { username, displayName }, body, createdAt: createdAt.toISOString() };
}
