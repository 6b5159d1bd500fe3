/** Nod with a push service beside it and functions that follow the stream, and people whose phones may be rung. */
import { expect, vi } from 'vitest';
import type { Item } from '../../shared/database.ts';
import type { PushSubscription } from '../../shared/devices/device.ts';
import type { UserId } from '../../shared/ids.ts';
import { type Nod, nod as startNod } from './nod.ts';
import { newPerson, userRow } from './people.ts';
import { type PushAnswer, type PushService, startPushService } from './push-service.ts';

export function rungNod() {
  const service = {} as PushService;
  const nod: Nod = startNod({
    async beside() {
      Object.assign(service, await startPushService());
      return { variables: { LOCAL_PUSH_ORIGIN: service.origin }, stop: () => service.stop() };
    },
    triggers: true,
  });

  /** What has arrived at a phone, and every request for it, however it was answered. */
  const heardBy = ({ endpoint }: PushSubscription) => ({
    arrivals: () => service.arrivals.filter((arrival) => arrival.endpoint === endpoint),
    requests: () => service.requests.filter((request) => request === endpoint),
  });

  /** Somebody whose phone may be rung, and whose browser the account knows. */
  async function rungPerson(...answers: PushAnswer[]) {
    const person = await newPerson(nod);
    const push = service.subscribe();
    if (answers.length > 0) service.answer(push, ...answers);
    await person.phone.succeed('push-subscribe', { body: push });
    const start = () => person.browser.succeed('login-start', { body: { username: person.username } });
    const row = async () =>
      (await nod.rows()).Users.find(({ sk }) => sk === `device#${person.phone.authenticator.credentialId}`);
    const userId = (await userRow(nod, person.username)).pk as UserId;
    return { ...person, push, start, ...heardBy(push), row, userId };
  }

  return {
    nod,
    service,
    rungPerson,

    /** Waits until the stream has been followed up to now: what somebody else is rung for is read after all before it. */
    async followed(): Promise<void> {
      const fence = await rungPerson();
      await fence.start();
      await vi.waitFor(() => expect(fence.arrivals()).toHaveLength(1), { timeout: 20_000, interval: 50 });
      await nod.idle();
    },

    /** A user's rows of a kind; with an attribute, those that have it. */
    rowsOf: async (userId: UserId, kind: string, attribute?: string): Promise<Item[]> =>
      (await nod.rows()).Sessions.filter(
        (row) =>
          row.pk === userId && String(row.sk).startsWith(kind) && (attribute === undefined || row[attribute]),
      ),
  };
}

export type RungPerson = Awaited<ReturnType<ReturnType<typeof rungNod>['rungPerson']>>;
