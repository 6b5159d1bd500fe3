/** Sends one push to several phones of a user side by side, so that none of them waits for another. */
import type { Database } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { UserId } from '../ids.ts';
import type { Language } from '../languages.ts';
import { languageOf as languageOfUser } from '../users/user.ts';
import { userStore } from '../users/user-store.ts';
import type { ToldPhone } from './news.ts';
import type { PushMessage, WordPush } from './push-message.ts';
import { pushStore } from './push-store.ts';
import { type Push, sendPush } from './send-push.ts';

/** A push that is not worded yet. */
export type Unworded = Omit<Push, 'notice'> & { message: PushMessage };

/** @param word says it in the user's language, as it is at that moment */
export function sending(
  db: Database,
  word: WordPush,
  pushes = pushStore(db),
  send = sendPush,
  users = userStore(db),
) {
  /** Takes as long as one push at most, and one read. @returns the phones for which it failed for now */
  return async function sendToAll(
    phones: readonly ToldPhone[],
    { message, ...rest }: Unworded,
  ): Promise<ToldPhone[]> {
    const [first] = phones;
    if (first === undefined) return [];
    const push = { ...rest, notice: word(message, await languageOf(first.userId)) };
    const outcomes = await Promise.all(phones.map(({ push: subscription }) => send(subscription, push)));
    await Promise.all(phones.filter((_, at) => outcomes[at] === 'gone').map(forget));
    return phones.filter((_, at) => outcomes[at] === 'failed');
  };

  /** A ring that was counted is not lost for its language where the store is away. */
  async function languageOf(userId: UserId): Promise<Language> {
    const user = await users.get(userId).catch(() => undefined);
    return languageOfUser(user);
  }

  async function forget(phone: ToldPhone): Promise<void> {
    try {
      await db.update(pushes.forget(phone, phone.push));
    } catch (error) {
      // It has subscribed anew meanwhile, or was removed.
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
}

export type SendToAll = ReturnType<typeof sending>;
