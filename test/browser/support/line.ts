/** A bad line: a proxy between a browser and Nod, which loses answers that Nod has given. */
import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import { pathOf, ROUTES, type RouteName } from '../../../shared/routes.ts';

export type Line = {
  /** For a context's `proxy` option; the addresses stay as they are. */
  readonly proxy: { server: string; bypass: string };
  /** Loses the next answer of a route that takes no parameters, after Nod has given it. */
  loseAnswer(name: RouteName): void;
};

/** Lays a line for the tests of a file. */
export function badLine(): Line {
  const losses: RouteName[] = [];
  const isLost = (method: string | undefined, path: string): boolean => {
    const at = losses.findIndex((name) => ROUTES[name].method === method && pathOf(name) === path);
    if (at >= 0) losses.splice(at, 1);
    return at >= 0;
  };
  const server = createServer((request, response) => {
    const { method, url = '/', headers } = request;
    const target = new URL(url);
    const passed = forward(target, { method: method ?? 'GET', headers }, (answer) => {
      if (isLost(method, target.pathname)) {
        answer.resume();
        response.destroy();
        return;
      }
      // A browser repeats by itself what was lost on a connection that it had used before.
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' });
      answer.pipe(response);
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
    loseAnswer: (name) => void losses.push(name),
  };
}
