/** Callers from several addresses: on Linux all of 127.0.0.0/8 is this machine. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Problem } from '../../shared/http/problem.ts';
import type { AnswerBody } from '../../shared/responses.ts';
import type { Nod } from './nod.ts';

/** Asks to sign in by a name from an address, such as `127.0.1.7`, in a browser with these cookies. */
export async function startFrom(nod: Nod, localAddress: string, username: string, cookie = '') {
  const url = new URL('/api/login/start', nod.origin.replace('localhost', '127.0.0.1'));
  const call = request(url, {
    method: 'POST',
    localAddress,
    headers: { 'content-type': 'application/json', origin: nod.origin, cookie },
  });
  call.end(JSON.stringify({ username }));
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString()) as AnswerBody<'login-start'> & Problem;
  return { status: response.statusCode, retryAfter: Number(response.headers['retry-after']), body };
}
