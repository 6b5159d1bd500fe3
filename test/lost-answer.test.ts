/** A write whose answer is lost on the way, and which the SDK repeats by itself, is no lost race. */
import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, inject, it, onTestFinished } from 'vitest';
import { connect } from '../shared/database.ts';
import { close } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { active } from './support/sessions.ts';
import { tables } from './support/tables.ts';

const { db: direct } = tables();

it('a session is closed once, although nobody heard that it was', async () => {
  const target = new URL(inject('databaseEndpoint'));
  let writes = 0;
  const proxy = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = 'POST', url = '/', headers } = request;
    const passed = forward(
      { hostname: target.hostname, port: target.port, method, path: url, headers },
      (answer) => {
        // The first one reaches the database, and its answer nobody.
        if (++writes === 1) {
          answer.resume().on('end', () => response.destroy());
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.end(Buffer.concat(chunks));
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const behindProxy = connect(client, direct.tableName);

  const now = new Date();
  const session = active(now);
  await direct.write(sessionStore(direct).start(session));
  await behindProxy.write(sessionStore(behindProxy).close(close(session, 'phone', now), now));
  expect(writes).toBe(2);
  expect((await sessionStore(direct).get(session.userId, session.id))?.status).toBe('closed');
});
