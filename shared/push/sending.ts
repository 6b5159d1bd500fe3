/** Sends one push to several phones side by side, so that none of them waits for another. */
import type { Database } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { ToldPhone } from './news.ts';
import { pushStore } from './push-store.ts';
import { type Push, sendPush } from './send-push.ts';

export function sending(db: Database, pushes = pushStore(db), send = sendPush) {
  /** Takes as long as one push at most. @returns the phones for which it failed for now */
  return async function sendToAll(phones: readonly ToldPhone[], push: Push): Promise<ToldPhone[]> {
    const outcomes = await Promise.all(phones.map(({ push: subscription }) => send(subscription, push)));
    await Promise.all(phones.filter((_, at) => outcomes[at] === 'gone').map(forget));
    return phones.filter((_, at) => outcomes[at] === 'failed');
  };

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
