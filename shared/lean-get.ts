/**
 * One strongly consistent read of a row, alone or with another one beside it, and nothing else, for the function that is called more often than all others together:
 * the SDK is a third of its cold start and half of a warm call (`npm run bench`). What the SDK does for a read is kept:
 * signatures (AWS Signature Version 4, by its own package), connections that stay open, bounded attempts with jitter,
 * and a wrong clock put right. Like the SDK, it leaves it to TLS that answers come as they were sent.
 */
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { Agent, request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import { env } from './env.ts';

/** Which row of which table. */
export type RowAddress = { TableName: string; Key: { pk: string; sk: string } };

type Row = Record<string, unknown> | undefined;

export type LeanGet = {
  /** The row, strongly consistent, or `undefined` where there is none: a GetItem. */
  row(row: RowAddress, signal: AbortSignal): Promise<Row>;
  /**
   * The same, and in the same call a row of another table as it stood some milliseconds ago, at half the price: a
   * BatchGetItem. `null` where the store was too busy for the other one.
   */
  rowBeside(row: RowAddress, other: RowAddress, signal: AbortSignal): Promise<[Row, Row | null]>;
};

type Answer = { status: number; date: string | undefined; text: string };

const ATTEMPTS = 3;
/** The first pause is shorter than this by chance, and the next one than twice as much; as in the SDK. */
const PAUSE_MS = 100;
const THROTTLED_PAUSE_MS = 500;
const THROTTLED =
  /^(Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|LimitExceeded|TooManyRequests)/;
/** A refusal is put down to a clock that is so far off: AWS takes signatures of 5 minutes before and after. */
const SKEW_MS = 4 * 60_000;

/** What DynamoDB answered instead of the row, under the name that it gives it. */
class Refusal extends Error {
  readonly status: number;
  /** The time by the store's clock, in milliseconds, if it said so. */
  readonly at: number;

  constructor({ status, date, text }: Answer) {
    const { __type = 'Error', message, Message } = refusalIn(text);
    super(message ?? Message ?? `The store answered ${status}.`);
    this.name = String(__type).replace(/^.*#/, '');
    this.status = status;
    this.at = Date.parse(date ?? '');
  }

  get isThrottling(): boolean {
    return THROTTLED.test(this.name);
  }
}

/**
 * The way to the DynamoDB of this environment, with connections of its own.
 *
 * @param connectMs how long a connection may take to be made
 * @param attemptMs how long an attempt may take to its end, of which there are three
 * Credentials are those of the environment, where Lambda has them.
 *
 * @throws {Error} from what it returns: when `signal` aborts, after the last attempt, or at once where no repeat would
 *   mend it; what DynamoDB said is the error's `name`, as with the SDK
 */
export function leanGet(connectMs: number, attemptMs: number): LeanGet {
  const { region } = env;
  const {
    protocol,
    hostname,
    host,
    port,
    pathname: path,
  } = new URL(env.storeEndpoint ?? regionalEndpoint(region, env.awsAddresses));
  const headers = {
    host,
    'content-type': 'application/x-amz-json-1.0',
  };
  const signer = new SignatureV4({
    service: 'dynamodb',
    region,
    credentials: async () => env.credentials,
    sha256: Sha256,
    applyChecksum: false,
  });
  const way = wayBy(protocol);
  /** By how much the store's clock is ahead of ours. */
  let aheadMs = 0;

  async function attempt(target: string, body: string, signal: AbortSignal): Promise<string> {
    const call = {
      method: 'POST',
      protocol,
      hostname,
      path,
      query: {},
      headers: { ...headers, 'x-amz-target': `DynamoDB_20120810.${target}` },
      body,
    };
    const signed = await signer.sign(call, { signingDate: new Date(Date.now() + aheadMs) });
    const { request, agent } = await way;
    const options = { agent, hostname, port, path, method: 'POST', headers: signed.headers, signal };
    const answer = await new Promise<Answer>((resolve, reject) => {
      const sent = request(options, (response) => {
        const { statusCode: status = 0, headers } = response;
        let text = '';
        response.setEncoding('utf8').on('error', reject);
        response.on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve({ status, date: headers.date, text }));
      });
      const within = (ms: number) =>
        setTimeout(() => sent.destroy(new Error('The store took too long.')), ms);
      const whole = within(attemptMs);
      let connecting: NodeJS.Timeout | undefined;
      sent.on('socket', (socket) => {
        if (!socket.connecting) return;
        connecting = within(connectMs);
        socket.once('connect', () => clearTimeout(connecting));
      });
      sent.on('error', reject);
      sent.on('close', () => {
        clearTimeout(whole);
        clearTimeout(connecting);
      });
      sent.end(body);
    });
    if (answer.status !== 200) throw new Refusal(answer);
    return answer.text;
  }

  /**
   * Whether another attempt makes sense: what came was nothing, garbage, the store's own trouble, or about the time of a
   * signature that took the store to be `takenMs` ahead.
   */
  function mayPass(error: unknown, takenMs: number): boolean {
    if (!(error instanceof Refusal) || error.status >= 500 || error.isThrottling) return true;
    const foundMs = error.at - Date.now();
    if (!(Math.abs(foundMs - takenMs) >= SKEW_MS)) return false;
    aheadMs = foundMs;
    return true;
  }

  /** @param read what is made of the answer; whatever it throws is repeated like an answer that was garbage */
  async function ask<T>(
    target: string,
    input: object,
    read: (answer: Answered) => T,
    signal: AbortSignal,
  ): Promise<T> {
    const body = JSON.stringify(input);
    for (let attempts = 1; ; attempts++) {
      const takenMs = aheadMs;
      try {
        return readBy(read, await attempt(target, body, signal));
      } catch (error) {
        if (attempts === ATTEMPTS || signal.aborted || !mayPass(error, takenMs)) throw error;
        const isThrottling = error instanceof Refusal && error.isThrottling;
        const most = (isThrottling ? THROTTLED_PAUSE_MS : PAUSE_MS) * 2 ** (attempts - 1);
        await sleep(Math.random() * most, undefined, { signal });
      }
    }
  }

  return {
    row: ({ TableName, Key }, signal) =>
      ask('GetItem', { TableName, Key: keyOf(Key), ConsistentRead: true }, ({ Item }) => rowIn(Item), signal),
    rowBeside(row, other, signal) {
      const keys = ({ Key }: RowAddress) => ({ Keys: [keyOf(Key)] });
      const RequestItems = {
        [row.TableName]: { ...keys(row), ConsistentRead: true },
        [other.TableName]: keys(other),
      };
      return ask(
        'BatchGetItem',
        { RequestItems },
        ({ Responses, UnprocessedKeys: left = {} }) => {
          if (row.TableName in left) throw new Error('The store was too busy.');
          const found = ({ TableName }: RowAddress) => rowIn(Responses[TableName]?.[0]);
          return [found(row), other.TableName in left ? null : found(other)];
        },
        signal,
      );
    },
  };
}

const keyOf = ({ pk, sk }: RowAddress['Key']) => ({ pk: { S: pk }, sk: { S: sk } });

type Way = { request: typeof request; agent: Agent };

/** Only on one machine is there no TLS, and Node.js is slow to load the module for that. */
async function wayBy(protocol: string): Promise<Way> {
  const options = { keepAlive: true, maxSockets: 50 };
  if (protocol === 'https:') return { request, agent: new Agent(options) };
  const http = await import('node:http');
  return { request: http.request, agent: new http.Agent(options) as Agent };
}

type Attributes = Parameters<typeof unmarshall>[0];

/** What the store answers with, as far as it is read here. */
type Answered = {
  Item?: Attributes;
  Responses: Record<string, Attributes[]>;
  UnprocessedKeys?: Record<string, unknown>;
};

const rowIn = (attributes: Attributes | undefined): Row => attributes && unmarshall(attributes);

/** @throws {Error} if this is no answer to what was asked: never a mistake of ours, as a TypeError would be */
function readBy<T>(read: (answer: Answered) => T, text: string): T {
  try {
    const answer = JSON.parse(text, /"BS?"/.test(text) ? withBytes : undefined);
    if (Object(answer) !== answer) throw new Error('It is no object.');
    return read(answer);
  } catch (cause) {
    throw new Error('The store answered what no store answers.', { cause });
  }
}

/** Makes bytes of what is binary. An attribute of these names has an object under it, and no text or list. */
function withBytes(name: string, value: unknown): unknown {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
  if (name === 'B' && typeof value === 'string') return bytes(value);
  return name === 'BS' && Array.isArray(value) ? value.map(bytes) : value;
}

/** What of a refusal is told; nothing, if it comes from something else that is in the way. */
function refusalIn(text: string): { __type?: string; message?: string; Message?: string } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Node.js' own, in the form that the signer asks for. */
class Sha256 {
  readonly #hash: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined ? createHash('sha256') : createHmac('sha256', secret as string | Uint8Array);
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {
    throw new Error('Each hash is made for one text.');
  }
}

/** How addresses of AWS end, and those that have IPv6 as well. */
const AWS = ['amazonaws.com', 'api.aws'] as const;

/** The same in the partitions that are apart, by how their regions begin. */
const PARTITIONS: [regions: RegExp, suffix: string, dualStack: string][] = [
  [/^cn-/, 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  [/^eusc-/, 'amazonaws.eu', 'api.amazonwebservices.eu'],
  [/^us-iso-/, 'c2s.ic.gov', 'api.aws.ic.gov'],
  [/^us-isob-/, 'sc2s.sgov.gov', 'api.aws.scloud'],
  [/^eu-isoe-/, 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
  [/^us-isof-/, 'csp.hci.ic.gov', 'api.aws.hci.ic.gov'],
];

/** DynamoDB's address in a region, as the SDK has it: by validated cryptography (FIPS 140), or also by IPv6, if asked for. */
export function regionalEndpoint(region: string, use: { fips: boolean; dualStack: boolean }): string {
  const [, suffix, dualStack] = PARTITIONS.find(([regions]) => regions.test(region)) ?? [/^/, ...AWS];
  // The plain addresses of GovCloud are validated.
  const isValidated = use.fips && (use.dualStack || !region.startsWith('us-gov-'));
  return `https://dynamodb${isValidated ? '-fips' : ''}.${region}.${use.dualStack ? dualStack : suffix}`;
}
