/** A faulty network: a proxy between a browser and Nod, which loses answers that Nod has given. */
import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import { pathOf, ROUTES, type RouteName } from '../../../shared/routes.ts';

export type FaultyNetwork = {
  /** For a context's `proxy` option; the addresses stay as they are. */
  readonly proxy: { server: string; bypass: string };
  /**
   * Loses the next answer of a route, after Nod has given it: the whole of it, or its body, so that the cookies in its
   * head arrive.
   */
  loseAnswer(name: RouteName, part?: Part, params?: Record<string, string>): void;
  /** From now on nobody is there, until it is mended. */
  cut(): void;
  mend(): void;
};

type Part = 'all' | 'body';

/** A faulty network for the tests of a file. */
export function faultyNetwork(): FaultyNetwork {
  let isCut = false;
  const losses: { method: string; path: string; part: Part }[] = [];
  const lossOf = (method: string | undefined, path: string): Part | undefined => {
    const at = losses.findIndex((loss) => loss.method === method && loss.path === path);
    return at < 0 ? undefined : losses.splice(at, 1)[0]?.part;
  };
  const server = createServer((request, response) => {
    const { method, url = '/', headers } = request;
    if (isCut) return void response.destroy();
    const target = new URL(url);
    const passed = forward(target, { method: method ?? 'GET', headers }, (answer) => {
      const lost = lossOf(method, target.pathname);
      if (lost !== undefined) answer.resume();
      if (lost === 'all') return void response.destroy();
      // A browser repeats by itself what was lost on a connection that it had used before.
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' });
      if (lost === undefined) answer.pipe(response);
      else response.write(' ', () => response.destroy());
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  let port = 0;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return {
    get proxy() {
      // Chromium asks local addresses past a proxy unless told otherwise.
      return { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' };
    },
    loseAnswer(name, part = 'all', params = {}) {
      losses.push({ method: ROUTES[name].method, path: pathOf(name, params), part });
    },
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
    },
  };
}
