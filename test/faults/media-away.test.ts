import { expect, it } from 'vitest';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import { jpeg } from '../support/images.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';

const nod = startNod({ variables: {} });

it('while S3 is away an upload is 503, posts without pictures go on, and nothing is forgotten by the sweep', async () => {
  const { browser } = await newPerson(nod);
  const image = { rawBody: Buffer.from(await jpeg()), headers: { 'content-type': 'image/jpeg' } };
  const { id } = await browser.succeed('media-create', image);
  await browser.succeed('post-create', { body: { body: 'Before', media: [{ id }] } });
  await nod.loseMedia();
  const reply = await browser.call('media-create', image);
  expect([reply.status, reply.problem.code, reply.headers.get('retry-after')]).toEqual([
    503,
    'store_unavailable',
    '1',
  ]);
  await browser.succeed('post-create', { body: { body: 'Without' } });
  expect((await fetch(`${nod.origin}/media/${id}-640.webp`)).status).toBe(503);
  // What had begun is listed, and so it stays until its files are known to be gone.
  const listed = async () => (await nod.rows()).Posts.filter(({ pk }) => pk === 'media-due').length;
  expect(await listed()).toBe(1);
  const aDayLater = secondsAfter(new Date(), 25 * 60 * 60);
  await expect(nod.trigger('media-sweep', scheduledEvent(aDayLater))).rejects.toThrow();
  expect(await listed()).toBe(1);
});
