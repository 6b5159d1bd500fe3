/**
 * Dances in DynamoDB (design §3), in the Sessions table: `pk = sk = oidc#<state>` on the way to a provider,
 * `oidc#<session id>` while a question waits.
 */
import type { Database, Item, Write } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { SessionId } from '../ids.ts';
import { fromSeconds, sweepTime, toSeconds } from '../seconds.ts';
import type { Leaving, Outbound, Paused } from './dance.ts';

const keyOf = (name: string) => ({ pk: `oidc#${name}`, sk: `oidc#${name}` });

type Kind = 'outbound' | 'paused' | 'leaving';

export function danceStore(db: Database) {
  const table = () => db.tableName('Sessions');

  function put(name: string, kind: Kind, { endsAt, ...row }: { endsAt: Date }): Write {
    return {
      Put: {
        TableName: table(),
        Item: { ...keyOf(name), kind, ...row, endsAt: toSeconds(endsAt), expiresAt: sweepTime(endsAt) },
      },
    };
  }

  /** Spends the row: whoever comes second finds none, and so does who comes late. */
  async function spend(name: string, kind: Kind, now: Date): Promise<Item | undefined> {
    try {
      return await db.take({
        TableName: table(),
        Key: keyOf(name),
        ConditionExpression: '#kind = :kind AND endsAt > :now',
        ExpressionAttributeNames: { '#kind': 'kind' },
        ExpressionAttributeValues: { ':kind': kind, ':now': toSeconds(now) },
      });
    } catch (error) {
      if (error instanceof ConditionFailed) return undefined;
      throw error;
    }
  }

  return {
    begin: ({ state, ...dance }: Outbound): Write => put(state, 'outbound', dance),

    /** Spends the dance with this state, before anything that came with it is looked at. */
    async spend(state: string, now: Date): Promise<Outbound | undefined> {
      const item = await spend(state, 'outbound', now);
      return item && ({ ...bare(item), state } as Outbound);
    },

    /** Keeps a dance while its question waits for an answer. */
    pause: (dance: Paused): Write => put(dance.sessionId, 'paused', dance),

    async paused(id: SessionId, now: Date): Promise<Paused | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(id) });
      const isOpen = item !== undefined && item.kind === 'paused' && (item.endsAt as number) > toSeconds(now);
      return isOpen ? (bare(item) as Paused) : undefined;
    },

    /** Ends the pause with the answer that it waited for; refused to all answers but one. */
    resume({ sessionId }: Pick<Paused, 'sessionId'>, now: Date): Write {
      return {
        Delete: {
          TableName: table(),
          Key: keyOf(sessionId),
          ConditionExpression: '#kind = :kind AND endsAt > :now',
          ExpressionAttributeNames: { '#kind': 'kind' },
          ExpressionAttributeValues: { ':kind': 'paused' satisfies Kind, ':now': toSeconds(now) },
        },
      };
    },

    leave: (state: string, dance: Leaving): Write => put(state, 'leaving', dance),

    /** Spends the state of a sign-out that comes back from its provider. */
    async returned(state: string, now: Date): Promise<Leaving | undefined> {
      const item = await spend(state, 'leaving', now);
      return item && (bare(item) as Leaving);
    },
  };
}

function bare({ pk: _, sk: __, kind: ___, expiresAt: ____, endsAt, ...row }: Item) {
  return { ...row, endsAt: fromSeconds(endsAt as number) };
}

export type DanceStore = ReturnType<typeof danceStore>;
