/** A DynamoDB that has one row in each table, behind TLS with a certificate made for the day. */
import { once } from 'node:events';
import { createServer } from 'node:https';
import { makeCertificate } from './certificate.ts';

export type StoreStub = { endpoint: string; certificate: string; close(): void };

/** @param tables the one row of each, with DynamoDB's types: every read of a table is answered with it */
export async function startStoreStub(folder: string, tables: Record<string, object>): Promise<StoreStub> {
  const { file: certificate, tls } = makeCertificate(folder);
  type Asked = { TableName?: string; RequestItems?: Record<string, unknown> };
  const rowsOf = (table: string) => (tables[table] === undefined ? [] : [tables[table]]);
  const answerTo = ({ TableName = '', RequestItems }: Asked) =>
    RequestItems === undefined
      ? { Item: tables[TableName] }
      : { Responses: Object.fromEntries(Object.keys(RequestItems).map((table) => [table, rowsOf(table)])) };
  const server = createServer(tls, (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const answer = JSON.stringify(answerTo(JSON.parse(body)));
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(answer);
    });
  }).listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    certificate,
    endpoint: `https://localhost:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
