/**
 * The thread in which one picture is decoded: the entry of a bundle of its own, beside that of `media-create`, with sharp's
 * WebAssembly build (`infra/image-encoder.ts`). Whatever the picture does to it, the thread ends, and the next picture has
 * a new one with a memory of its own.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type EncodedImage, encodedImage, type ImageRefusal, ImageRefused, prepare } from './encoding.ts';
import type { ImageType } from './image-type.ts';
import type { MediaUse } from './media.ts';

export type EncoderInput = { bytes: Uint8Array; type: ImageType; use: MediaUse };

/** `ready` comes first: what goes wrong before it is a fault of ours, and after it one of the picture. */
export type EncoderOutput = 'ready' | { image: EncodedImage } | { refused: ImageRefusal; why: string };

const { bytes, type, use } = workerData as EncoderInput;

const say = (output: EncoderOutput): void => parentPort?.postMessage(output);

prepare();
say('ready');
try {
  say({ image: await encodedImage(Buffer.from(bytes), type, use) });
} catch (error) {
  if (!(error instanceof ImageRefused)) throw error;
  say({ refused: error.why, why: error.cause instanceof Error ? error.cause.message : '' });
}
