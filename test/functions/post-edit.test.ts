import { describe, expect, it } from 'vitest';
import type { PostId, UserId } from '../../shared/ids.ts';
import { undoEdit } from '../../shared/undo/edit.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

type Somebody = Awaited<ReturnType<typeof newPerson>>;

const userIdOf = ({ browser }: Somebody): UserId =>
  browser.cookies.get('__Host-session')?.split('.')[0] as UserId;

const written = async ({ browser }: Somebody, body: string) =>
  (await browser.succeed('post-create', { body: { body } })).id;

const edit = (browser: Browser, postId: PostId, body: string, editedAt?: string) =>
  browser.call('post-edit', {
    params: { postId },
    body: { body, ...(editedAt === undefined ? {} : { editedAt }) },
  });

const history = async (postId: PostId) =>
  (await new Browser(nod).succeed('post-history', { params: { postId } })).items.map(({ body }) => body);

const read = (postId: PostId) => new Browser(nod).succeed('post', { params: { postId } });

const problem = ({ status, problem }: { status: number; problem: { code: string } }) => [
  status,
  problem.code,
];

/** Makes a post as old as that. */
async function aged(userId: UserId, postId: PostId, seconds: number): Promise<void> {
  await nod.db.update({
    Update: {
      TableName: nod.db.tableName('Posts'),
      Key: { pk: userId, sk: `post#${postId}` },
      UpdateExpression: 'SET createdAt = createdAt - :seconds',
      ExpressionAttributeValues: { ':seconds': seconds },
    },
  });
}

describe('post-edit', () => {
  it('changes the text, says so, and keeps what it was', async () => {
    const susan = await newPerson(nod);
    const id = await written(susan, 'Frist');
    expect(await history(id)).toEqual(['Frist']);
    const edited = await edit(susan.browser, id, 'First');
    expect(edited.status).toBe(200);
    expect(edited.body).toMatchObject({ id, body: 'First', editedAt: expect.any(String), mine: {} });
    const again = await edit(susan.browser, id, 'First!', edited.body.editedAt);
    expect((await read(id)).body).toBe('First!');
    expect((await read(id)).editedAt).toBe(again.body.editedAt);
    expect(await history(id)).toEqual(['First!', 'First', 'Frist']);
    const rows = (await nod.rows()).Posts.filter(({ sk }) => String(sk).startsWith(`edit#${id}`));
    expect(rows.map(({ sessionId }) => String(sessionId).slice(0, 4))).toEqual(['ses_', 'ses_']);
    await susan.browser.succeed('post-delete', { params: { postId: id } });
    expect((await nod.rows()).Posts.filter(({ sk }) => String(sk).includes(id))).toEqual([]);
    expect((await new Browser(nod).call('post-history', { params: { postId: id } })).status).toBe(404);
  });

  it('is none with the same text, whatever was seen', async () => {
    const susan = await newPerson(nod);
    const id = await written(susan, 'Same');
    await unchanged(
      nod,
      async () => {
        const reply = await edit(susan.browser, id, '  Same ', '2026-01-01T00:00:00.000Z');
        expect([reply.status, reply.body.editedAt]).toEqual([200, undefined]);
      },
      'a limit counts it',
    );
  });

  it('of two tabs is made by the first, and the second is told', async () => {
    const susan = await newPerson(nod);
    const id = await written(susan, 'Before');
    const replies = await Promise.all([
      edit(susan.browser, id, 'One'),
      edit(susan.browser, id, 'Two'),
      edit(susan.browser, id, 'Three'),
    ]);
    const statuses = replies.map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409, 409]);
    expect((await history(id)).length).toBe(2);
    const late = await edit(susan.browser, id, 'Later');
    expect(problem(late)).toEqual([409, 'conflict']);
    // A repeat after a lost answer finds that it has been done.
    const winner = replies.find(({ status }) => status === 200)?.body.body ?? '';
    expect((await edit(susan.browser, id, winner)).status).toBe(200);
    expect((await history(id)).length).toBe(2);
  });

  it('is its author’s, of a post that is there, for a day', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const [id, gone, old, almost] = [
      await written(susan, 'Mine'),
      await written(susan, 'Gone'),
      await written(susan, 'Old'),
      await written(susan, 'Almost'),
    ];
    await susan.browser.succeed('post-delete', { params: { postId: gone } });
    await aged(userIdOf(susan), old, 24 * 60 * 60 + 1);
    await aged(userIdOf(susan), almost, 24 * 60 * 60 - 60);
    await unchanged(
      nod,
      async () => {
        expect(problem(await edit(miguel.browser, id, 'His'))).toEqual([404, 'not_found']);
        expect(problem(await edit(new Browser(nod), id, 'Nobody’s'))).toEqual([401, 'not_signed_in']);
        expect(problem(await edit(susan.browser, gone, 'Back'))).toEqual([404, 'not_found']);
        const late = await edit(susan.browser, old, 'New');
        expect([...problem(late), late.problem.params]).toEqual([409, 'not_editable', { why: 'late' }]);
      },
      'a limit counts it',
    );
    expect((await edit(susan.browser, almost, 'Just in time')).status).toBe(200);
  });

  it('of a post that is hidden finds nothing, and its place is no post', async () => {
    const susan = await newPerson(nod);
    const intruder = await signIn(nod, susan);
    const { id } = (await intruder.succeed('me')).session;
    const { id: postId } = await intruder.succeed('post-create', { body: { body: 'Not hers' } });
    await susan.browser.succeed('post-create', { body: { body: 'Below', replyTo: postId } });
    const query = { notMe: '1' };
    await susan.browser.succeed('session-end', { params: { sessionId: id }, query });
    expect(problem(await edit(susan.browser, postId, 'Hers'))).toEqual([404, 'not_found']);
  });

  it('ends after fifty times, and all of it still goes with the post', async () => {
    const susan = await newPerson(nod);
    const id = await written(susan, '0');
    let editedAt: string | undefined;
    for (let at = 1; at <= 50; at++) {
      const reply = await edit(susan.browser, id, String(at), editedAt);
      expect(reply.status).toBe(200);
      editedAt = reply.body.editedAt;
    }
    const more = await edit(susan.browser, id, '51', editedAt);
    expect([...problem(more), more.problem.params]).toEqual([409, 'not_editable', { why: 'often' }]);
    expect(await history(id)).toHaveLength(51);
    await susan.browser.succeed('post-delete', { params: { postId: id } });
    expect((await nod.rows()).Posts.filter(({ sk }) => String(sk).includes(id))).toEqual([]);
  }, 60_000);
});

describe('undoing an edit', () => {
  const entriesOf = async (postId: PostId) =>
    (await nod.rows()).Sessions.filter(({ kind, post }) => kind === 'edit' && post === postId)
      .toSorted((a, b) => (String(a.sk) < String(b.sk) ? 1 : -1))
      .map((entry) => entry as never as Parameters<typeof undoEdit>[2] & { version: number });

  async function undo(userId: UserId, entry: Parameters<typeof undoEdit>[2]): Promise<void> {
    await nod.db.write(...(await undoEdit(nod.db, userId, entry)));
  }

  it('puts the version before in its place, newest first', async () => {
    const susan = await newPerson(nod);
    const id = await written(susan, 'a');
    const first = await edit(susan.browser, id, 'b');
    await edit(susan.browser, id, 'c', first.body.editedAt);
    const [second, one] = await entriesOf(id);
    if (second === undefined || one === undefined) throw new Error('two edits leave two entries');
    await undo(userIdOf(susan), second);
    expect(await history(id)).toEqual(['b', 'a']);
    expect((await read(id)).editedAt).toBe(first.body.editedAt);
    await undo(userIdOf(susan), one);
    expect(await history(id)).toEqual(['a']);
    expect((await read(id)).editedAt).toBeUndefined();
    expect(await undoEdit(nod.db, userIdOf(susan), one)).toEqual([]);
    expect((await edit(susan.browser, id, 'd')).status).toBe(200);
    expect(await history(id)).toEqual(['d', 'a']);
  });

  it('leaves what somebody has written since, and takes the version between', async () => {
    const susan = await newPerson(nod);
    const id = await written(susan, 'hers');
    const first = await edit(susan.browser, id, 'not hers');
    const second = await edit(susan.browser, id, 'hers again', first.body.editedAt);
    await edit(susan.browser, id, 'not hers either', second.body.editedAt);
    const [third, , one] = await entriesOf(id);
    if (third === undefined || one === undefined) throw new Error('three edits leave three entries');
    await undo(userIdOf(susan), third);
    await undo(userIdOf(susan), one);
    expect(await history(id)).toEqual(['hers again', 'hers']);
  });
});
