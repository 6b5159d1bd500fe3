import type { ProfileResponse } from '../responses.ts';
import type { User } from './user.ts';

export function profileResponse({ username, displayName, createdAt }: User): ProfileResponse {
  return { username, displayName, createdAt: createdAt.toISOString() };
}
