/** The files of pictures, in S3: private, each under the path at which CloudFront shows it. */
import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { env } from '../env.ts';
import { NodError } from '../errors.ts';
import type { MediaId } from '../ids.ts';
import { HELD_FOLDER, MEDIA_AT_EDGE_SECONDS, MEDIA_FOLDER, type Media, mediaPath, SIZES } from './media.ts';

/** One try, and all of them together: S3 answers within a tenth of a second. */
const TRY_MS = 2000;
const WITHIN_MS = 4000;

/** What S3 takes in one call, and how many files a picture may have. */
const MOST_KEYS = 1000;
const ALL_SIZES = Object.values(SIZES).flat();
/** As many pictures as are deleted in one call. */
export const MOST_AT_ONCE = Math.floor(MOST_KEYS / (2 * ALL_SIZES.length));

const keyOf = (id: MediaId, size: number): string => mediaPath(id, size).slice(1);
const heldKeyOf = (id: MediaId, size: number): string => keyOf(id, size).replace(MEDIA_FOLDER, HELD_FOLDER);

export function mediaBucket(makeClient = boundedClient) {
  let client: S3Client | undefined;
  const s3 = () => {
    client ??= makeClient();
    return client;
  };

  return {
    /** @throws {NodError} `store_unavailable` */
    async put(id: MediaId, size: number, bytes: Uint8Array): Promise<void> {
      const command = new PutObjectCommand({
        Bucket: env.mediaBucket,
        Key: keyOf(id, size),
        Body: bytes,
        ContentType: 'image/webp',
        CacheControl: `public, s-maxage=${MEDIA_AT_EDGE_SECONDS}, max-age=${MEDIA_AT_EDGE_SECONDS}`,
      });
      await mapped(() => s3().send(command, { abortSignal: AbortSignal.timeout(WITHIN_MS) }));
    },

    /** Deletes all files of the pictures, at most {@link MOST_AT_ONCE}; those that are not there are none. */
    async remove(ids: readonly MediaId[]): Promise<void> {
      await removeAll(
        ids.flatMap((id) => ALL_SIZES.flatMap((size) => [keyOf(id, size), heldKeyOf(id, size)])),
      );
    },

    /** Takes the files of a picture to where they are shown, or away from there; those that are there already stay. */
    async move({ id, use }: Pick<Media, 'id' | 'use'>, isShown: boolean): Promise<void> {
      const [from, to] = isShown ? [heldKeyOf, keyOf] : [keyOf, heldKeyOf];
      const copied = await Promise.all(
        SIZES[use].map(async (size) => ((await copy(from(id, size), to(id, size))) ? [from(id, size)] : [])),
      );
      // Only what was seen to be copied: one that is missing has been moved before.
      await removeAll(copied.flat());
    },
  };

  /** @returns whether there was anything to copy */
  async function copy(from: string, to: string): Promise<boolean> {
    const Bucket = env.mediaBucket;
    const command = new CopyObjectCommand({ Bucket, Key: to, CopySource: `${Bucket}/${from}` });
    return mapped(async () => {
      try {
        await s3().send(command, { abortSignal: AbortSignal.timeout(WITHIN_MS) });
        return true;
      } catch (error) {
        if (error instanceof NoSuchKey) return false;
        throw error;
      }
    });
  }

  async function removeAll(keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    const Objects = keys.map((Key) => ({ Key }));
    const command = new DeleteObjectsCommand({ Bucket: env.mediaBucket, Delete: { Objects, Quiet: true } });
    const { Errors = [] } = await mapped(() =>
      s3().send(command, { abortSignal: AbortSignal.timeout(WITHIN_MS) }),
    );
    if (Errors.length > 0) throw unavailable(Errors[0]?.Code);
  }
}

async function mapped<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw unavailable(error);
  }
}

function unavailable(cause: unknown): NodError {
  return new NodError('store_unavailable', 'The pictures could not be reached. Try again in a moment.', {
    retryAfter: 1,
    cause,
  });
}

function boundedClient(): S3Client {
  const endpoint = env.mediaEndpoint;
  return new S3Client({
    // On this machine a bucket has no host name of its own.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    maxAttempts: 2,
    requestHandler: { connectionTimeout: TRY_MS, requestTimeout: TRY_MS, throwOnRequestTimeout: true },
  });
}
