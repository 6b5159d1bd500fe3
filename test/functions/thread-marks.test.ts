/** A reply is a post: it is reposted, liked, found, hidden and shown again as one, and stands in no home but by a repost. */
import { describe, expect, it, vi } from 'vitest';
import type { PostId } from '../../shared/ids.ts';
import { profileStore } from '../../shared/people/profile-store.ts';
import type { PlaceResponse, PostResponse } from '../../shared/responses.ts';
import { Browser } from '../support/browser.ts';
import { follow, homeOf, type Member, newMember, post } from '../support/graph.ts';
import { nod as startNod } from '../support/nod.ts';
import { signIn } from '../support/people.ts';

const nod = startNod({ triggers: true });

const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 100 });

const reply = async ({ browser }: Pick<Member, 'browser'>, replyTo: PostId, body: string) =>
  (await browser.succeed('post-create', { body: { body, replyTo } })).id;

const act = (
  { browser }: Pick<Member, 'browser'>,
  what: 'like' | 'unlike' | 'repost' | 'unrepost' | 'save',
  postId: PostId,
) => browser.call(`post-${what}`, { params: { postId } });

const threadOf = (postId: PostId, by = new Browser(nod)) => by.succeed('thread', { params: { postId } });

const said = (entry: PostResponse | PlaceResponse) => ('gone' in entry ? `(${entry.gone})` : entry.body);

const postsCounted = async ({ userId }: Member) => (await profileStore(nod.db).get(userId)).posts;

const pageOf = async ({ username }: Member, by = new Browser(nod)) =>
  (await by.succeed('posts', { query: { author: username } })).items;

const search = async (q: string) =>
  (await new Browser(nod).succeed('search', { query: { q } })).items.map(({ body }) => body);

describe('a reply', { timeout: 120_000 }, () => {
  it('is in nobody’s home by itself, and by a repost in those of whoever follows who has reposted it', async () => {
    const [susan, miguel, tom, reader] = [
      await newMember(nod),
      await newMember(nod),
      await newMember(nod),
      await newMember(nod),
    ];
    await follow(reader, miguel);
    await follow(reader, tom);
    const root = await post(susan, 'Who comes to the lake?');
    const answer = await reply(miguel, root, 'Me, with cake');
    await post(miguel, 'At the lake');
    await eventually(async () => expect(await homeOf(reader)).toEqual(['At the lake']));
    await nod.idle();
    const copied = (await nod.rows()).Copies.filter(({ pk }) => String(pk).startsWith('home#'));
    expect(copied.filter(({ sk, postId }) => [sk, postId].includes(answer))).toEqual([]);

    expect((await act(tom, 'repost', answer)).status).toBe(200);
    await eventually(async () => expect(await homeOf(reader)).toEqual(['Me, with cake', 'At the lake']));
    const [shown] = (await reader.browser.succeed('home')).items;
    expect(shown).toMatchObject({
      id: answer,
      by: { username: tom.username },
      replyTo: { id: root, username: susan.username },
      root,
      counts: { likes: 0, reposts: 1, replies: 0 },
    });
    expect((await pageOf(tom)).map(({ id, by }) => [id, by?.username])).toEqual([[answer, tom.username]]);
    expect((await new Browser(nod).succeed('posts')).items.map(({ id }) => id)).not.toContain(answer);
    expect((await threadOf(root)).items).toMatchObject([{ id: answer, counts: { reposts: 1 } }]);

    // Taken out of its thread it is still there; deleted it is nowhere.
    const params = { postId: root, replyId: answer };
    expect((await susan.browser.call('reply-remove', { params })).status).toBe(204);
    expect((await pageOf(tom)).map(said)).toEqual(['Me, with cake']);
    expect((await act(reader, 'like', answer)).status).toBe(200);
    await miguel.browser.succeed('post-delete', { params: { postId: answer } });
    expect(await homeOf(reader)).toEqual(['At the lake']);
    expect(await pageOf(tom)).toEqual([]);
  });

  it('counts among its author’s posts, until it is deleted, with a place left of it or without', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    const root = await post(susan, 'Count with me');
    const answer = await reply(miguel, root, 'One');
    const below = await reply(susan, answer, 'Two');
    expect([await postsCounted(susan), await postsCounted(miguel)]).toEqual([2, 1]);
    await miguel.browser.succeed('post-delete', { params: { postId: answer } });
    expect(await postsCounted(miguel)).toBe(0);
    expect((await threadOf(root)).items.map(said)).toEqual(['(deleted)', 'Two']);
    for (const what of ['like', 'repost', 'save'] as const)
      expect((await act(susan, what, answer)).status).toBe(404);
    await susan.browser.succeed('post-delete', { params: { postId: below } });
    expect([await postsCounted(susan), await postsCounted(miguel)]).toEqual([1, 0]);
    expect((await miguel.browser.call('post-delete', { params: { postId: answer } })).status).toBe(404);
    expect(await postsCounted(miguel)).toBe(0);
  });

  it('may be pinned by its author, and its place may not', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    const root = await post(susan, 'Pins');
    const answer = await reply(miguel, root, 'Mine');
    const pin = () => miguel.browser.call('profile-edit', { body: { pinned: answer } });
    expect((await pin()).status).toBe(200);
    await miguel.browser.succeed('profile-edit', { body: { pinned: null } });
    await reply(susan, answer, 'Below');
    await miguel.browser.succeed('post-delete', { params: { postId: answer } });
    expect((await pin()).status).toBe(404);
  });

  it('is found, by what it says now; what it said before, and a place, are not', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    const root = await post(susan, 'Which animal is it?');
    const answer = await reply(miguel, root, 'A pademelon');
    const terms = async () =>
      (await nod.rows()).Copies.filter(({ pk, sk }) => String(pk).startsWith('t#') && sk === answer);
    await eventually(async () => expect(await search('pademelon')).toEqual(['A pademelon']));
    const params = { postId: answer };
    await miguel.browser.succeed('post-edit', { params, body: { body: 'A bettong' } });
    expect(await search('pademelon')).toEqual([]);
    await eventually(async () => expect(await search('bettong')).toEqual(['A bettong']));
    await nod.idle();
    expect((await terms()).filter(({ pk }) => String(pk).includes('pademelon'))).toEqual([]);
    await reply(susan, answer, 'It is small');
    await miguel.browser.succeed('post-delete', { params });
    expect(await search('bettong')).toEqual([]);
    await eventually(async () => expect(await terms()).toEqual([]));
    expect(await search(`from:${miguel.username}`)).toEqual([]);
    expect((await threadOf(root)).items.map(said)).toEqual(['(deleted)', 'It is small']);
  });
});

describe('a thread by a reported session', { timeout: 120_000 }, () => {
  it('leaves places, and is shown again with all that others have done with it', async () => {
    const [owner, susan, tom] = [await newMember(nod), await newMember(nod), await newMember(nod)];
    const intruder = { browser: await signIn(nod, owner) };
    const { session } = await intruder.browser.succeed('me');
    await post(owner, 'Really mine');
    const hers = await post(susan, 'Hers');
    const root = await post(intruder, 'Wallaby thread');
    const alone = await post(intruder, 'Alone');
    const first = await reply(susan, root, 'First');
    const own = await reply(intruder, first, 'Own reply');
    const inHers = await reply(intruder, hers, 'In hers');
    for (const id of [root, own, inHers, alone]) {
      for (const who of [susan, tom]) expect((await act(who, 'like', id)).status).toBe(200);
      expect((await act(tom, 'repost', id)).status).toBe(200);
    }
    await act(tom, 'save', own);
    await eventually(async () => expect(await search('wallaby')).toEqual(['Wallaby thread']));
    const all = [root, own, inHers, alone, first, hers];
    const read = () =>
      Promise.all(
        all.map(async (postId) => {
          const { status, body, problem } = await tom.browser.call('post', { params: { postId } });
          return status === 200 ? body : { code: problem.code };
        }),
      );
    const before = await read();
    expect(before[1]).toMatchObject({ counts: { likes: 2, reposts: 1 }, mine: { liked: true, saved: true } });
    expect(await postsCounted(owner)).toBe(5);

    const params = { sessionId: session.id };
    const { hidden } = await owner.phone.succeed('session-end', { params, query: { notMe: '1' } });
    expect([hidden, await postsCounted(owner)]).toEqual([4, 1]);
    const thread = await threadOf(root);
    expect([said(thread.post), thread.items.map(said)]).toEqual(['(hidden)', ['First']]);
    expect((await threadOf(hers)).items).toEqual([]);
    expect(await read()).toMatchObject([
      ...[root, own, inHers, alone].map(() => ({ code: 'not_found' })),
      { counts: { replies: 0 } },
      { counts: { replies: 0 } },
    ]);
    expect(await pageOf(tom)).toEqual([]);
    expect(await search('wallaby')).toEqual([]);
    expect((await act(tom, 'unlike', root)).status).toBe(404);
    // Others go on below what is hidden.
    const meanwhile = await reply(tom, first, 'Meanwhile');
    await susan.browser.succeed('post-delete', { params: { postId: first } });

    expect(await owner.browser.succeed('unhide', { params })).toEqual({ shown: 4 });
    const [shownRoot, shownOwn, shownInHers, shownAlone, , shownHers] = await read();
    expect([shownRoot, shownInHers, shownAlone, shownHers]).toEqual([
      { ...before[0], counts: { likes: 2, reposts: 1, replies: 0 } },
      before[2],
      before[3],
      before[5],
    ]);
    expect(shownOwn).toEqual(before[1]);
    expect((await threadOf(root)).items.map(said)).toEqual(['(deleted)', 'Own reply', 'Meanwhile']);
    expect((await threadOf(meanwhile)).above.map(said)).toEqual(['Wallaby thread', '(deleted)']);
    expect(
      (await pageOf(tom))
        .filter(({ by }) => by)
        .map(said)
        .sort(),
    ).toEqual(['Alone', 'In hers', 'Own reply', 'Wallaby thread']);
    expect(await postsCounted(owner)).toBe(5);
    await eventually(async () => expect(await search('wallaby')).toEqual(['Wallaby thread']));
    expect((await act(tom, 'unlike', root)).body).toMatchObject({ counts: { likes: 1 } });
  });
});
