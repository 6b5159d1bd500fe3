/** Whatever happens to the posts of a thread, what is counted of it is what there is: random histories against a model. */
import { describe, expect, it } from 'vitest';
import type { PostId, SessionId } from '../../shared/ids.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { seeded } from '../support/seeded.ts';

const nod = startNod();

type Known = {
  id: PostId;
  by: 'susan' | 'intruder' | 'miguel';
  parent: Known | undefined;
  root: Known | undefined;
  isRemoved: boolean;
  isHidden: boolean;
};

async function village() {
  const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
  const intruder = await signIn(nod, susan);
  const sessionId: SessionId = (await intruder.succeed('me')).session.id;
  const browsers = { susan: susan.browser, intruder, miguel: miguel.browser };
  const posts: Known[] = [];
  const there = () => posts.filter(({ isHidden }) => !isHidden);

  return {
    posts,
    async write(by: Known['by'], parent: Known | undefined) {
      const replyTo = parent === undefined ? {} : { replyTo: parent.id };
      const { id } = await browsers[by].succeed('post-create', { body: { body: `By ${by}`, ...replyTo } });
      const root = parent === undefined ? undefined : parent.isRemoved ? parent : (parent.root ?? parent);
      posts.push({ id, by, parent, root, isRemoved: false, isHidden: false });
    },
    async remove(post: Known) {
      const author = post.by === 'miguel' ? browsers.miguel : browsers.susan;
      await author.succeed('post-delete', { params: { postId: post.id } });
      posts.splice(posts.indexOf(post), 1);
    },
    async takeOut(post: Known) {
      if (post.root === undefined) return;
      const author = post.root.by === 'miguel' ? browsers.miguel : browsers.susan;
      await author.succeed('reply-remove', { params: { postId: post.root.id, replyId: post.id } });
      post.isRemoved = true;
    },
    async hide() {
      const query = { notMe: '1' };
      await browsers.susan.succeed('session-end', { params: { sessionId }, query });
      for (const post of posts) if (post.by === 'intruder') post.isHidden = true;
    },
    async show() {
      await browsers.susan.succeed('unhide', { params: { sessionId } });
      for (const post of posts) post.isHidden = false;
    },
    there,
    async check() {
      const rows = (await nod.rows()).Posts;
      for (const post of there()) {
        const row = rows.find(({ sk }) => sk === `post#${post.id}`);
        const below = there().filter(({ parent, isRemoved }) => parent === post && !isRemoved).length;
        expect([post.id, row?.gone, row?.replies ?? 0]).toEqual([post.id, undefined, below]);
        expect(row?.feed).toBe(post.parent === undefined ? 'all' : 'replies');
        expect(row?.root).toBe(post.isRemoved ? undefined : post.root?.id);
      }
      // Whatever stands below a row, of any kind, is counted there, or the row would go too early.
      const all = rows.filter(({ sk }) => String(sk).startsWith('post#'));
      for (const row of all) {
        const below = all.filter(({ replyTo }) => (replyTo as { id?: string })?.id === row.postId);
        const isCounted = below.filter(({ gone, removedBy }) => !gone && !removedBy).length;
        expect([row.postId, row.replies ?? 0, row.places ?? 0]).toEqual([
          row.postId,
          isCounted,
          below.length - isCounted,
        ]);
      }
    },
  };
}

describe('random histories', () => {
  it.each([1, 2, 3, 4])('number %i', { timeout: 120_000 }, async (seed) => {
    const random = seeded(seed);
    const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const { write, remove, takeOut, hide, show, check, there } = await village();
    for (let step = 0; step < 40; step++) {
      const dice = random();
      const post = any(there());
      const by = any(['susan', 'intruder', 'miguel'] as const) ?? 'susan';
      if (dice < 0.62) await write(by, random() < 0.2 ? undefined : post);
      else if (dice < 0.85 && post) await remove(post);
      else if (post && !post.isRemoved && post.root && there().includes(post.root)) await takeOut(post);
    }
    await check();
    await hide();
    await check();
    for (let step = 0; step < 15; step++) {
      const post = any(there());
      if (random() < 0.5) await write(any(['susan', 'miguel'] as const) ?? 'susan', post);
      else if (post) await remove(post);
    }
    await check();
    await show();
    await check();
    await hide();
    await show();
    await check();
  });

  it('hidden posts leave their places, and stand in them again', async () => {
    const { write, hide, show, posts } = await village();
    await write('susan', undefined);
    await write('intruder', posts[0]);
    await write('miguel', posts[1]);
    const [root] = posts;
    const seen = async () =>
      (await new Browser(nod).succeed('thread', { params: { postId: root?.id ?? '' } })).items.map((entry) =>
        'gone' in entry ? `(${entry.gone})` : entry.body,
      );
    expect(await seen()).toEqual(['By intruder', 'By miguel']);
    const before = (await nod.rows()).Posts;
    await hide();
    expect(await seen()).toEqual(['(hidden)', 'By miguel']);
    await show();
    expect(await seen()).toEqual(['By intruder', 'By miguel']);
    const clean = (rows: typeof before) =>
      rows.map(({ places: _, ...row }) => row).toSorted((a, b) => String(a.sk).localeCompare(String(b.sk)));
    expect(clean((await nod.rows()).Posts)).toEqual(clean(before));
  });
});
