/** Giving a post to others: by the system's own sheet, or copied. */
import type { PostResponse } from '../../shared/responses.ts';
import { messages } from '../lib/messages.ts';
import { toast } from '../lib/toast.ts';

const addressOf = ({ author, id }: PostResponse): string => `${location.origin}/@${author.username}/${id}`;

/** Where there is no sheet, or it does not open, the address is copied. */
export async function sharePost(post: PostResponse): Promise<void> {
  const url = addressOf(post);
  try {
    if (navigator.share !== undefined) return await navigator.share({ url });
  } catch (error) {
    // The person has closed the sheet.
    if (error instanceof DOMException && error.name === 'AbortError') return;
  }
  await copyAddress(post);
}

export const copyAddress = (post: PostResponse): Promise<void> =>
  copied(addressOf(post), messages.marks.addressCopied);

export const copyText = ({ body }: PostResponse): Promise<void> => copied(body, messages.marks.textCopied);

async function copied(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    // The browser or the person said no.
    toast(messages.marks.notCopied);
  }
}
