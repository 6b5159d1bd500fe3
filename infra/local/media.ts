/** S3 on this machine, with the bucket of the pictures. */
import { mkdir } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export const MEDIA_BUCKET = 'nod-media';

export type LocalMedia = {
  endpoint: string;
  stop(): Promise<void>;
};

type Bucket = { port: number; stop(): Promise<void> };

/**
 * It listens at once and begins with the first picture: until then its forty megabytes are not needed.
 * @param folder where pictures are kept; without one they are gone when it stops
 */
export async function startMedia(folder?: string): Promise<LocalMedia> {
  let beginning: Promise<Bucket> | undefined;
  const open = new Set<Socket>();

  const server = createServer(async (caller) => {
    follow(caller);
    beginning ??= begin(folder);
    const bucket = await beginning.catch((error: Error) => void caller.destroy(error));
    if (!bucket) return;
    const other = connect(bucket.port, '127.0.0.1');
    follow(other);
    caller.pipe(other).pipe(caller);
    caller.on('close', () => other.destroy());
    other.on('close', () => caller.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  /** Whoever is cut off notices it by itself. */
  function follow(socket: Socket): void {
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
  }

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await (await beginning?.catch(() => undefined))?.stop();
    },
  };
}

async function begin(folder: string | undefined): Promise<Bucket> {
  const { startFauxqs } = await import('fauxqs');
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const server = await startFauxqs({
    port: 0,
    logger: false,
    host: '127.0.0.1',
    ...(folder === undefined ? {} : { s3StorageDir: folder }),
  });
  server.createBucket(MEDIA_BUCKET);
  return { port: server.port, stop: () => server.stop() };
}
