/** A picture on its way: chosen, made smaller here, sent, and what became of that. */
import type { MediaUse } from '../../shared/media/media.ts';
import { ApiError } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { type Shrunk, shrunk } from './shrinking.ts';
import { type Uploaded, upload } from './upload.ts';

export type Sending = {
  readonly file: Blob;
  readonly stop: AbortController;
  small?: Shrunk;
  /** How much of it has been sent, from 0 to 1. */
  sent: number;
  uploaded?: Uploaded;
  /** Why it did not arrive. */
  error?: string | undefined;
  /** Whether another try may be of use: what is no picture stays none. */
  isLost?: boolean;
};

export const newSending = (file: Blob): Sending => ({ file, stop: new AbortController(), sent: 0 });

/** Tries to send it, once more if need be, and shows how far that is; nothing happens any more once it is stopped. */
export async function send(
  picture: Sending,
  use: MediaUse,
  layout: Pick<Layout, 'update' | 'announce'>,
): Promise<void> {
  if (picture.stop.signal.aborted) return;
  try {
    const small = picture.small ?? (await shrunk(picture.file, use));
    if (picture.stop.signal.aborted) return;
    if (small === undefined) return fail(messages.media.tooHeavy);
    picture.small = small;
    layout.update();
    picture.uploaded = await upload(small.file, use, progress, picture.stop.signal);
  } catch (thrown) {
    if (picture.stop.signal.aborted) return;
    picture.isLost = !(thrown instanceof ApiError) || thrown.status >= 429;
    fail(errorSentence(thrown) ?? messages.media.failed);
  }
  layout.update();

  function progress(part: number): void {
    picture.sent = part;
    layout.update();
  }

  function fail(why: string): void {
    picture.error = why;
    layout.announce(why);
    layout.update();
  }
}

/** As before the first try. */
export function forgetFailure(picture: Sending): void {
  picture.error = undefined;
  picture.sent = 0;
}
