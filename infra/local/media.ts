/** S3 on this machine, with the bucket of the pictures. */
import { mkdir } from 'node:fs/promises';

export const MEDIA_BUCKET = 'nod-media';

export type LocalMedia = {
  endpoint: string;
  stop(): Promise<void>;
};

/** @param folder where pictures are kept; without one they are gone when it stops */
export async function startMedia(folder?: string): Promise<LocalMedia> {
  // Not at the top: it takes a moment to load, and not everything here needs it.
  const { startFauxqs } = await import('fauxqs');
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const server = await startFauxqs({
    port: 0,
    logger: false,
    host: '127.0.0.1',
    ...(folder === undefined ? {} : { s3StorageDir: folder }),
  });
  server.createBucket(MEDIA_BUCKET);
  return { endpoint: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
}
