import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import {
  isNews,
  isNewsToPhones,
  isOpening,
  type Placed,
  type Subject,
  subjectOfPhone,
} from '../shared/bell/bell.ts';
import { bellStore } from '../shared/bell/bell-store.ts';
import { hangUp } from '../shared/bell/hanging-up.ts';
import { looking } from '../shared/bell/looking.ts';
import { currentTime } from '../shared/clock.ts';
import { changeIn } from '../shared/copies/change.ts';
import { type Database, database } from '../shared/database.ts';
import { deviceStore } from '../shared/devices/device-store.ts';
import type { UserId } from '../shared/ids.ts';
import { unreadChangedIn } from '../shared/notices/unread-store.ts';
import { sessionInImage } from '../shared/sessions/session-store.ts';
import { noted, serveTrigger, triggered } from '../shared/trigger.ts';

/**
 * Tells the pages that listen to look, when what they show of a session has changed, or of what waits to be read. All of a batch goes side by side, and
 * a look that fails is not tried by a later call: so a batch takes as long as one look, and only what the store was away
 * for is repeated. A record that comes twice is a second look.
 */
export const bell = (db: Database, bells = bellStore(db), devices = deviceStore(db), look = looking()) =>
  triggered('bell', async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    /** What is told already: all of the batch was written before, so one look shows it all. */
    const told = new Map<string, Promise<void>>();
    const done = await Promise.all(Records.map((record) => noted('bell', () => follow(record))));
    return {
      batchItemFailures: Records.filter((_, at) => !done[at]).map(({ dynamodb }) => ({
        itemIdentifier: dynamodb?.SequenceNumber ?? '',
      })),
    };

    async function follow(record: DynamoDBRecord): Promise<void> {
      const { dynamodb } = record;
      const reader = unreadChangedIn(changeIn(record).key);
      if (reader !== undefined) {
        return once(`${reader} reads`, async () => tell(await bells.ofSessions(reader, currentTime())));
      }
      const [before, after] = [sessionInImage(dynamodb?.OldImage), sessionInImage(dynamodb?.NewImage)];
      if (after === undefined) return;
      const { userId, id } = after;
      await Promise.all([
        before !== undefined &&
          isNews(before, after) &&
          once(id, async () => tell(await bells.ofSession(userId, id, currentTime()))),
        isNewsToPhones(before, after) && once(userId, async () => tell(await phonesOf(userId))),
      ]);
    }

    function once(whom: string, work: () => Promise<void>): Promise<void> {
      const begun = told.get(whom) ?? work();
      told.set(whom, begun);
      return begun;
    }

    /** Only those whose cookie is still a phone's: one that was removed, or has come back with another, hears no more. */
    async function phonesOf(userId: UserId): Promise<Placed[]> {
      const listeners = await bells.ofPhones(userId, currentTime());
      if (listeners.length === 0) return [];
      const phones = await devices.ofUser(userId);
      const secrets = new Map<Subject, string>(
        phones.map((phone) => [subjectOfPhone(phone), phone.secretHash]),
      );
      return listeners.filter(({ subject, secretHash }) => secrets.get(subject) === secretHash);
    }

    async function tell(listeners: readonly Placed[]): Promise<void> {
      await Promise.all(
        listeners.map(async (listener) => {
          const outcome = await look(listener.connectionId);
          if (outcome === 'gone' && !isOpening(listener, currentTime())) {
            await noted('bell', () => hangUp(db, listener, bells));
          }
        }),
      );
    }
  });

export const handler = serveTrigger(bell(database()));
