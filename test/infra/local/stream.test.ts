import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { localTableName } from '../../../infra/local/database.ts';
import { eventRecord, followStream } from '../../../infra/local/stream.ts';
import type { Write } from '../../../shared/database.ts';
import { streamedTables } from '../../support/tables.ts';

const { endpoint, prefix, db, close } = await streamedTables();
afterAll(close);
const tableName = localTableName(prefix, 'Posts');
const put = (sk: string, others = {}): Write => ({
  Put: { TableName: db.tableName('Posts'), Item: { pk: 'usr_1', sk, ...others } },
});

let stop = async () => {};
afterEach(() => stop());

/** What has come so far, and the sort keys of it. */
async function follow() {
  const came: DynamoDBRecord[] = [];
  const following = await followStream({
    endpoint,
    tableName,
    onRecords(records) {
      came.push(...records);
    },
  });
  stop = following.stop;
  return { came, keys: () => came.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S) };
}

describe('a stream', () => {
  it('is followed from now on, in order, with what a row was and what it became', async () => {
    await db.write(put('before'));
    const { came, keys } = await follow();
    await db.write(put('one', { likes: 1 }));
    await db.write(put('one', { likes: 2 }));
    await db.write({ Delete: { TableName: db.tableName('Posts'), Key: { pk: 'usr_1', sk: 'one' } } });
    await vi.waitFor(() => expect(came).toHaveLength(3), 20_000);
    expect(keys()).toEqual(['one', 'one', 'one']);
    expect(came.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    expect(came[1]).toMatchObject({
      eventSource: 'aws:dynamodb',
      eventSourceARN: expect.stringContaining(`${tableName}/stream/`),
      dynamodb: {
        Keys: { pk: { S: 'usr_1' }, sk: { S: 'one' } },
        OldImage: { likes: { N: '1' } },
        NewImage: { likes: { N: '2' } },
        ApproximateCreationDateTime: expect.any(Number),
        SequenceNumber: expect.stringMatching(/^\d+$/),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
  });

  it('is left where it is once that is asked', async () => {
    const { came } = await follow();
    await stop();
    await db.write(put('after the end'));
    const again = await follow();
    await db.write(put('later'));
    await vi.waitFor(() => expect(again.keys()).toEqual(['later']), 20_000);
    expect(came).toEqual([]);
  });

  it('is no stream where the table has none', async () => {
    const following = followStream({
      endpoint,
      tableName: localTableName(prefix, 'Users'),
      onRecords() {},
    });
    await expect(following).rejects.toThrow(`${prefix}Users has no stream`);
  });
});

describe('a record in an event', () => {
  it('has bytes in base64 and says who swept a row, as Lambda has it', () => {
    const record = eventRecord(
      {
        eventName: 'REMOVE',
        userIdentity: { PrincipalId: 'dynamodb.amazonaws.com', Type: 'Service' },
        dynamodb: {
          ApproximateCreationDateTime: new Date(1_700_000_000_900),
          OldImage: {
            key: { B: Uint8Array.of(1, 2, 3) },
            inner: { M: { keys: { BS: [Uint8Array.of(255)] } } },
          },
        },
      },
      'arn',
    );
    expect(record.dynamodb).toEqual({
      ApproximateCreationDateTime: 1_700_000_000,
      OldImage: { key: { B: 'AQID' }, inner: { M: { keys: { BS: ['/w=='] } } } },
    });
    expect(record.userIdentity).toEqual({ principalId: 'dynamodb.amazonaws.com', type: 'Service' });
  });
});
