import type { UserId } from '../ids.ts';
import type { MessageResponse } from '../responses.ts';
import type { Message } from './message.ts';

/** A message as one of the two sees it. */
export function messageResponse(
  { id, from, body, createdAt, deletedAt }: Message,
  reader: UserId,
): MessageResponse {
  return {
    id,
    mine: from === reader,
    ...(body === undefined ? {} : { body }),
    createdAt: createdAt.toISOString(),
    ...(deletedAt === undefined ? {} : { deletedAt: deletedAt.toISOString() }),
  };
}
