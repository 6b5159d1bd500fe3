/**
 * A push service on this machine (RFC 8030) and the phone's end of it: it checks who sends (VAPID, RFC 8292),
 * decrypts what arrives as a phone's browser would (RFC 8291), and answers as it is told to.
 */
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PushSubscription } from '../../shared/devices/device.ts';
import type { PushNotice } from '../../shared/push/push-message.ts';

export type Arrival = {
  endpoint: string;
  /** What a phone's browser would hand to its service worker. */
  notice: PushNotice;
  /** What the push service is told of it, in lower case. */
  ttl: number;
  urgency: string | undefined;
  topic: string | undefined;
  /** Who sent it: the public key that its signed claims were checked with. */
  sender: { publicKey: string; aud: string; sub: string };
  /** The whole request as it came over the line. */
  raw: string;
};

/** A status, with a header or none; or nothing for so long, or more and more of an answer. */
export type PushAnswer = { status: number; location?: string } | { silentMs: number } | 'endless';

export type PushService = {
  origin: string;
  /** What has arrived so far and was answered with 201. */
  arrivals: Arrival[];
  /** Every request, however it was answered. */
  requests: string[];
  /** A new subscription, as a phone's browser makes one. */
  subscribe(): PushSubscription;
  /** How a subscription's pushes are answered from now on: one after the other, and the last one for ever. */
  answer(subscription: PushSubscription, ...answers: PushAnswer[]): void;
  /** Waits until so many have arrived. @throws {Error} if they have not within half a minute */
  arrived(count: number): Promise<Arrival[]>;
  stop(): Promise<void>;
};

type Keys = { pair: ECDH; auth: Buffer };

export async function startPushService(): Promise<PushService> {
  const keysOf = new Map<string, Keys>();
  const answersOf = new Map<string, PushAnswer[]>();
  const arrivals: Arrival[] = [];
  const requests: string[] = [];

  const server = createServer(async (request, response) => {
    const endpoint = `${origin}${request.url}`;
    requests.push(endpoint);
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const [answer = { status: 201 }, ...later] = answersOf.get(endpoint) ?? [];
    if (later.length > 0) answersOf.set(endpoint, later);
    if (answer === 'endless') {
      response.writeHead(201);
      while (!response.destroyed) {
        response.write(randomBytes(65_536));
        await sleep(10);
      }
      return;
    }
    if ('silentMs' in answer) return void setTimeout(() => response.destroy(), answer.silentMs);
    const { status, location } = answer;
    try {
      const keys = keysOf.get(endpoint);
      if (keys === undefined) throw new Error(`nobody subscribed ${endpoint}`);
      const arrival = received(request, endpoint, Buffer.concat(chunks), keys);
      if (status === 201) arrivals.push(arrival);
      response.writeHead(status, location === undefined ? {} : { location }).end();
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the push service has no port');
  const origin = `http://localhost:${address.port}`;

  return {
    origin,
    arrivals,
    requests,
    subscribe() {
      const pair = createECDH('prime256v1');
      pair.generateKeys();
      const auth = randomBytes(16);
      const endpoint = `${origin}/push/${randomBytes(12).toString('base64url')}`;
      keysOf.set(endpoint, { pair, auth });
      return {
        endpoint,
        keys: { p256dh: pair.getPublicKey('base64url'), auth: auth.toString('base64url') },
      };
    },
    answer({ endpoint }, ...answers) {
      answersOf.set(endpoint, answers);
    },
    async arrived(count) {
      const giveUpAt = Date.now() + 30_000;
      while (arrivals.length < count) {
        if (Date.now() > giveUpAt) throw new Error(`${arrivals.length} of ${count} pushes arrived`);
        await sleep(50);
      }
      return arrivals;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** @throws {Error} if it is not a push as the standards have it */
function received({ headers }: IncomingMessage, endpoint: string, body: Buffer, keys: Keys): Arrival {
  if (headers['content-encoding'] !== 'aes128gcm') throw new Error('not encrypted as RFC 8188 has it');
  return {
    endpoint,
    notice: JSON.parse(decrypted(body, keys)),
    ttl: Number(headers.ttl),
    urgency: headers.urgency as string | undefined,
    topic: headers.topic as string | undefined,
    sender: senderOf(headers.authorization ?? '', endpoint),
    raw: `${endpoint}\n${JSON.stringify(headers)}\n${body.toString('latin1')}`,
  };
}

/** RFC 8291 §3.4 and RFC 8188 §2: header (salt, record size, key id) and one record. */
function decrypted(body: Buffer, { pair, auth }: Keys): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const theirs = body.subarray(21, 21 + idLength);
  const sealed = body.subarray(21 + idLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs]);
  const secret = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // A two, and zeros, end the last record.
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}

/** RFC 8292 §2 and §3: claims signed with ES256, for this push service and for less than a day. */
function senderOf(authorization: string, endpoint: string): Arrival['sender'] {
  const [, token = '', publicKey = ''] = authorization.match(/^vapid t=([^,]+), ?k=(.+)$/) ?? [];
  const [header = '', payload = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const [x = '', y = ''] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
    part.toString('base64url'),
  );
  const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, sub, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const seconds = exp - Date.now() / 1000;
  if (!isSigned || aud !== new URL(endpoint).origin || seconds <= 0 || seconds > 24 * 60 * 60) {
    throw new Error('not signed as RFC 8292 has it');
  }
  return { publicKey, aud, sub };
}
