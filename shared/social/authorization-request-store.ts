/**
 * Authorization requests in DynamoDB (DESIGN.md §3), in the Sessions table: `pk = sk = oidc#<state>` on the way to a
 * provider, `oidc#<session id>` while a question waits.
 */
import type { Database, Item, Write } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { SessionId } from '../ids.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import type { AwaitingInput, LogoutRequest, PendingAuthorization } from './authorization-request.ts';

const keyOf = (name: string) => ({ pk: `oidc#${name}`, sk: `oidc#${name}` });

type Kind = 'pending' | 'awaiting-input' | 'logout';

export function authorizationRequestStore(db: Database) {
  const table = () => db.tableName('Sessions');

  function put(name: string, kind: Kind, { endsAt, ...row }: { endsAt: Date }): Write {
    return {
      Put: {
        TableName: table(),
        Item: { ...keyOf(name), kind, ...row, endsAt: toSeconds(endsAt), expiresAt: ttlAt(endsAt) },
      },
    };
  }

  /** Deletes the row and returns it: a second call, or one that is late, finds none. */
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
    begin: ({ state, ...authorization }: PendingAuthorization): Write => put(state, 'pending', authorization),

    /** Spends the authorization request with this state, before anything that came with it is looked at. */
    async spend(state: string, now: Date): Promise<PendingAuthorization | undefined> {
      const item = await spend(state, 'pending', now);
      return item && ({ ...bare(item), state } as PendingAuthorization);
    },

    /** Keeps an authorization request while its question waits for an answer. */
    awaitInput: (authorization: AwaitingInput): Write =>
      put(authorization.sessionId, 'awaiting-input', authorization),

    async awaitingInput(id: SessionId, now: Date): Promise<AwaitingInput | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(id) });
      const isOpen =
        item !== undefined && item.kind === 'awaiting-input' && (item.endsAt as number) > toSeconds(now);
      return isOpen ? (bare(item) as AwaitingInput) : undefined;
    },

    /** Deletes the row, with the answer that it waited for; of two answers one is refused. */
    resume({ sessionId }: Pick<AwaitingInput, 'sessionId'>, now: Date): Write {
      return {
        Delete: {
          TableName: table(),
          Key: keyOf(sessionId),
          ConditionExpression: '#kind = :kind AND endsAt > :now',
          ExpressionAttributeNames: { '#kind': 'kind' },
          ExpressionAttributeValues: { ':kind': 'awaiting-input' satisfies Kind, ':now': toSeconds(now) },
        },
      };
    },

    beginLogout: (state: string, authorization: LogoutRequest): Write => put(state, 'logout', authorization),

    /** Spends the state of a sign-out that comes back from its provider. */
    async spendLogout(state: string, now: Date): Promise<LogoutRequest | undefined> {
      const item = await spend(state, 'logout', now);
      return item && (bare(item) as LogoutRequest);
    },
  };
}

function bare({ pk: _, sk: __, kind: ___, expiresAt: ____, endsAt, ...row }: Item) {
  return { ...row, endsAt: fromSeconds(endsAt as number) };
}

export type AuthorizationRequestStore = ReturnType<typeof authorizationRequestStore>;
