/** Sends one push to several phones of a user side by side, so that none of them waits for another. */
import type { Database } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import { isLanguage, LANGUAGES, type Language } from '../languages.ts';
import { userStore } from '../users/user-store.ts';
import type { ToldPhone } from './news.ts';
import type { PushMessage, WordPush } from './push-message.ts';
import { pushStore } from './push-store.ts';
import { type Push, sendPush } from './send-push.ts';

/** A push that is not worded yet. */
export type Unworded = Omit<Push, 'notice'> & { message: PushMessage };

/** @param word says it in a phone's own language, which no browser can change (DESIGN.md §5.8) */
export function sending(
  db: Database,
  word: WordPush,
  pushes = pushStore(db),
  send = sendPush,
  users = userStore(db),
) {
  /**
   * Takes as long as one push at most, and one read where a phone has no language.
   * @returns the phones for which it failed for now
   */
  return async function sendToAll(
    phones: readonly ToldPhone[],
    { message, ...rest }: Unworded,
  ): Promise<ToldPhone[]> {
    const silent = phones.find((phone) => spokenBy(phone) === undefined);
    const otherwise = silent === undefined ? LANGUAGES[0] : await languageOfUser(silent);
    const outcomes = await Promise.all(
      phones.map((phone) =>
        send(phone.push, { ...rest, notice: word(message, spokenBy(phone) ?? otherwise) }),
      ),
    );
    await Promise.all(phones.filter((_, at) => outcomes[at] === 'gone').map(forget));
    return phones.filter((_, at) => outcomes[at] === 'failed');
  };

  /** A ring that was counted is not lost for its language where the store is away. */
  async function languageOfUser({ userId }: ToldPhone): Promise<Language> {
    const user = await users.get(userId).catch(() => undefined);
    return spokenBy(user) ?? LANGUAGES[0];
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

/** The language of a phone or a user; one that this Nod does not speak any more is none. */
function spokenBy({ language }: { language?: Language } = {}): Language | undefined {
  return language !== undefined && isLanguage(language) ? language : undefined;
}
