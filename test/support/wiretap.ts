/**
 * A proxy between the functions and the database that notes every call: which function (each signs with a
 * key of its own), which operation, which tables.
 */
import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';

export type DatabaseCall = {
  /** The access key that signed it. */
  key: string;
  /** Such as `GetItem`. */
  operation: string;
  input: Record<string, unknown>;
};

export type Wiretap = {
  endpoint: string;
  calls: DatabaseCall[];
  /** Lets the next call reach the database, and its answer nobody. */
  loseNextAnswer(): void;
  close(): Promise<void>;
};

export async function startWiretap(databaseEndpoint: string): Promise<Wiretap> {
  const target = new URL(databaseEndpoint);
  const calls: DatabaseCall[] = [];
  let losesNext = false;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    calls.push({
      key: request.headers.authorization?.match(/Credential=([^/]+)/)?.[1] ?? '',
      operation: String(request.headers['x-amz-target']).split('.')[1] ?? '',
      input: JSON.parse(body.toString() || '{}'),
    });
    const isLost = losesNext;
    losesNext = false;
    const { method = 'POST', url = '/', headers } = request;
    const passed = forward(
      { hostname: target.hostname, port: target.port, method, path: url, headers },
      (answer) => {
        if (isLost) {
          answer.resume().on('end', () => response.destroy());
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', () => response.destroy());
    passed.end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wiretap has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls,
    loseNextAnswer() {
      losesNext = true;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
