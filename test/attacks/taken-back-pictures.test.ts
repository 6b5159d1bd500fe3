/** Pictures that an intruder uploads are shown no more once the session is reported, and those of posts come back with these. */
import { S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { mediaSweep } from '../../functions/media-sweep.ts';
import { MEDIA_BUCKET } from '../../infra/local/media.ts';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import type { MediaId, PostId } from '../../shared/ids.ts';
import { avatarPath, mediaPath } from '../../shared/media/media.ts';
import { mediaBucket } from '../../shared/media/media-bucket.ts';
import { mediaDueStore } from '../../shared/media/media-due-store.ts';
import { postStore } from '../../shared/posts/post-store.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import type { Browser } from '../support/browser.ts';
import { jpeg } from '../support/images.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { whileWriting } from '../support/while-writing.ts';

const nod = startNod();

/** Somebody whose phone was talked into approving a stranger's browser. */
async function relayed() {
  const owner = await newPerson(nod);
  const intruder = await signIn(nod, owner);
  const params = { sessionId: (await intruder.succeed('me')).session.id };
  return {
    owner,
    intruder,
    preview: () => owner.phone.succeed('compromise', { params }),
    notMe: () => owner.phone.succeed('session-end', { params, query: { notMe: '1' } }),
    unhide: () => owner.browser.succeed('unhide', { params }),
  };
}

async function image() {
  return { rawBody: Buffer.from(await jpeg()), headers: { 'content-type': 'image/jpeg' } };
}

const uploaded = async (by: Browser): Promise<MediaId> =>
  (await by.succeed('media-create', await image())).id;

const posted = async (by: Browser, ids: MediaId[], replyTo?: PostId): Promise<PostId> => {
  const body = { body: 'Look', media: ids.map((id) => ({ id })), ...(replyTo ? { replyTo } : {}) };
  return (await by.succeed('post-create', { body })).id;
};

const inAMinute = () => scheduledEvent(secondsAfter(new Date(), 60));
const sweep = () => nod.trigger('media-sweep', inAMinute());

const pathsOf = (id: MediaId) => [640, 1600].map((size) => mediaPath(id, size));

/** What the site answers with for the two files of a picture of a post. */
const shown = (id: MediaId) =>
  Promise.all([640, 1600].map(async (size) => (await fetch(nod.origin + mediaPath(id, size))).status));

const avatarStatus = async (id: MediaId) => (await fetch(nod.origin + avatarPath(id))).status;

const bytesOf = async (id: MediaId) =>
  Buffer.from(await (await fetch(nod.origin + mediaPath(id, 1600))).arrayBuffer());

const dueOf = async (id: MediaId) =>
  (await nod.rows()).Posts.filter(({ pk, mediaId }) => pk === 'media-due' && mediaId === id);

const rowOf = async (id: MediaId) => (await nod.rows()).Posts.find(({ sk }) => sk === `media#${id}`);

const THERE = [200, 200];
const GONE = [404, 404];

describe('"It wasn’t me"', () => {
  it('takes away a picture that nothing shows, also from the edge, and says nothing of it', async () => {
    const { owner, intruder, preview, notMe } = await relayed();
    const [id, own] = [await uploaded(intruder), await uploaded(owner.browser)];
    expect((await preview()).acts).toEqual([]);
    expect((await notMe()).takenBack?.acts).toEqual([]);
    expect(await dueOf(id)).toEqual([expect.objectContaining({ fromEdge: true })]);
    // Nothing is made of it any more.
    const reply = await owner.browser.call('post-create', { body: { body: 'Mine', media: [{ id }] } });
    expect(reply.problem.code).toBe('image_taken');
    await sweep();
    expect([await shown(id), await shown(own)]).toEqual([GONE, THERE]);
    expect([await rowOf(id), await dueOf(id)]).toEqual([undefined, []]);
    await posted(owner.browser, [own]);
  });

  it('hides the pictures of its posts with them, and shows both again', async () => {
    const { owner, intruder, notMe, unhide } = await relayed();
    const [id, second, other, own] = [
      await uploaded(intruder),
      await uploaded(intruder),
      await uploaded(intruder),
      await uploaded(owner.browser),
    ];
    const before = await bytesOf(id);
    const root = await posted(owner.browser, [own]);
    const [post, reply] = [await posted(intruder, [id, second]), await posted(intruder, [other], root)];
    const { hidden, takenBack } = await notMe();
    expect([hidden, takenBack?.acts]).toEqual([2, []]);
    await sweep();
    for (const of of [id, second, other]) expect([await shown(of), await dueOf(of)]).toEqual([GONE, []]);
    expect(await shown(own)).toEqual(THERE);

    expect(await unhide()).toEqual({ shown: 2 });
    await sweep();
    for (const of of [id, second, other]) expect([await shown(of), await dueOf(of)]).toEqual([THERE, []]);
    expect((await bytesOf(id)).equals(before)).toBe(true);
    const { headers } = await fetch(nod.origin + mediaPath(id, 640));
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
      'image/webp',
      'public, s-maxage=3600, max-age=3600',
    ]);
    const { media } = await owner.browser.succeed('post', { params: { postId: post } });
    expect(media.map((one) => one.id)).toEqual([id, second]);

    // And whatever is deleted is gone.
    for (const postId of [post, reply]) await owner.browser.succeed('post-delete', { params: { postId } });
    await sweep();
    for (const of of [id, second, other])
      expect([await shown(of), await rowOf(of)]).toEqual([GONE, undefined]);
  });

  it('does so with as many pictures as there can be, in steps', async () => {
    const { intruder, notMe, unhide } = await relayed();
    const ids: MediaId[] = [];
    // One more than is hidden at once.
    for (let post = 0; post < 15; post++) {
      const four: MediaId[] = [];
      while (four.length < 4) four.push(await uploaded(intruder));
      await posted(intruder, four);
      ids.push(...four);
    }
    expect((await notMe()).hidden).toBe(15);
    await sweep();
    expect(await Promise.all(ids.map(shown))).toEqual(ids.map(() => GONE));
    expect(await unhide()).toEqual({ shown: 15 });
    await sweep();
    expect(await Promise.all(ids.map(shown))).toEqual(ids.map(() => THERE));
  }, 180_000);

  it('takes away what was about to become a picture, and what was about to be shown with a post', async () => {
    const first = await relayed();
    const upload = await whileWriting(
      nod,
      { from: 'media-create' },
      async () => first.intruder.call('media-create', await image()),
      first.notMe,
    );
    expect([upload.status, upload.problem.code]).toEqual([401, 'not_signed_in']);
    const { intruder, notMe } = await relayed();
    const id = await uploaded(intruder);
    const post = await whileWriting(
      nod,
      { from: 'post-create' },
      () => intruder.call('post-create', { body: { body: 'Look', media: [{ id }] } }),
      notMe,
    );
    expect([post.status, post.problem.code]).toEqual([401, 'not_signed_in']);
    await sweep();
    expect(await shown(id)).toEqual(GONE);
  });
});

describe('the sweep', () => {
  beforeAll(() => {
    vi.stubEnv('MEDIA_BUCKET', MEDIA_BUCKET);
    return () => vi.unstubAllEnvs();
  });

  const bucketOf = () =>
    mediaBucket(
      () =>
        new S3Client({
          endpoint: nod.mediaEndpoint,
          forcePathStyle: true,
          region: 'us-east-1',
          credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
        }),
    );

  /** The sweep in this process, with some of its parts made otherwise; what it tells the edge to forget. */
  function sweepWith({ bucket = bucketOf(), posts = postStore(nod.db) } = {}) {
    const forgotten: (readonly string[])[] = [];
    const atEdge = async (paths: readonly string[]) => void (paths.length > 0 && forgotten.push(paths));
    const { handle } = mediaSweep(nod.db, mediaDueStore(nod.db), bucket, atEdge, posts);
    return { forgotten, run: (at = inAMinute()) => handle(at) };
  }

  it('has the edge forget a picture once its files are away, and not when it is shown again', async () => {
    const { intruder, notMe, unhide } = await relayed();
    const id = await uploaded(intruder);
    await posted(intruder, [id]);
    await notMe();
    const hiding = sweepWith();
    await hiding.run();
    expect([hiding.forgotten, await shown(id)]).toEqual([[pathsOf(id)], GONE]);
    await unhide();
    const showing = sweepWith();
    await showing.run();
    expect([showing.forgotten, await shown(id)]).toEqual([[], THERE]);
  });

  /** An avatar that is shown. */
  async function worn(by: Browser): Promise<MediaId> {
    const { id } = await by.succeed('media-create', { ...(await image()), query: { for: 'avatar' } });
    await by.succeed('profile-edit', { body: { avatar: id } });
    return id;
  }

  it('has the edge forget an avatar that somebody else has shown, and none that its owner changes', async () => {
    const { owner, intruder, notMe } = await relayed();
    const [before] = [await worn(owner.browser), await worn(owner.browser)];
    const changing = sweepWith();
    await changing.run();
    expect([changing.forgotten, await avatarStatus(before)]).toEqual([[], 404]);
    const theirs = await worn(intruder);
    await notMe();
    const takingBack = sweepWith();
    await takingBack.run();
    const paths = takingBack.forgotten.flat();
    expect([[...new Set(paths)], await avatarStatus(theirs)]).toEqual([[avatarPath(theirs)], 404]);
  });

  it('ends, where a former avatar is being deleted by a row that it is not time for yet', async () => {
    const { owner, intruder, notMe } = await relayed();
    const theirs = await worn(intruder);
    await worn(owner.browser);
    // The clock that calls knows whole seconds: what was changed is due by then, and what is reported is not.
    const changed = Date.now();
    const calledAt = () => Date.parse(scheduledEvent(new Date()).time);
    await vi.waitUntil(() => calledAt() > changed && Date.now() > calledAt());
    const before = scheduledEvent(new Date());
    await notMe();
    expect(await rowOf(theirs)).toMatchObject({ goneAt: expect.any(Number) });
    const early = sweepWith();
    await early.run(before);
    expect([early.forgotten, (await dueOf(theirs)).length]).toEqual([[], 1]);
    const next = sweepWith();
    await next.run();
    expect([next.forgotten, await rowOf(theirs), await dueOf(theirs)]).toEqual([
      [[avatarPath(theirs)]],
      undefined,
      [],
    ]);
  });

  it('goes on where one was killed, whatever was moved by then', async () => {
    const { intruder, notMe } = await relayed();
    const id = await uploaded(intruder);
    await posted(intruder, [id]);
    await notMe();
    const bucket = bucketOf();
    const dying = sweepWith({
      bucket: {
        ...bucket,
        async move(media, isShown) {
          await bucket.move(media, isShown);
          throw new Error('killed');
        },
      },
    });
    await expect(dying.run()).rejects.toThrow('killed');
    expect([await shown(id), (await dueOf(id)).length]).toEqual([GONE, 1]);
    const next = sweepWith();
    await next.run();
    expect([next.forgotten, await shown(id), await dueOf(id)]).toEqual([[pathsOf(id)], GONE, []]);
  });

  it('ends where the post is, though it is shown again in the middle, and another sweep has seen that', async () => {
    const { intruder, notMe, unhide } = await relayed();
    const id = await uploaded(intruder);
    await posted(intruder, [id]);
    await notMe();
    const bucket = bucketOf();
    let isFirst = true;
    const slow = sweepWith({
      bucket: {
        ...bucket,
        async move(media, isShown) {
          if (isFirst) {
            isFirst = false;
            await unhide();
            await sweepWith().run();
          }
          await bucket.move(media, isShown);
        },
      },
    });
    await slow.run();
    expect([await shown(id), await dueOf(id)]).toEqual([THERE, []]);
  });

  it('keeps nothing of a picture whose post was deleted before it was taken to where that was', async () => {
    const { owner, intruder, notMe, unhide } = await relayed();
    const id = await uploaded(intruder);
    const postId = await posted(intruder, [id]);
    await notMe();
    await sweep();
    await unhide();
    await owner.browser.succeed('post-delete', { params: { postId } });
    await sweep();
    await sweep();
    expect([await shown(id), await rowOf(id), await dueOf(id)]).toEqual([GONE, undefined, []]);
  });
});
