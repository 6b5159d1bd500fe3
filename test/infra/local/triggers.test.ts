import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { LocalFunctions } from '../../../infra/local/functions.ts';
import { followClock, followStreams } from '../../../infra/local/triggers.ts';
import type { Write } from '../../../shared/database.ts';
import { newSessionId } from '../../../shared/ids.ts';
import { TRIGGERS } from '../../../shared/routes.ts';
import { streamedTables } from '../../support/tables.ts';

const { endpoint, prefix, db, close } = await streamedTables();
afterAll(close);

let stop = async () => {};
afterEach(() => stop());

const known = { purpose: 'signin', status: 'pending', known: true, decoy: false };

function session(id: string, row: object): Write {
  return {
    Put: { TableName: db.tableName('Sessions'), Item: { pk: 'usr_1', sk: `session#${id}`, ...row } },
  };
}

/** Functions that note which sessions they were called for, and fail for some. */
async function follow(failsFor: (id: string) => boolean = () => false) {
  const calls: string[][] = [];
  const functions = {
    async trigger(name: string, event: unknown) {
      expect(name).toBe('ring');
      const ids = (event as DynamoDBStreamEvent).Records.map(
        ({ dynamodb }) => dynamodb?.Keys?.sk?.S?.replace('session#', '') ?? '',
      );
      calls.push(ids);
      if (ids.some(failsFor)) throw new Error('this one fails');
    },
  } as unknown as LocalFunctions;
  const following = await followStreams({ functions, databaseEndpoint: endpoint, tablePrefix: prefix });
  stop = following.stop;
  return calls;
}

describe('a stream’s function', () => {
  it('is called for what fits one of its row’s patterns, and for nothing else', async () => {
    const calls = await follow();
    const [stranger, decoy, rings] = [newSessionId(), newSessionId(), newSessionId()];
    await db.write(session(stranger, { ...known, known: false }));
    await db.write(session(decoy, { ...known, decoy: true }));
    await db.write(session(rings, known));
    await db.write(session(rings, { ...known, status: 'approved' }));
    await db.write(session('tells', { notifies: true }));
    await vi.waitFor(() => expect(calls.flat()).toContain('tells'), 20_000);
    expect(calls.flat()).toEqual([rings, 'tells']);
  });

  it('gets a record that fails three times more, and what came with it and after it all the same', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    const calls = await follow((id) => id === 'poison');
    await db.write(session('a', known), session('poison', known), session('b', known));
    await db.write(session('c', known));
    await vi.waitFor(() => expect(calls.flat()).toContain('c'), 20_000);
    const alone = calls.filter((ids) => ids.length === 1).flat();
    expect(alone.filter((id) => id === 'poison')).toHaveLength(4);
    for (const id of ['a', 'b', 'c'])
      expect(calls.filter((ids) => !ids.includes('poison')).flat()).toContain(id);
    expect(complained).toHaveBeenCalledExactlyOnceWith('ring: gave up a record.', 'this one fails');
    complained.mockRestore();
  });
});

describe('a schedule’s function', () => {
  it('is called as often as its row says, with a scheduled event', () => {
    vi.useFakeTimers();
    const trigger = vi.fn(async () => {});
    const clock = followClock({ trigger } as unknown as LocalFunctions);
    const { everySeconds } = TRIGGERS['upstream-check'].trigger;
    vi.advanceTimersByTime(3 * everySeconds * 1000);
    clock.stop();
    vi.advanceTimersByTime(3 * everySeconds * 1000);
    vi.useRealTimers();
    expect(trigger).toHaveBeenCalledTimes(3);
    expect(trigger).toHaveBeenCalledWith('upstream-check', expect.objectContaining({ source: 'aws.events' }));
  });
});
