/**
 * A proxy between the functions and the database that notes every call: which function (each signs with a key of its
 * own), which operation, which tables. On demand it makes calls fail as well.
 */
import { once } from 'node:events';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { accessKeyOf } from '../../infra/local/functions.ts';
import { type Fault, refusalOf } from './faults.ts';

export type DatabaseCall = {
  /** The access key that signed it. */
  key: string;
  /** Such as `GetItem`. */
  operation: string;
  input: Record<string, unknown>;
  /** The capacity units that it took, where the proxy `weighs`. */
  units?: number;
};

/** Which calls are to fail: all of them, unless said otherwise. */
export type FaultScope = {
  /** The function that calls. */
  from?: Parameters<typeof accessKeyOf>[0];
  /** Such as `GetItem`. */
  operation?: string;
  /** How many of these calls are let through before. */
  after?: number;
  /** How many of them fail then. */
  times?: number;
};

export type RecordingProxy = {
  endpoint: string;
  calls: DatabaseCall[];
  /** Whether the database is asked what each call takes; what it answers is noted in the call. */
  weighs: boolean;
  /** How many calls the database has at the moment. */
  readonly underWay: number;
  /** The calls that a function has made so far, or those of one operation. */
  callsFrom(name: Parameters<typeof accessKeyOf>[0], operation?: string): DatabaseCall[];
  /** Makes calls fail until enough of them have, or until `mend`. */
  disturb(fault: Fault, scope?: FaultScope): void;
  /** Ends all faults. */
  mend(): void;
  /** Passes calls on to another database from now on. */
  leadTo(databaseEndpoint: string): void;
  close(): Promise<void>;
};

export async function startRecordingProxy(databaseEndpoint: string): Promise<RecordingProxy> {
  let target = new URL(databaseEndpoint);
  const calls: DatabaseCall[] = [];
  let underWay = 0;
  let disturbances: { fault: Fault; victims: FaultScope; seen: number }[] = [];

  function faultOf({ key, operation }: DatabaseCall): Fault | undefined {
    for (const disturbance of disturbances) {
      const { fault, victims: scope } = disturbance;
      const { from, after = 0, times = Number.POSITIVE_INFINITY } = scope;
      if (from !== undefined && accessKeyOf(from) !== key) continue;
      if (scope.operation !== undefined && scope.operation !== operation) continue;
      const at = disturbance.seen++;
      if (at >= after && at < after + times) return fault;
    }
    return undefined;
  }

  function pass(
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    isLost: boolean,
    weighed?: DatabaseCall,
  ): void {
    const { method = 'POST', url = '/', headers } = request;
    const { hostname, port } = target;
    const length = { 'content-length': String(body.length) };
    const passed = forward(
      { hostname, port, method, path: url, headers: { ...headers, ...length } },
      (answer) => {
        if (weighed !== undefined) weigh(weighed, answer);
        if (isLost) {
          answer.resume().on('end', () => response.destroy());
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    underWay++;
    passed.on('close', () => underWay--);
    passed.on('error', () => response.destroy());
    passed.end(body);
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const call: DatabaseCall = {
      key: request.headers.authorization?.match(/Credential=([^/]+)/)?.[1] ?? '',
      operation: String(request.headers['x-amz-target']).split('.')[1] ?? '',
      input: JSON.parse(body.toString() || '{}'),
    };
    calls.push(call);
    const fault = faultOf(call);
    if (fault === 'silence') return;
    if (fault === 'cut') return void response.destroy();
    if (typeof fault === 'object') await ('until' in fault ? fault.until : sleep(fault.answerAfterMs));
    else if (fault !== undefined && fault !== 'answer lost') {
      const refusal = refusalOf(call, fault);
      response.writeHead(refusal.status, { 'content-type': 'application/x-amz-json-1.0' }).end(refusal.body);
      return;
    }
    const isLost = fault === 'answer lost';
    if (!proxy.weighs) return pass(request, body, response, isLost);
    const asking = JSON.stringify({ ...call.input, ReturnConsumedCapacity: 'TOTAL' });
    pass(request, Buffer.from(asking), response, isLost, call);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wiretap has no port');
  const proxy: RecordingProxy = {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls,
    weighs: false,
    get underWay() {
      return underWay;
    },
    callsFrom: (name, operation) =>
      calls.filter(
        (call) => call.key === accessKeyOf(name) && (operation === undefined || call.operation === operation),
      ),
    disturb(fault, scope = {}) {
      disturbances.push({ fault, victims: scope, seen: 0 });
    },
    mend() {
      disturbances = [];
    },
    leadTo(databaseEndpoint) {
      target = new URL(databaseEndpoint);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return proxy;
}

/** Notes what an answer says that its call took: of a transaction and of a batch for each table. */
function weigh(call: DatabaseCall, answer: IncomingMessage): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => {
    const { ConsumedCapacity = [] } = JSON.parse(Buffer.concat(chunks).toString());
    const parts: { CapacityUnits: number }[] = [ConsumedCapacity].flat();
    call.units = parts.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  });
}
