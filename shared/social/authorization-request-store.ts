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

  function put(name: string, kind: Kind, { endsAt, ...row }: { endsAt: Date }, condition = {}): Write {
    return {
      Put: {
        TableName: table(),
        Item: { ...keyOf(name), kind, ...row, endsAt: toSeconds(endsAt), expiresAt: ttlAt(endsAt) },
        ...condition,
      },
    };
  }

  /** Holds a write to the question's being open, and the one that was seen. */
  const isAsked = (asked: number, now: Date) => ({
    ConditionExpression: '#kind = :kind AND endsAt > :now AND asked = :asked',
    ExpressionAttributeNames: { '#kind': 'kind' },
    ExpressionAttributeValues: {
      ':kind': 'awaiting-input' satisfies Kind,
      ':now': toSeconds(now),
      ':asked': asked,
    },
  });

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

    /**
     * Keeps an authorization request while its question waits for an answer. The first question is asked once; each
     * further one takes the place of the one that was answered, and of two answers one is refused.
     */
    awaitInput: (authorization: AwaitingInput, now: Date): Write =>
      put(
        authorization.sessionId,
        'awaiting-input',
        authorization,
        authorization.asked === 1
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : isAsked(authorization.asked - 1, now),
      ),

    async awaitingInput(id: SessionId, now: Date): Promise<AwaitingInput | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf(id) });
      const isOpen =
        item !== undefined && item.kind === 'awaiting-input' && (item.endsAt as number) > toSeconds(now);
      return isOpen ? (bare(item) as AwaitingInput) : undefined;
    },

    /** Deletes the row, with the answer that it waited for; of two answers one is refused. */
    resume: ({ sessionId, asked }: Pick<AwaitingInput, 'sessionId' | 'asked'>, now: Date): Write => ({
      Delete: { TableName: table(), Key: keyOf(sessionId), ...isAsked(asked, now) },
    }),

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
