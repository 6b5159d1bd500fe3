import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../shared/alerts/alert.ts';
import { alertStore } from '../../../shared/alerts/alert-store.ts';
import { ConditionFailed } from '../../../shared/errors.ts';
import { type MessageId, newUserId, type PostId, type UserId } from '../../../shared/ids.ts';
import { tables } from '../../support/tables.ts';

// Rows of a moment that is past are swept under the test.
const now = new Date('2036-11-24T12:00:00Z');

const { db } = tables();
const store = alertStore(db);

const message = (userId: UserId, who: UserId, at: number): Alert => {
  const id: MessageId = `msg_${String(at).padStart(26, '0')}`;
  return { userId, kind: 'messages', id, who, group: who };
};

const mention = (userId: UserId, at: number): Alert => {
  const id: PostId = `pst_${String(at).padStart(26, '0')}`;
  return { userId, kind: 'mentions', id, who: newUserId(), group: id };
};

/** Which of its writes were refused, if it was. */
const refusedOf = (alert: Alert): Promise<readonly boolean[] | undefined> =>
  db.write(...store.keep(alert, now)).then(
    () => undefined,
    (error: unknown) => (error as ConditionFailed).failed,
  );

describe('what waits of a conversation', () => {
  it('is its latest message, in whatever order they come', async () => {
    const [susan, tom] = [newUserId(), newUserId()];
    const [first, second, third] = [1, 2, 3].map((at) => message(susan, tom, at)) as [Alert, Alert, Alert];
    expect(await refusedOf(first)).toBeUndefined();
    expect(await refusedOf(third)).toBeUndefined();
    expect(await refusedOf(second)).toEqual([false, true]);
    expect(await store.ofUser(susan, 25)).toEqual([third]);
    expect((await refusedOf(third))?.[0]).toBe(true);
  });

  it('is not taken by whoever has read what was there before it', async () => {
    const [susan, tom] = [newUserId(), newUserId()];
    const [first, second] = [message(susan, tom, 1), message(susan, tom, 2)];
    await refusedOf(first);
    await refusedOf(second);
    await expect(db.remove(store.take(first))).rejects.toThrow(ConditionFailed);
    await expect(db.put(store.keepFailed(first, ['phone'], now))).rejects.toThrow(ConditionFailed);
    expect(await store.ofUser(susan, 25)).toEqual([second]);
    await db.remove(store.take(second));
    await db.put(store.keepFailed(second, ['phone'], now));
    expect(await store.ofUser(susan, 25)).toEqual([{ ...second, failed: ['phone'] }]);
    const third = message(susan, tom, 3);
    await refusedOf(third);
    expect(await store.ofUser(susan, 25), 'for all phones').toEqual([third]);
  });
});

describe('what waits for somebody', () => {
  it('is looked through so that neither conversations nor threads come before the others', async () => {
    const susan = newUserId();
    const chats = Array.from({ length: 4 }, (_, at) => message(susan, newUserId(), at));
    const threads = Array.from({ length: 4 }, (_, at) => mention(susan, at));
    for (const alert of [...chats, ...threads]) expect(await refusedOf(alert)).toBeUndefined();
    const kinds = (await store.ofUser(susan, 3)).map(({ kind }) => kind);
    expect(kinds).toEqual([...Array(3).fill('messages'), ...Array(3).fill('mentions')]);
  });
});
