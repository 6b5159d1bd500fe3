/** A picture of oneself: where it is shown, what becomes of the one before, and what takes it back. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import { ACTIVITY_SECONDS } from '../../shared/activity/activity.ts';
import type { MediaId } from '../../shared/ids.ts';
import { avatarIn, avatarPath } from '../../shared/media/media.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import { Browser } from '../support/browser.ts';
import { jpeg, picture } from '../support/images.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newRecoveryCode, Phone, signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

async function uploaded(browser: Browser, use: 'avatar' | 'post' = 'avatar'): Promise<MediaId> {
  const reply = await browser.call('media-create', {
    rawBody: Buffer.from(await jpeg()),
    headers: { 'content-type': 'image/jpeg' },
    query: { for: use },
  });
  expect(reply.status, reply.text).toBe(201);
  return reply.body.id;
}

const show = (browser: Browser, avatar: MediaId | null) => browser.call('profile-edit', { body: { avatar } });
async function shown(browser: Browser): Promise<MediaId> {
  const id = await uploaded(browser);
  expect((await show(browser, id)).body.avatar).toBe(avatarPath(id));
  return id;
}
const avatarOf = async (username: string) =>
  avatarIn((await new Browser(nod).succeed('user', { params: { username } })).avatar);
const statusOf = async (id: MediaId) => (await fetch(nod.origin + avatarPath(id))).status;
const rowOf = async (id: MediaId) => (await nod.rows()).Posts.find(({ sk }) => sk === `media#${id}`);
const dueOf = async (id: MediaId) =>
  (await nod.rows()).Posts.filter(({ pk, mediaId }) => pk === 'media-due' && mediaId === id);
const sweepIn = (seconds: number) =>
  nod.trigger('media-sweep', scheduledEvent(secondsAfter(new Date(), seconds)));
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

describe('an avatar', () => {
  it('is beside whatever its owner does, and with the browser that has chosen it', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const { id: postId } = await susan.browser.succeed('post-create', { body: { body: 'Before' } });
    await tom.browser.succeed('follow', { params: { username: susan.username } });
    const avatar = avatarPath(await shown(susan.browser));
    const named = { username: susan.username, avatar };
    const everywhere = [
      (await tom.browser.succeed('post', { params: { postId } })).author,
      (await tom.browser.succeed('posts', { query: { author: susan.username } })).items[0]?.author,
      (await tom.browser.succeed('thread', { params: { postId } })).post,
      (await tom.browser.succeed('following', { params: { username: tom.username } })).items[0],
      (await tom.browser.succeed('search-people', { query: { q: susan.username } })).items[0],
      (await susan.browser.succeed('me')).user,
      (await susan.browser.succeed('status')).user,
      (await (await signIn(nod, susan)).succeed('me')).user,
    ].map((found) => (found && 'author' in found ? found.author : found));
    for (const found of everywhere) expect(found).toMatchObject(named);
  });

  it('is with a browser that recovers', async () => {
    const { browser, username } = await newPerson(nod);
    const avatar = avatarPath(await shown(browser));
    const code = await newRecoveryCode(browser);
    const next = new Browser(nod);
    const { enrolUrl } = await next.succeed('recover', { body: { username, code } });
    await new Phone(nod).enrol(enrolUrl);
    expect((await next.succeed('login-complete')).user.avatar).toBe(avatar);
    expect((await next.succeed('me')).user.avatar).toBe(avatar);
    expect((await next.succeed('status')).user?.avatar).toBe(avatar);
  });

  it('is with the other browsers of its owner once these call, and with none that is over', async () => {
    const person = await newPerson(nod);
    const [other, over] = [await signIn(nod, person), await signIn(nod, person)];
    const params = { sessionId: (await over.succeed('me')).session.id };
    await person.browser.succeed('profile-edit', { body: { displayName: 'Susan' } });
    const avatar = avatarPath(await shown(person.browser));
    await person.phone.succeed('session-end', { params });
    await unchanged(nod, () => over.call('me'));
    const face = { displayName: 'Susan', avatar };
    expect((await other.succeed('me')).user).toMatchObject(face);
    expect((await other.succeed('status')).user).toMatchObject(face);
    await unchanged(nod, () => other.succeed('me'));
    await show(person.browser, null);
    expect((await other.succeed('me')).user).not.toHaveProperty('avatar');
    expect((await other.succeed('status')).user).not.toHaveProperty('avatar');
  });

  it('waits for nothing any more, and the same again changes nothing', async () => {
    const { browser, username } = await newPerson(nod);
    const id = await shown(browser);
    const row = await rowOf(id);
    expect([row?.attachedTo, await dueOf(id)]).toEqual([row?.pk, []]);
    await unchanged(nod, () => show(browser, id), 'a limit counts it');
    await sweepIn(DAY + MINUTE);
    expect([await statusOf(id), await avatarOf(username)]).toEqual([200, id]);
  });

  it('that is replaced or removed is seen no more within a minute, and deleted once nothing can bring it back', async () => {
    const { browser, username } = await newPerson(nod);
    const first = await shown(browser);
    const second = await shown(browser);
    expect(await avatarOf(username)).toBe(second);
    await sweepIn(MINUTE);
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
    expect(await rowOf(first)).toMatchObject({ mediaId: first, detachedAt: expect.any(Number) });

    expect((await show(browser, null)).body).not.toHaveProperty('avatar');
    await unchanged(nod, () => show(browser, null), 'a limit counts it');
    expect((await browser.succeed('me')).user).not.toHaveProperty('avatar');
    await sweepIn(MINUTE);
    expect([await avatarOf(username), await statusOf(second)]).toEqual([undefined, 404]);
    await sweepIn(ACTIVITY_SECONDS - DAY);
    expect([await rowOf(first), await rowOf(second)]).not.toContain(undefined);
    await sweepIn(ACTIVITY_SECONDS + MINUTE);
    for (const id of [first, second]) expect([await rowOf(id), await dueOf(id)]).toEqual([undefined, []]);
    expect((await show(browser, first)).problem.code).toBe('not_found');
  });

  it('of before can be chosen again, and is shown again within a minute', async () => {
    const { browser, username } = await newPerson(nod);
    const first = await shown(browser);
    await shown(browser);
    await sweepIn(MINUTE);
    expect(await statusOf(first)).toBe(404);
    expect((await show(browser, first)).status).toBe(200);
    await sweepIn(2 * MINUTE);
    expect([await statusOf(first), await dueOf(first), await avatarOf(username)]).toEqual([200, [], first]);
    await sweepIn(ACTIVITY_SECONDS + DAY);
    expect(await statusOf(first)).toBe(200);
  });

  it('is none of somebody else’s, of a post, or of nobody, and of no session that is over', async () => {
    const [susan, mallory] = [await newPerson(nod), await newPerson(nod)];
    const [hers, ofPost] = [await uploaded(susan.browser), await uploaded(mallory.browser, 'post')];
    const tries = () =>
      Promise.all(
        [hers, ofPost, `img_${'0'.repeat(22)}` as MediaId].map(async (id) => {
          const { status, problem } = await show(mallory.browser, id);
          return [status, problem.code, problem.field];
        }),
      );
    const refused = [404, 'not_found', 'avatar'];
    expect(await unchanged(nod, tries, 'a limit counts it')).toEqual([refused, refused, refused]);
    const bad = await mallory.browser.call('profile-edit', { body: { avatar: '/media/x.webp' as never } });
    expect([bad.status, bad.problem.field]).toEqual([400, 'avatar']);

    const { session } = await susan.browser.succeed('me');
    await susan.phone.succeed('session-end', { params: { sessionId: session.id } });
    expect(await unchanged(nod, async () => (await show(susan.browser, hers)).status)).toBe(401);
  });

  it('is one of two that are chosen at once, and the other is let go', async () => {
    const { browser, username } = await newPerson(nod);
    const before = await shown(browser);
    const ids = [await uploaded(browser), await uploaded(browser)];
    const replies = await Promise.all(ids.map((id) => show(browser, id)));
    for (const { status } of replies) expect([200, 409, 503]).toContain(status);
    const now = await avatarOf(username);
    expect(ids).toContain(now);
    for (const id of [before, ...ids]) {
      const row = await rowOf(id);
      expect(row?.attachedTo).toBe(id === now ? row?.pk : undefined);
      expect(await dueOf(id)).toHaveLength(id === now ? 0 : row?.detachedAt === undefined ? 1 : 2);
    }
  });

  it('has nothing that shines through', async () => {
    const { browser } = await newPerson(nod);
    const reply = await browser.call('media-create', {
      rawBody: Buffer.from(await picture().ensureAlpha(0.5).png().toBuffer()),
      headers: { 'content-type': 'image/png' },
      query: { for: 'avatar' },
    });
    const bytes = await (await fetch(nod.origin + avatarPath(reply.body.id))).arrayBuffer();
    const { channels } = await sharp(Buffer.from(bytes)).metadata();
    expect(channels).toBe(3);
  });
});

describe('"it wasn’t me"', () => {
  /** A person, and a browser that somebody else is behind. */
  async function intruded() {
    const person = await newPerson(nod);
    const before = await shown(person.browser);
    const intruder = await signIn(nod, person);
    const params = { sessionId: (await intruder.succeed('me')).session.id };
    const notMe = () => person.browser.succeed('session-end', { params, query: { notMe: '1' } });
    return { ...person, before, intruder, notMe };
  }

  it('brings the picture back, however often another was shown, and deletes those', async () => {
    const { username, before, intruder, notMe, phone } = await intruded();
    const others = [await shown(intruder), await shown(intruder)];
    await sweepIn(MINUTE);
    expect(await statusOf(before)).toBe(404);
    const { takenBack } = await notMe();
    expect(takenBack?.acts).toEqual([{ of: 'profile', count: 2 }]);
    expect(await avatarOf(username)).toBe(before);
    const next = await signIn(nod, { username, phone });
    expect((await next.succeed('me')).user.avatar).toBe(avatarPath(before));
    await sweepIn(2 * MINUTE);
    expect([await statusOf(before), ...(await Promise.all(others.map(statusOf)))]).toEqual([200, 404, 404]);
    expect(await Promise.all(others.map(rowOf))).toEqual([undefined, undefined]);
    await sweepIn(ACTIVITY_SECONDS + DAY);
    expect([await statusOf(before), await dueOf(before)]).toEqual([200, []]);
    expect(await avatarOf(username)).toBe(before);
  });

  it('brings back one that was removed', async () => {
    const { username, before, intruder, notMe } = await intruded();
    await show(intruder, null);
    await sweepIn(MINUTE);
    await notMe();
    await sweepIn(2 * MINUTE);
    expect([await avatarOf(username), await statusOf(before)]).toEqual([before, 200]);
  });

  it('leaves what its owner has chosen since, and deletes what the other had', async () => {
    const { username, browser, before, intruder, notMe } = await intruded();
    const theirs = await shown(intruder);
    const mine = await shown(browser);
    await notMe();
    await sweepIn(MINUTE);
    expect([await avatarOf(username), await statusOf(mine), await statusOf(theirs)]).toEqual([
      mine,
      200,
      404,
    ]);
    expect([await rowOf(theirs), (await rowOf(before))?.attachedTo]).toEqual([undefined, undefined]);
  });
});
