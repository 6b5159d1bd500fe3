/** What messages cost at the store, to the unit: with ten thousand of them in a conversation no more than with a few. */
import { expect, it } from 'vitest';
import { newMessageId } from '../../shared/chats/message.ts';
import type { MessageId } from '../../shared/ids.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import { send, userIdOf } from '../support/chats.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { type StoreCost, storeCosts } from '../support/store-costs.ts';

const nod = startNod();

/** What the acts of somebody cost who has so many messages with one person, and conversations with so many. */
async function costsAmong({ messages, chats }: { messages: number; chats: number }) {
  const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
  for (let at = 0; at < 30; at++) await send(tom, susan, 'How are you all today?');
  const [one, other] = [await userIdOf(nod, susan), await userIdOf(nod, tom)];
  const past = (at: number): MessageId => newMessageId(secondsAfter(new Date(), -86_400 + at), undefined);
  await nod.db.putAll('Posts', {
    put: [
      ...Array.from({ length: messages }, (_, at) => ({
        pk: `chat#${[one, other].sort().join('#')}`,
        sk: `message#${past(at)}`,
        id: past(at),
        from: other,
        to: one,
        body: 'How are you all today?',
        createdAt: 1_700_000_000,
      })),
      ...Array.from({ length: chats }, (_, at) => {
        const [id, somebody] = [past(at), `usr_somebody${at}`];
        return [
          { pk: one, sk: `inboxat#${id}`, other: somebody },
          { pk: one, sk: `inbox#${somebody}`, username: `u_${at}`, displayName: 'U', lastId: id, unread: 0 },
          {
            pk: `chat#${[one, somebody].sort().join('#')}`,
            sk: `message#${id}`,
            id,
            from: one,
            to: somebody,
            body: 'Hello',
            createdAt: 1_700_000_000,
          },
        ];
      }).flat(),
    ],
  });
  // A touch would be a write of its own.
  await susan.browser.succeed('me');
  const params = { username: tom.username };
  const { items } = await susan.browser.succeed('chat', { params });
  let sent: string;
  return storeCosts(nod.recordingProxy, {
    chats: () => susan.browser.succeed('chats'),
    chat: () => susan.browser.succeed('chat', { params }),
    'chat-read': () =>
      susan.browser.succeed('chat-read', { params, body: { to: items[0]?.id as MessageId } }),
    'message-create': async () => {
      sent = (await susan.browser.succeed('message-create', { params, body: { body: 'Fine' } })).id;
    },
    'message-delete': () =>
      susan.browser.succeed('message-delete', { params: { ...params, messageId: sent } }),
  });
}

/** With the caller's session each time. A message is ten rows, or eleven with the key of a repeat. */
const COSTS: Record<string, StoreCost> = {
  chats: { calls: 3, reads: 22, writes: 0 },
  chat: { calls: 4, reads: 6, writes: 0 },
  'chat-read': { calls: 4, reads: 3, writes: 4 },
  'message-create': { calls: 4, reads: 3, writes: 20 },
  'message-delete': { calls: 5, reads: 4, writes: 6 },
};

// Each starts functions, on a machine that may be busy.
const BOUNDED = { timeout: 180_000 };

it('of few', BOUNDED, async () => {
  expect(await costsAmong({ messages: 10, chats: 25 })).toEqual(COSTS);
});

it('of ten thousand', BOUNDED, async () => {
  expect(await costsAmong({ messages: 10_000, chats: 400 })).toEqual(COSTS);
});
