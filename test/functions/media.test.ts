import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { mediaSweep } from '../../functions/media-sweep.ts';
import { functionFolder } from '../../infra/bundles.ts';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import type { Write } from '../../shared/database.ts';
import { type MediaId, newMediaId, newSessionId, newUserId } from '../../shared/ids.ts';
import { imageThread } from '../../shared/media/image-thread.ts';
import { mediaPath } from '../../shared/media/media.ts';
import { mediaBucket } from '../../shared/media/media-bucket.ts';
import { mediaDueStore } from '../../shared/media/media-due-store.ts';
import { mediaStore } from '../../shared/media/media-store.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import type { Browser, Reply } from '../support/browser.ts';
import { animation, blackPng, colourAt, jpeg, picture } from '../support/images.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';

const nod = startNod();

function upload(
  browser: Browser,
  bytes: Uint8Array,
  { type = 'image/jpeg', query = {} as Record<string, string> } = {},
): Promise<Reply<'media-create'>> {
  return browser.call('media-create', {
    rawBody: Buffer.from(bytes),
    headers: { 'content-type': type },
    query,
  });
}

async function uploaded(browser: Browser, bytes?: Uint8Array): Promise<MediaId> {
  const reply = await upload(browser, bytes ?? (await jpeg()));
  expect(reply.status, reply.text).toBe(201);
  return reply.body.id;
}

const file = (id: string, size: number) => fetch(nod.origin + mediaPath(id as MediaId, size));
async function bytesOf(id: string, size: number): Promise<Uint8Array> {
  const response = await file(id, size);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}
const rowOf = async (id: string) => (await nod.rows()).Posts.find(({ sk }) => sk === `media#${id}`);
const dueRows = async () => (await nod.rows()).Posts.filter(({ pk }) => pk === 'media-due');
const sweepAt = (now: Date) => nod.trigger('media-sweep', scheduledEvent(now));
const inADay = () => secondsAfter(new Date(), 24 * 60 * 60 + 60);
const inAMinute = () => secondsAfter(new Date(), 60);

describe('an upload', () => {
  it('becomes two files of WebP, never larger than it was, and says what it looks like', async () => {
    const { browser } = await newPerson(nod);
    const reply = await upload(browser, await jpeg(2000, 1000));
    expect([reply.status, reply.body.width, reply.body.height]).toEqual([201, 1600, 800]);
    expect(reply.body.placeholder).toMatch(/^[\w-]{20,50}$/);
    const sizes = await Promise.all(
      [640, 1600].map(async (size) => sharp(await bytesOf(reply.body.id, size)).metadata()),
    );
    expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['webp', 640, 320],
      ['webp', 1600, 800],
    ]);
    const small = await upload(browser, await jpeg(40, 20));
    expect([small.body.width, small.body.height]).toEqual([40, 20]);
    expect((await sharp(await bytesOf(small.body.id, 1600)).metadata()).width).toBe(40);
  });

  it('is shown as a picture and as nothing else', async () => {
    const { browser } = await newPerson(nod);
    const { headers, status } = await file(await uploaded(browser), 640);
    const shown = [
      'content-type',
      'content-security-policy',
      'x-content-type-options',
      'cross-origin-resource-policy',
      'cache-control',
    ];
    expect([status, ...shown.map((name) => headers.get(name))]).toEqual([
      200,
      'image/webp',
      "default-src 'none'; sandbox",
      'nosniff',
      'cross-origin',
      'public, s-maxage=3600, max-age=3600',
    ]);
    expect((await fetch(`${nod.origin}/media/img_0000000000000000000000-640.webp`)).status).toBe(404);
  });

  it('for an avatar is a square of its middle', async () => {
    const { browser } = await newPerson(nod);
    const { body } = await upload(browser, await jpeg(800, 400), { query: { for: 'avatar' } });
    expect([body.width, body.height]).toEqual([256, 256]);
    const bytes = await bytesOf(body.id, 256);
    expect([await colourAt(bytes, 0, 0.5), await colourAt(bytes, 1, 0.5)]).toEqual(['#f00', '#00f']);
    // Nor is it anything for a post.
    const reply = await browser.call('post-create', { body: { body: 'Me', media: [{ id: body.id }] } });
    expect(reply.problem.code).toBe('image_taken');
    const other = await upload(browser, await jpeg(), { query: { for: 'sale' } });
    expect([other.status, other.problem.field]).toEqual([400, 'for']);
  });

  it('is turned upright, and loses place, camera and profile', async () => {
    const { browser } = await newPerson(nod);
    const bytes = await picture(400, 200)
      .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withIccProfile('p3')
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const { body } = await upload(browser, bytes);
    expect([body.width, body.height]).toEqual([200, 400]);
    const made = await bytesOf(body.id, 1600);
    const { exif, icc, xmp, orientation } = await sharp(made).metadata();
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect([await colourAt(made, 0.5, 0), await colourAt(made, 0.5, 1)]).toEqual(['#f00', '#00f']);
  });

  it.each([
    ['CMYK', () => picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['16 bits', () => picture().toColourspace('rgb16').png().toBuffer()],
    ['interlaced', () => picture().png({ progressive: true }).toBuffer()],
    ['a palette', () => picture().png({ palette: true }).toBuffer()],
    ['transparent', () => picture().ensureAlpha(0.5).webp().toBuffer()],
    ['AVIF', () => picture().avif({ effort: 0 }).toBuffer()],
    ['grey', () => picture().greyscale().jpeg().toBuffer()],
  ])('of any kind that browsers show is taken: %s', async (_, make) => {
    const { browser } = await newPerson(nod);
    const reply = await upload(browser, await make(), { type: 'image/whatever' });
    expect([reply.status, reply.body.width, reply.body.height]).toEqual([201, 400, 200]);
    expect((await sharp(await bytesOf(reply.body.id, 640)).metadata()).space).toBe('srgb');
  });

  it.each(['gif', 'webp'] as const)('that moves is its first frame: %s', async (kind) => {
    const { browser } = await newPerson(nod);
    const id = await uploaded(browser, await animation(kind, ['#f00', '#0f0', '#00f']));
    const made = await bytesOf(id, 1600);
    expect((await sharp(made).metadata()).pages ?? 1).toBe(1);
    expect(await colourAt(made, 0.5, 0.5)).toBe('#f00');
  });
});

const HTML = '<!doctype html><script>alert(document.cookie)</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>';

describe('what is refused', () => {
  it.each<[string, number, string, () => Buffer | Promise<Buffer>]>([
    ['nothing', 415, 'image_type_refused', () => Buffer.of()],
    ['zeros', 415, 'image_type_refused', () => Buffer.alloc(5000)],
    ['SVG', 415, 'image_type_refused', () => Buffer.from(SVG)],
    ['HTML that is called a picture', 415, 'image_type_refused', () => Buffer.from(HTML)],
    ['a PDF', 415, 'image_type_refused', () => Buffer.from(`%PDF-1.7\n${'x'.repeat(99)}`)],
    ['a TIFF, which libvips reads', 415, 'image_type_refused', () => picture().tiff().toBuffer()],
    ['HTML behind the first bytes of a GIF', 400, 'image_unreadable', () => Buffer.from(`GIF89a/*${HTML}*/`)],
    [
      'SVG behind those of a JPEG',
      400,
      'image_unreadable',
      () => Buffer.from(`\xff\xd8\xff${SVG}`, 'latin1'),
    ],
    ['half a JPEG', 400, 'image_unreadable', async () => (await noise()).subarray(0, 9000)],
    [
      'half a PNG',
      400,
      'image_unreadable',
      async () => (await picture(900, 900).png().toBuffer()).subarray(0, 900),
    ],
    [
      'half a WebP',
      400,
      'image_unreadable',
      async () => (await picture(900, 900).webp().toBuffer()).subarray(0, 900),
    ],
    ['a header alone', 400, 'image_unreadable', async () => blackPng(400, 400).subarray(0, 40)],
    ['100 megapixels in a few kilobytes', 413, 'image_too_large', () => blackPng(10_000, 10_000)],
    [
      '900 megapixels, of which there is only the header',
      413,
      'image_too_large',
      () => blackPng(30_000, 30_000).subarray(0, 500),
    ],
    ['a GIF that says it is huge', 413, 'image_too_large', () => hugeGif()],
  ])('%s', async (_, status, code, make) => {
    const { browser } = await newPerson(nod);
    const before = (await nod.rows()).Posts;
    const reply = await upload(browser, await make());
    expect([reply.status, reply.problem.code]).toEqual([status, code]);
    expect((await nod.rows()).Posts).toEqual(before);
    // The next one is not worse off.
    await uploaded(browser);
  });

  it('is what no longer is a picture once its pixels are taken out of it', async () => {
    const { browser } = await newPerson(nod);
    const polyglot = Buffer.concat([await animation('gif', ['#f00', '#00f']), Buffer.from(HTML)]);
    const id = await uploaded(browser, polyglot);
    expect(Buffer.from(await bytesOf(id, 640)).includes('script')).toBe(false);
  });

  it('is what does not say that it is a picture, is too much, or comes from another page', async () => {
    const { browser } = await newPerson(nod);
    const bytes = await jpeg();
    const json = await upload(browser, bytes, { type: 'application/json' });
    expect([json.status, json.problem.code]).toEqual([415, 'unsupported_media_type']);
    const large = await upload(browser, Buffer.concat([bytes, Buffer.alloc(4 * 1024 * 1024)]));
    expect([large.status, large.problem.code]).toEqual([413, 'too_large']);
    const foreign = await browser.call('media-create', {
      rawBody: Buffer.from(bytes),
      headers: { 'content-type': 'image/jpeg', origin: 'https://elsewhere.example' },
    });
    expect([foreign.status, foreign.problem.code]).toEqual([403, 'cross_origin_refused']);
  });

  it('is the 61st in ten minutes', async () => {
    const { browser } = await newPerson(nod);
    const replies: number[] = [];
    for (let at = 0; at < 61; at++) replies.push((await upload(browser, Buffer.of())).status);
    expect([replies.filter((status) => status === 415).length, replies.at(-1)]).toEqual([60, 429]);
  });
});

describe('a picture that takes the thread with it', () => {
  const encoder = (name: string) => new URL(`file://${functionFolder('media-create')}/${name}`);

  it('is given up when it takes too long, and the next one is made', async () => {
    const slow = await picture(7000, 7000).png({ progressive: true }).toBuffer();
    // After its thread has begun; a picture of 49 megapixels is not done by then.
    await expect(imageThread(encoder('encoder.mjs'), 400)(slow, 'post')).rejects.toMatchObject({
      code: expect.stringMatching(/image_unreadable/),
    });
    const { width, files } = await imageThread(encoder('encoder.mjs'))(await jpeg(), 'post');
    expect(width).toBe(400);
    // Files of its own memory, which goes with it, would change before they are kept.
    for (const { bytes } of files) expect(bytes.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it('is no excuse for an encoder that does not start', async () => {
    await expect(imageThread(encoder('nowhere.mjs'))(await jpeg(), 'post')).rejects.toThrow(
      'the encoder did not start',
    );
  });
});

describe('a post with pictures', () => {
  it('shows them in its order, with their words, everywhere', async () => {
    const { browser, username } = await newPerson(nod);
    const ids = [await uploaded(browser), await uploaded(browser, await jpeg(90, 30))];
    const media = [{ id: ids[1] as MediaId, alt: '  A heron\r\nin the reeds ' }, { id: ids[0] as MediaId }];
    const post = await browser.succeed('post-create', { body: { body: 'Look', media } });
    expect(post.media.map(({ id, alt, width }) => [id, alt, width])).toEqual([
      [ids[1], 'A heron\nin the reeds', 90],
      [ids[0], '', 400],
    ]);
    expect((await browser.succeed('post', { params: { postId: post.id } })).media).toEqual(post.media);
    const [first] = (await browser.succeed('posts', { query: { author: username } })).items;
    expect(first?.media).toEqual(post.media);
    expect((await rowOf(ids[0] ?? ''))?.attachedTo).toBe(post.id);
    // It waits for nothing any more.
    await sweepAt(inADay());
    expect((await file(ids[0] ?? '', 640)).status).toBe(200);
  });

  it.each([
    ['five', Array.from({ length: 5 }, (_, at) => ({ id: `img_${String(at).padStart(22, '0')}` })), 'media'],
    ['the same twice', Array(2).fill({ id: `img_${'0'.repeat(22)}` }), 'media'],
    ['no id', [{ id: 'x' }], 'media.0.id'],
    ['too many words', [{ id: `img_${'0'.repeat(22)}`, alt: 'x'.repeat(1501) }], 'media.0.alt'],
  ])('is refused with %s', async (_, media, field) => {
    const { browser } = await newPerson(nod);
    const reply = await browser.call('post-create', { body: { body: 'x', media: media as never } });
    expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([400, 'invalid_input', field]);
  });

  it('has none of somebody else’s, and tells nothing about them', async () => {
    const [susan, mallory] = [await newPerson(nod), await newPerson(nod)];
    const id = await uploaded(susan.browser);
    const [hers, nobodys] = await Promise.all(
      [id, `img_${'0'.repeat(22)}` as MediaId].map((id) =>
        mallory.browser.call('post-create', { body: { body: 'Mine', media: [{ id }] } }),
      ),
    );
    expect([hers?.status, hers?.problem.code]).toEqual([404, 'not_found']);
    expect(hers?.problem).toEqual(nobodys?.problem);
    await susan.browser.succeed('post-create', { body: { body: 'Hers', media: [{ id }] } });
  });

  it('has a picture alone, also when two are written at once', async () => {
    const { browser } = await newPerson(nod);
    const id = await uploaded(browser);
    const replies = await Promise.all(
      ['One', 'Two'].map((body) => browser.call('post-create', { body: { body, media: [{ id }] } })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.problem.code).toBe('image_taken');
  });

  it('is written once for one Idempotency-Key', async () => {
    const { browser } = await newPerson(nod);
    const media = [{ id: await uploaded(browser), alt: 'One' }];
    const options = { body: { body: 'Once', media }, headers: { 'idempotency-key': 'once' } };
    const replies = [await browser.call('post-create', options), await browser.call('post-create', options)];
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(replies[0]?.body).toEqual(replies[1]?.body);
    const other = await browser.call('post-create', { ...options, body: { body: 'Once' } });
    expect([other.status, other.problem.code]).toEqual([409, 'conflict']);
  });
});

describe('a picture goes', () => {
  it('after a day, if nothing shows it, and not before', async () => {
    const { browser } = await newPerson(nod);
    const id = await uploaded(browser);
    await sweepAt(secondsAfter(new Date(), 23 * 60 * 60));
    expect((await file(id, 640)).status).toBe(200);
    await sweepAt(inADay());
    expect([(await file(id, 640)).status, (await file(id, 1600)).status]).toEqual([404, 404]);
    expect([await rowOf(id), await dueRows()]).toEqual([undefined, []]);
    const reply = await browser.call('post-create', { body: { body: 'Late', media: [{ id }] } });
    expect(reply.problem.code).toBe('not_found');
  });

  it('with its post', async () => {
    const { browser } = await newPerson(nod);
    const id = await uploaded(browser);
    const { id: postId } = await browser.succeed('post-create', { body: { body: 'Look', media: [{ id }] } });
    await browser.succeed('post-delete', { params: { postId } });
    await sweepAt(inAMinute());
    expect([(await file(id, 640)).status, await rowOf(id), await dueRows()]).toEqual([404, undefined, []]);
  });

  it('whole, when the sweep is killed or its bucket is away in the middle', async () => {
    const { browser } = await newPerson(nod);
    const id = await uploaded(browser);
    const away = { ...mediaBucket(), remove: () => Promise.reject(new Error('away')) };
    const dying = mediaSweep(nod.db, mediaDueStore(nod.db), away);
    await expect(dying.handle(scheduledEvent(inADay()))).rejects.toThrow('away');
    expect((await file(id, 640)).status).toBe(200);
    // Claimed, it can be nobody's any more.
    const reply = await browser.call('post-create', { body: { body: 'Late', media: [{ id }] } });
    expect(reply.problem.code).toBe('image_taken');
    await sweepAt(inADay());
    expect([(await file(id, 640)).status, await rowOf(id), await dueRows()]).toEqual([404, undefined, []]);
  });

  it('or is attached, whichever is first', async () => {
    const { browser } = await newPerson(nod);
    const [store, list] = [mediaStore(nod.db), mediaDueStore(nod.db)];
    for (const isAttachedFirst of [true, false]) {
      const id = await uploaded(browser);
      const [media] = await store.ofUser((await rowOf(id))?.pk as never, [id]);
      if (media === undefined) throw new Error('it is not there');
      const [due] = await list.due(inADay(), 1);
      if (due === undefined) throw new Error('it is not due');
      const attach = store.attach(media, 'pst_01KAQ3W8ZB7N2D4F6H8JKMNPQR');
      const ways: Write[][] = [attach, list.claim(due, new Date())];
      const [first = [], second = []] = isAttachedFirst ? ways : ways.reverse();
      await nod.db.write(...first);
      await expect(nod.db.write(...second)).rejects.toThrow();
      await nod.db.write(...list.remove(due));
    }
  });

  it('from the edge, too, if that is asked for, and once', async () => {
    const { browser } = await newPerson(nod);
    const [id, other] = [await uploaded(browser), await uploaded(browser)];
    const store = mediaStore(nod.db);
    const userId = (await rowOf(id))?.pk as never;
    await nod.db.write(
      ...store.forget(userId, [id], new Date(), { fromEdge: true }),
      ...store.forget(userId, [other], new Date()),
    );
    const forgotten: (readonly string[])[] = [];
    const bucket = { ...mediaBucket(), remove: async () => {} };
    const sweep = mediaSweep(
      nod.db,
      mediaDueStore(nod.db),
      bucket,
      async (paths) => void (paths.length > 0 && forgotten.push(paths)),
    );
    await sweep.handle(scheduledEvent(inAMinute()));
    await sweep.handle(scheduledEvent(inAMinute()));
    // By name: of paths with a wildcard CloudFront takes 15 at a time.
    expect(forgotten).toEqual([[mediaPath(id, 640), mediaPath(id, 1600)]]);
  });
});

describe('a picture that the edge does not forget', () => {
  it('is settled later, and stops none of those that come with it or behind it', async () => {
    const store = mediaStore(nod.db);
    const userId = newUserId();
    const [beside, behind, ...stuck] = Array.from({ length: 29 }, newMediaId) as [MediaId, MediaId];
    const size = { width: 400, height: 200, placeholder: '' };
    const of = { userId, ...size, use: 'post' as const, createdAt: new Date(), sessionId: newSessionId() };
    await nod.db.write(...[beside, behind, ...stuck].flatMap((id) => store.create({ id, ...of })));
    const [then, later] = [secondsAfter(new Date(), 1), secondsAfter(new Date(), 2)];
    await nod.db.write(
      ...store.forget(userId, stuck, then, { fromEdge: true }),
      ...store.forget(userId, [beside], secondsAfter(then, -1)),
      ...store.forget(userId, [behind], later),
    );
    const stuckRows = async () => (await dueRows()).filter(({ fromEdge }) => fromEdge === true);
    let refuses = true;
    const asked: (readonly string[])[] = [];
    const atEdge = async (paths: readonly string[]) => {
      if (paths.length > 0) asked.push(paths);
      if (refuses && asked.length === 1) throw new Error('too many');
    };
    const bucket = { ...mediaBucket(), remove: async () => {} };
    const sweep = mediaSweep(nod.db, mediaDueStore(nod.db), bucket, atEdge);
    const now = inAMinute();
    await expect(sweep.handle(scheduledEvent(now))).rejects.toThrow('edge');
    // One call has failed, with at most 25 pictures; the other one has gone through.
    expect(asked).toHaveLength(2);
    const left = stuck.filter((id) => asked[0]?.includes(mediaPath(id, 640)));
    expect(left.length).toBeGreaterThan(20);
    expect((await stuckRows()).map(({ mediaId }) => mediaId).sort()).toEqual(left.sort());
    expect([await rowOf(beside), await rowOf(behind)]).toEqual([undefined, undefined]);
    refuses = false;
    await sweep.handle(scheduledEvent(secondsAfter(now, 60)));
    expect(await stuckRows()).toEqual([]);
    expect((await nod.rows()).Posts.filter(({ pk }) => pk === userId)).toEqual([]);
  });
});

/** A photograph's worth of detail, so that half of it is half a picture. */
const noise = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 600,
      height: 600,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  })
    .jpeg()
    .toBuffer();

/** A screen of 65 535 squared, and a frame as large (GIF89a §18, §20). */
function hugeGif(): Buffer {
  const screen = Buffer.from('GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  const frame = Buffer.from(',\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;', 'latin1');
  return Buffer.concat([screen, frame]);
}
