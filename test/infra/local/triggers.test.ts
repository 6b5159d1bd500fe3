import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
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

function session(id: string, row: object, pk = 'usr_1'): Write {
  return {
    Put: { TableName: db.tableName('Sessions'), Item: { pk, sk: `session#${id}`, ...row } },
  };
}

const idOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.Keys?.sk?.S?.replace('session#', '') ?? '';

/** Functions that note which sessions they were called for, and answer, or fail, as they are told to. */
async function follow(answer: (records: DynamoDBRecord[]) => unknown = () => undefined) {
  const calls: string[][] = [];
  const functions = {
    async trigger(name: string, event: unknown) {
      expect(name).toBe('ring');
      const { Records } = event as DynamoDBStreamEvent;
      calls.push(Records.map(idOf));
      return answer(Records);
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
    const calls = await follow((records) => {
      if (records.some((record) => idOf(record) === 'poison')) throw new Error('this one fails');
    });
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

  it('is called again from the first record on that it names, and for nothing before it', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    const calls = await follow((records) => {
      const failed = records.filter((record) => idOf(record).startsWith('away'));
      return {
        batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber })),
      };
    });
    const names = ['one', 'two', 'away', 'three'];
    await db.write(...names.map((name) => session(name, known, 'usr_2')));
    await vi.waitFor(() => expect(complained).toHaveBeenCalledOnce(), 20_000);
    const came = calls.flat();
    const [first = [], ...repeats] = calls.filter((ids) => ids.length > 0);
    const before = first.slice(0, first.indexOf('away'));
    for (const done of before) expect(repeats.flat()).not.toContain(done);
    expect(calls.filter((ids) => ids.length === 1 && ids[0] === 'away')).toHaveLength(4);
    expect(new Set(came)).toEqual(new Set(names));
    complained.mockRestore();
  });

  it('is called for everything again where it names what it was not given', async () => {
    let isFirst = true;
    const calls = await follow(() => {
      const answer = isFirst ? { batchItemFailures: [{ itemIdentifier: '' }] } : null;
      isFirst = false;
      return answer;
    });
    await db.write(session('whole', known, 'usr_3'));
    await vi.waitFor(() => expect(calls).toEqual([['whole'], ['whole']]), 20_000);
  });

  it('is called side by side, but in order for what has one partition key', async () => {
    const release = Promise.withResolvers<void>();
    const calls = await follow((records) =>
      records.some((record) => idOf(record) === 'slow') ? release.promise : undefined,
    );
    await db.write(session('slow', known, 'usr_slow'));
    await vi.waitFor(() => expect(calls.flat()).toContain('slow'), 20_000);
    // As many people as there are lanes several times over: hardly one of them shares the slow one's.
    const others = Array.from({ length: 40 }, (_, at) => `usr_o${at}`);
    await db.write(session('after', known, 'usr_slow'), ...others.map((pk) => session(pk, known, pk)));
    await vi.waitFor(() => expect(calls.flat().length).toBeGreaterThan(25), 20_000);
    expect(calls.flat()).not.toContain('after');
    release.resolve();
    await vi.waitFor(() => expect(calls.flat()).toContain('after'), 20_000);
  });
});

describe('a schedule’s function', () => {
  it('is called as often as its row says, with a scheduled event', () => {
    vi.useFakeTimers();
    const trigger = vi.fn(async () => {});
    const clock = followClock({ trigger } as unknown as LocalFunctions);
    const { everySeconds } = TRIGGERS['upstream-check'].trigger;
    for (const name of ['news', 'alerts', 'media-sweep'] as const)
      expect(TRIGGERS[name].trigger.everySeconds).toBe(everySeconds);
    vi.advanceTimersByTime(3 * everySeconds * 1000);
    clock.stop();
    vi.advanceTimersByTime(3 * everySeconds * 1000);
    vi.useRealTimers();
    expect(trigger).toHaveBeenCalledTimes(12);
    for (const name of ['upstream-check', 'news', 'alerts', 'media-sweep']) {
      expect(trigger).toHaveBeenCalledWith(name, expect.objectContaining({ source: 'aws.events' }));
    }
  });
});
