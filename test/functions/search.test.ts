import { beforeAll, describe, expect, it } from 'vitest';
import type { PostId, UserId } from '../../shared/ids.ts';
import { hidesKey } from '../../shared/people/hides-store.ts';
import { postStore } from '../../shared/posts/post-store.ts';
import { postingStore } from '../../shared/search/posting-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { storeCosts } from '../support/store-costs.ts';

const nod = startNod();

type Person = Awaited<ReturnType<typeof newPerson>>;
let susan: Person;
let tom: Person;

const idOf = async ({ username }: Person) => (await userStore(nod.db).idByName(username)) as UserId;

async function write(person: Person, body: string): Promise<PostId> {
  const { id } = await person.browser.succeed('post-create', { body: { body } });
  const post = await postStore(nod.db).ofAuthorById(await idOf(person), id);
  await postingStore(nod.db).index(post, []);
  return id;
}

const search = async (q: string, by: Browser = new Browser(nod)) =>
  (await by.succeed('search', { query: { q } })).items.map(({ body }) => body);

beforeAll(async () => {
  susan = await newPerson(nod);
  tom = await newPerson(nod);
  await write(susan, 'Quokkas are small');
  await write(tom, `Wombats are not, says @${susan.username}`);
  await write(susan, 'Wombats dig');
});

describe('search', () => {
  it('finds posts for anybody', async () => {
    expect(await search('wombats')).toEqual(['Wombats dig', `Wombats are not, says @${susan.username}`]);
    expect(await search(`@${susan.username}`)).toEqual([`Wombats are not, says @${susan.username}`]);
  });

  it('finds one’s own, and those of somebody', async () => {
    expect(await search('from:me', susan.browser)).toEqual(['Wombats dig', 'Quokkas are small']);
    expect(await search(`wombats from:${susan.username}`)).toEqual(['Wombats dig']);
    for (const [q, by] of [
      ['from:me', new Browser(nod)],
      ['from:nobody_at_all', tom.browser],
    ] as const) {
      const reply = await by.call('search', { query: { q } });
      expect([reply.status, reply.problem.code]).toEqual([404, 'not_found']);
    }
  });

  it('shows nobody what they are not to see', async () => {
    const hides = { ...hidesKey(await idOf(tom)), blockedBy: new Set([await idOf(susan)]) };
    await nod.db.put({ Put: { TableName: nod.db.tableName('Posts'), Item: hides } });
    expect(await search('quokkas', tom.browser)).toEqual([]);
    expect(await search('quokkas')).toEqual(['Quokkas are small']);
    const people = await tom.browser.succeed('search-people', { query: { q: susan.username } });
    expect(people.items).toEqual([]);
  });

  it('finds nothing that was deleted, whatever the index still has', async () => {
    const id = await write(susan, 'numbat');
    expect(await search('numbat')).toEqual(['numbat']);
    await susan.browser.succeed('post-delete', { params: { postId: id } });
    expect(await search('numbat')).toEqual([]);
  });

  it.each([
    [{ q: ' ' }, 'q'],
    [{ q: 'a'.repeat(201) }, 'q'],
    [{ q: 'a', cursor: 'nonsense' }, 'cursor'],
    [{}, 'q'],
  ])('refuses %j', async (query, field) => {
    const reply = await new Browser(nod).call('search', { query: query as { q: string } });
    expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([400, 'invalid_input', field]);
  });

  it('costs at most sixty units', async () => {
    const query = { q: 'wombats houses häuser maisons from the night' };
    const acts = { search: () => susan.browser.succeed('search', { query }) };
    const { search: cost } = await storeCosts(nod.recordingProxy, acts);
    expect(cost?.reads).toBeLessThanOrEqual(60);
  });
});

describe('search-people', () => {
  const find = async (q: string) =>
    (await new Browser(nod).succeed('search-people', { query: { q } })).items.map(({ username }) => username);

  it('finds somebody by how their name begins, from the moment that they are there', async () => {
    for (const q of [susan.username.slice(0, 6), `@${susan.username}`, susan.username.toUpperCase()])
      expect(await find(q)).toContain(susan.username);
    expect(await find('xx_nobody')).toEqual([]);
    expect(await find('…')).toEqual([]);
  });

  it('finds nobody whose name is only reserved', async () => {
    const username = `r${susan.username.slice(1)}`;
    await new Browser(nod).succeed('register', { body: { username } });
    expect(await find(username)).toEqual([]);
  });
});
