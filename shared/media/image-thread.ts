/** Has a picture decoded in a thread of its own, which ends with it: a bad one takes nobody else's along. */
import { Worker } from 'node:worker_threads';
import { NodError } from '../errors.ts';
import { log } from '../log.ts';
import type { EncoderInput, EncoderOutput } from './encoder.ts';
import type { EncodedImage, ImageRefusal } from './encoding.ts';
import { imageTypeOf } from './image-type.ts';
import { type MediaUse, MOST_MEGAPIXELS } from './media.ts';

/** Ten times what 50 megapixels take of one processor, and less than the function has. */
const WITHIN_MS = 20_000;

/** Within this time a thread begins, whatever else the machine has to do. */
const BEGINS_WITHIN_MS = 5000;

/** Of JavaScript's own memory, in megabytes; the pixels are in that of WebAssembly. */
const HEAP_MB = 128;

export type Encode = (bytes: Buffer, use: MediaUse) => Promise<EncodedImage>;

/** @param encoder the bundle of `encoder.ts` @param withinMs for a picture, once its thread has begun */
export function imageThread(encoder: URL, withinMs: number = WITHIN_MS): Encode {
  return async (bytes, use) => {
    const type = imageTypeOf(bytes);
    if (type === undefined) {
      throw new NodError('image_type_refused', 'Send a picture as JPEG, PNG, WebP, GIF or AVIF.');
    }
    const output = await outputOf(encoder, { bytes, type, use }, withinMs);
    if ('image' in output) return output.image;
    log('warn', { event: 'image refused', refused: output.refused, why: output.why });
    throw refusal(output.refused);
  };
}

type Outcome = Exclude<EncoderOutput, 'ready'>;

async function outputOf(encoder: URL, input: EncoderInput, withinMs: number): Promise<Outcome> {
  const worker = new Worker(encoder, {
    workerData: input,
    // Nothing of the function's is any of a picture's business.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      const broken = (why: string) =>
        isReady
          ? resolve({ refused: 'unreadable', why })
          : reject(new Error(`the encoder did not start: ${why}`));
      const within = (ms: number) => setTimeout(() => broken('it took too long'), ms);
      timer = within(BEGINS_WITHIN_MS);
      worker.on('message', (output: EncoderOutput) => {
        if (output !== 'ready') return resolve(output);
        isReady = true;
        clearTimeout(timer);
        timer = within(withinMs);
      });
      worker.on('error', (error: Error) => broken(error.message));
      worker.on('exit', (code) => broken(`the thread ended with ${code}`));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function refusal(why: ImageRefusal): NodError {
  return why === 'pixels'
    ? new NodError('image_too_large', `A picture has at most ${MOST_MEGAPIXELS} megapixels.`, {
        params: { most: MOST_MEGAPIXELS },
      })
    : new NodError('image_unreadable', 'The picture is damaged or incomplete. Send another one.');
}
