/** The two functions that follow the Posts table: they copy what is listed in more than one place (DESIGN.md §5). */
import type {
  DynamoDBBatchItemFailure,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import { currentTime } from '../clock.ts';
import type { Database } from '../database.ts';
import type { TriggerName } from '../routes.ts';
import { noted, triggered } from '../trigger.ts';
import { type Copier, changeIn } from './change.ts';

/**
 * Calls each copier for each change. Changes of different rows go side by side, those of one row in order. One that fails is
 * named, and tried again with what came after it in the batch, which is as well done twice; it keeps no other row waiting
 * within the batch, and no other copier. One that always fails is given up by the stream's delivery after three more.
 */
export const followingChanges = <N extends TriggerName>(name: N, db: Database, copiers: readonly Copier[]) =>
  triggered(name, async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const byRow = Map.groupBy(Records, ({ dynamodb }) => JSON.stringify(dynamodb?.Keys));
    return { batchItemFailures: (await Promise.all([...byRow.values()].map(followRow))).flat() };

    async function followRow(records: DynamoDBRecord[]): Promise<DynamoDBBatchItemFailure[]> {
      const failures: DynamoDBBatchItemFailure[] = [];
      for (const record of records) {
        const isDone = failures.length === 0 && (await copy(record));
        if (!isDone) failures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' });
      }
      return failures;
    }

    async function copy(record: DynamoDBRecord): Promise<boolean> {
      const done = await Promise.all(
        copiers.map((copier) => noted(name, async () => copier(db, changeIn(record), currentTime()))),
      );
      return done.every((isDone) => isDone);
    }
  });
