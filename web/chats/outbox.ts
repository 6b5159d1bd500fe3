/** Messages that are shown at once and sent one after the other, in the order in which they were written. */
import type { MessageResponse } from '../../shared/responses.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { serverNow } from '../lib/clock.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { keepChatDraft, readChatDraft, type Unsent } from './draft.ts';

/** `error`: why it was not sent; neither is a message of before a reload, of which nobody knows. */
export type Outgoing = Unsent & { isSending: boolean; error: string | undefined };

export type Outbox = {
  /** In the order in which they were written. */
  list(): Outgoing[];
  /** What is being written. */
  readonly text: string;
  write(text: string): void;
  send(body: string): void;
  again(key: string): void;
  discard(key: string): void;
};

type Options = {
  own: string;
  other: string;
  redraw(): void;
  onSent(message: MessageResponse): void;
};

/** What one person has to send to another. */
export function outbox({ own, other, redraw, onSent }: Options): Outbox {
  let { text, unsent } = readChatDraft(own, other);
  const sending = new Set<string>();
  const errors = new Map<string, string>();
  /** What was not sent because nobody answered: it is sent once somebody may. */
  const unheard = new Set<string>();
  let queue = Promise.resolve();

  addEventListener('online', () => {
    for (const key of unheard) enqueue(key);
  });
  // Another tab writes on the same draft, and sends the same messages.
  addEventListener('storage', () => {
    if (sending.size > 0 || document.activeElement?.id === 'message-body') return;
    ({ text, unsent } = readChatDraft(own, other));
    redraw();
  });

  /** From what the other tabs have left of it. */
  function change(next: (before: Unsent[]) => Unsent[]): void {
    unsent = next(readChatDraft(own, other).unsent);
    keepChatDraft(own, other, { text, unsent });
  }

  function enqueue(key: string): void {
    if (sending.has(key)) return;
    sending.add(key);
    errors.delete(key);
    unheard.delete(key);
    queue = queue.then(() => deliver(key));
    redraw();
  }

  async function deliver(key: string): Promise<void> {
    const message = unsent.find((one) => one.key === key);
    try {
      if (message === undefined) return;
      const sent = await call('message-create', {
        params: { username: other },
        body: { body: message.body },
        idempotencyKey: key,
      });
      drop(key);
      onSent(sent);
    } catch (thrown) {
      errors.set(key, errorSentence(thrown));
      if (thrown instanceof Unreachable || (thrown instanceof ApiError && thrown.status === 503))
        unheard.add(key);
    } finally {
      sending.delete(key);
      redraw();
    }
  }

  function drop(key: string): void {
    change((before) => before.filter((one) => one.key !== key));
    errors.delete(key);
    unheard.delete(key);
  }

  return {
    get text() {
      return text;
    },
    list: () =>
      unsent.map((one) => ({ ...one, isSending: sending.has(one.key), error: errors.get(one.key) })),
    write(next) {
      text = next;
      change((before) => before);
    },
    send(body) {
      const key = crypto.randomUUID();
      text = '';
      change((before) => [...before, { key, body, at: new Date(serverNow()).toISOString() }]);
      enqueue(key);
    },
    again: enqueue,
    discard(key) {
      drop(key);
      redraw();
    },
  };
}
