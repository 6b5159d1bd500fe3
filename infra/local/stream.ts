/** Follows the stream of a local table as Lambda's event source mapping follows a deployed one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, StreamRecord } from 'aws-lambda';
import { CREDENTIALS, databaseClient, REGION } from './database.ts';

/** Lambda reads a stream four times a second, and a real one tells it within milliseconds. */
const PAUSE_MS = 100;

export type Followed = {
  endpoint: string;
  tableName: string;
  /** Called with what was written, in order. */
  onRecords(records: DynamoDBRecord[]): void;
};

/** Begins with what is written after this is fulfilled. */
export async function followStream({ endpoint, tableName, onRecords }: Followed): Promise<{
  stop(): Promise<void>;
}> {
  const streamArn = await streamOf(endpoint, tableName);
  const client = new DynamoDBStreamsClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  const stopping = new AbortController();
  /** Every shard that was ever begun; one that has been read to its end has no iterator any more. */
  const shards = new Map<string, string | undefined>();

  await begin('LATEST');
  const reading = read();
  return {
    async stop() {
      stopping.abort();
      await reading;
      client.destroy();
    },
  };

  async function read(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        for (const [shardId, iterator] of shards) {
          if (iterator !== undefined) await readOn(shardId, iterator);
        }
        await sleep(PAUSE_MS, undefined, { signal: stopping.signal });
      } catch (error) {
        if (stopping.signal.aborted) return;
        shards.clear();
        await beginAgain(error).catch(() => sleep(1000));
      }
    }
  }

  /** An iterator lives for 15 minutes, and a computer may sleep for longer. */
  async function beginAgain(after: unknown): Promise<void> {
    // Also what the end of a shard is called that was empty when it was begun.
    if (after instanceof TrimmedDataAccessException) return begin('TRIM_HORIZON');
    console.error(`The stream of ${tableName}:`, after instanceof Error ? after.message : after);
    await begin('LATEST');
  }

  async function readOn(shardId: string, ShardIterator: string): Promise<void> {
    const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }));
    shards.set(shardId, NextShardIterator);
    if (Records.length > 0) onRecords(Records.map((record) => eventRecord(record, streamArn)));
    // A shard ends where another goes on.
    if (NextShardIterator === undefined) await begin('TRIM_HORIZON');
  }

  /** Begins the shards that have not been, from their first record or after their last. */
  async function begin(ShardIteratorType: 'LATEST' | 'TRIM_HORIZON'): Promise<void> {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
    for (const { ShardId = '' } of StreamDescription?.Shards ?? []) {
      if (shards.has(ShardId)) continue;
      const { ShardIterator } = await client.send(
        new GetShardIteratorCommand({ StreamArn: streamArn, ShardId, ShardIteratorType }),
      );
      shards.set(ShardId, ShardIterator);
    }
  }
}

async function streamOf(endpoint: string, tableName: string): Promise<string> {
  const client = databaseClient(endpoint);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  client.destroy();
  if (Table?.LatestStreamArn === undefined) throw new Error(`The table ${tableName} has no stream.`);
  return Table.LatestStreamArn;
}

/** A record as it is in Lambda's event: times in epoch seconds, bytes in base64. */
export function eventRecord(record: _Record, eventSourceARN: string): DynamoDBRecord {
  const { eventID, eventName, eventVersion, dynamodb = {}, userIdentity } = record;
  const { ApproximateCreationDateTime, ...changed } = dynamodb;
  const seconds = ApproximateCreationDateTime && Math.floor(ApproximateCreationDateTime.getTime() / 1000);
  return {
    eventID,
    eventName,
    eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion: REGION,
    dynamodb: { ApproximateCreationDateTime: seconds, ...(withBase64(changed) as StreamRecord) },
    eventSourceARN,
    ...(userIdentity === undefined
      ? {}
      : { userIdentity: { principalId: userIdentity.PrincipalId, type: userIdentity.Type } }),
  };
}

function withBase64(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(withBase64);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withBase64(inner)]));
}
