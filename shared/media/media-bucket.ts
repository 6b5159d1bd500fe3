/** The files of pictures, in S3: private, each under the path at which CloudFront shows it. */
import { DeleteObjectsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { env } from '../env.ts';
import { NodError } from '../errors.ts';
import type { MediaId } from '../ids.ts';
import { MEDIA_AT_EDGE_SECONDS, mediaPath, SIZES } from './media.ts';

/** One try, and all of them together: S3 answers within a tenth of a second. */
const TRY_MS = 2000;
const WITHIN_MS = 4000;

/** What S3 takes in one call, and how many files a picture may have. */
const MOST_KEYS = 1000;
const ALL_SIZES = Object.values(SIZES).flat();
/** As many pictures as are deleted in one call. */
export const MOST_AT_ONCE = Math.floor(MOST_KEYS / ALL_SIZES.length);

const keyOf = (id: MediaId, size: number): string => mediaPath(id, size).slice(1);

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
      const Objects = ids.flatMap((id) => ALL_SIZES.map((size) => ({ Key: keyOf(id, size) })));
      const command = new DeleteObjectsCommand({ Bucket: env.mediaBucket, Delete: { Objects, Quiet: true } });
      const { Errors = [] } = await mapped(() =>
        s3().send(command, { abortSignal: AbortSignal.timeout(WITHIN_MS) }),
      );
      if (Errors.length > 0) throw unavailable(Errors[0]?.Code);
    },
  };
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
