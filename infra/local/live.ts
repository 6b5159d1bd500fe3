/**
 * The WebSocket API on this machine, as API Gateway has it behind CloudFront: who connects to `/live` is let in by the
 * function `live-connect`, and what the function `bell` posts to the management API reaches them.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { decoded, toConnectEvent, toDisconnectEvent } from './event.ts';
import type { LocalFunctions } from './functions.ts';

/** API Gateway closes what is idle for ten minutes, and everything after two hours. */
const IDLE_MS = 10 * 60_000;
const LONGEST_MS = 2 * 60 * 60_000;
const GOING_AWAY = 1001;

export type LocalLive = {
  /** Where the functions post: the management API's address. */
  endpoint: string;
  /** Lets somebody in, or refuses as API Gateway does. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, functions: LocalFunctions): Promise<void>;
  /** Breaks every connection, as a network does. */
  hangUp(): void;
  close(): Promise<void>;
};

type Connection = { socket: WebSocket; connectedAt: number };

/** Begins with nobody connected. */
export async function localLive(originSecret: string): Promise<LocalLive> {
  const connections = new Map<string, Connection>();
  const leaving = new Set<Promise<unknown>>();
  const sockets = new WebSocketServer({ noServer: true });
  const management = createServer((request, response) => void manage(request, response)).listen(
    0,
    '127.0.0.1',
  );
  await once(management, 'listening');

  async function upgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    functions: LocalFunctions,
  ): Promise<void> {
    const id = connectionId();
    const status = await functions
      .trigger('live-connect', toConnectEvent(request, id, originSecret))
      .then((answer) => (answer as { statusCode?: number } | undefined)?.statusCode ?? 500)
      .catch((error: Error) => {
        console.error('live-connect:', error.message);
        return 500;
      });
    const left = () => {
      const told = functions.trigger('live-disconnect', toDisconnectEvent(id)).catch((error: Error) => {
        console.error('live-disconnect:', error.message);
      });
      leaving.add(told);
      void told.then(() => leaving.delete(told));
    };
    if (status !== 200) return refuse(socket, status);
    // Whoever has gone meanwhile has left rows behind.
    if (socket.destroyed) return left();
    sockets.handleUpgrade(request, socket, head, (connected) => {
      connections.set(id, { socket: connected, connectedAt: Date.now() });
      const longest = setTimeout(() => connected.close(GOING_AWAY), LONGEST_MS);
      let idle = setTimeout(() => connected.close(GOING_AWAY), IDLE_MS);
      connected.on('message', () => {
        clearTimeout(idle);
        idle = setTimeout(() => connected.close(GOING_AWAY), IDLE_MS);
      });
      connected.on('error', () => connected.terminate());
      connected.on('close', () => {
        clearTimeout(longest);
        clearTimeout(idle);
        connections.delete(id);
        left();
      });
    });
  }

  /** The management API (API Gateway Developer Guide, "Use @connections commands"). */
  async function manage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    // A connection's name may have slashes, which are escaped in the path.
    const [, id = ''] = /^\/@connections\/(.+)$/.exec(decoded(request.url ?? '')) ?? [];
    const connection = connections.get(id);
    if (connection === undefined) return void response.writeHead(410).end();
    switch (request.method) {
      case 'POST':
        connection.socket.send(Buffer.concat(chunks).toString());
        return void response.writeHead(200).end();
      case 'DELETE':
        connection.socket.close();
        return void response.writeHead(204).end();
      default:
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ connectedAt: new Date(connection.connectedAt).toISOString() }));
    }
  }

  const hangUp = (): void => {
    for (const { socket } of connections.values()) socket.terminate();
  };

  return {
    endpoint: `http://127.0.0.1:${(management.address() as AddressInfo).port}`,
    upgrade,
    hangUp,
    async close() {
      const closed = [...connections.values()].map(({ socket }) => once(socket, 'close'));
      hangUp();
      await Promise.all(closed);
      await Promise.all(leaving);
      management.close();
      management.closeAllConnections();
      await once(management, 'close');
    },
  };
}

/** In the form that API Gateway gives them. */
function connectionId(): string {
  return randomBytes(11).toString('base64');
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
