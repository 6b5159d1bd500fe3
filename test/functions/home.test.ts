/** Home through the real stream: who is followed is seen, and nobody else. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hidesStore } from '../../shared/people/hides-store.ts';
import { homeStore } from '../../shared/timelines/home-store.ts';
import { Browser } from '../support/browser.ts';
import { follow, homeOf, type Member, newMember, post, unfollow } from '../support/graph.ts';
import { nod as startNod } from '../support/nod.ts';

const nod = startNod({ triggers: true });

const PATIENT = { timeout: 60_000, interval: 100 };
const eventually = (check: () => Promise<void>) => vi.waitFor(check, PATIENT);

const copiesOf = async ({ userId }: Member) =>
  (await nod.rows()).Copies.filter(({ pk }) => pk === `home#${userId}`);

afterEach(() => {
  nod.recordingProxy.weighs = false;
});

describe('home', () => {
  // The follow test of Miguel Grinberg's Flask Mega-Tutorial, its people, posts and lists.
  it('gives the four users of the tutorial the lists that its test expects', {
    timeout: 120_000,
  }, async () => {
    const people = {
      john: await newMember(nod),
      susan: await newMember(nod),
      mary: await newMember(nod),
      david: await newMember(nod),
    };
    const { john, susan, mary, david } = people;
    // In the order of the times that the posts have there.
    for (const name of ['john', 'david', 'mary', 'susan'] as const) {
      await post(people[name], `post from ${name}`);
    }
    await follow(john, susan);
    await follow(john, david);
    await follow(susan, mary);
    await follow(mary, david);
    const expected = {
      john: ['post from susan', 'post from david', 'post from john'],
      susan: ['post from susan', 'post from mary'],
      mary: ['post from mary', 'post from david'],
      david: ['post from david'],
    };
    await eventually(async () => {
      for (const [name, list] of Object.entries(expected)) {
        const { userId } = people[name as keyof typeof people];
        expect((await homeStore(nod.db).page(userId, { limit: 20 })).length).toBe(list.length);
      }
    });
    for (const name of ['john', 'susan', 'mary'] as const) {
      expect(await homeOf(people[name])).toEqual(expected[name]);
      expect((await people[name].browser.succeed('home')).of).toBe('home');
    }
    // Who follows nobody meets everybody instead of themselves alone; their own is there for later.
    const davids = await david.browser.succeed('home');
    expect(davids.of).toBe('everybody');
    expect(davids.items).toHaveLength(4);
    const own = await homeStore(nod.db).page(david.userId, { limit: 20 });
    expect(own.map(({ author }) => author)).toEqual([david.userId]);
  });

  it('has a new post of whom one follows, and nothing of them from the moment one does not', {
    timeout: 120_000,
  }, async () => {
    const [susan, miguel, mary] = [await newMember(nod), await newMember(nod), await newMember(nod)];
    await post(miguel, 'Before');
    await follow(susan, miguel);
    await follow(susan, mary);
    await eventually(async () => expect(await homeOf(susan)).toEqual(['Before']));
    await post(mary, 'Of Mary');
    await post(miguel, 'After');
    await eventually(async () => expect(await homeOf(susan)).toEqual(['After', 'Of Mary', 'Before']));
    await unfollow(susan, miguel);
    expect(await homeOf(susan)).toEqual(['Of Mary']);
    await eventually(async () => {
      expect(await copiesOf(susan)).toHaveLength(1);
      expect((await hidesStore(nod.db).get(susan.userId)).unfollowed.size).toBe(0);
    });
    await follow(susan, miguel);
    await eventually(async () => expect(await homeOf(susan)).toEqual(['After', 'Of Mary', 'Before']));
  });

  it('shows no more of a post than there is: deleted, it is gone at once', { timeout: 120_000 }, async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    await follow(susan, miguel);
    const postId = await post(miguel, 'A mistake');
    await post(miguel, 'No mistake');
    await eventually(async () => expect(await homeOf(susan)).toHaveLength(2));
    await miguel.browser.succeed('post-delete', { params: { postId } });
    expect(await homeOf(susan)).toEqual(['No mistake']);
    expect(await copiesOf(susan)).toHaveLength(2);
  });

  it('goes on page by page, and says what is newer', { timeout: 120_000 }, async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    await follow(susan, miguel);
    const written: string[] = [];
    for (let at = 0; at < 25; at++) written.unshift(await post(miguel, `Post ${at}`));
    await eventually(async () => expect(await copiesOf(susan)).toHaveLength(25));
    const first = await susan.browser.succeed('home');
    const second = await susan.browser.succeed('home', { query: { cursor: first.next ?? '' } });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(written);
    expect([first.items.length, second.next]).toEqual([20, null]);
    const newer = await susan.browser.succeed('home', { query: { after: written[3] ?? '' } });
    expect(newer.items.map(({ id }) => id)).toEqual(written.slice(0, 3));
    const refused = await susan.browser.call('home', { query: { cursor: 'nonsense' } });
    expect([refused.status, refused.problem.field]).toEqual([400, 'cursor']);
    expect((await new Browser(nod).call('home')).status).toBe(401);
  });

  it('costs at most 31 units and 6 calls beside the session’s', { timeout: 180_000 }, async () => {
    const susan = await newMember(nod);
    const authors: Member[] = [];
    for (let at = 0; at < 21; at++) authors.push(await newMember(nod));
    for (const author of authors) await follow(susan, author);
    for (const author of authors) await post(author, 'How are you all today?'.repeat(20));
    await eventually(async () => expect(await copiesOf(susan)).toHaveLength(21));
    await nod.idle();
    const before = nod.recordingProxy.calls.length;
    nod.recordingProxy.weighs = true;
    const { items, next } = await susan.browser.succeed('home');
    nod.recordingProxy.weighs = false;
    const calls = nod.recordingProxy.calls.slice(before);
    const isSession = ({ input }: (typeof calls)[number]) => JSON.stringify(input).includes('session#');
    const own = calls.filter((call) => !isSession(call));
    expect(own.length).toBeLessThanOrEqual(6);
    // The local database counts nothing for the marks that are not there; AWS half a unit each.
    const units = own.reduce((sum, { units = 0 }) => sum + units, 0) + items.length / 2;
    expect(units).toBeLessThanOrEqual(31);
    expect(items.length).toBeGreaterThanOrEqual(18);
    const rest = await susan.browser.succeed('home', { query: { cursor: next ?? '' } });
    expect(items.length + rest.items.length).toBe(21);
  });
});
