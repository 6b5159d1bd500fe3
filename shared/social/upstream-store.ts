/**
 * The upstream sessions behind our sessions, in the Sessions table (DESIGN.md §3): `pk = upstream#<session id>` holds the
 * provider's tokens, sealed; `pk = oidcsid#<issuer>#<sid>` and `pk = oidcsub#<issuer>#<subject>`, with `sk =
 * session#<id>`, are what a logout token finds sessions by (OpenID Connect Back-Channel Logout 1.0 §2.4).
 */
import type { Database, Write } from '../database.ts';
import type { SessionId, UserId } from '../ids.ts';
import { ttlAt } from '../seconds.ts';
import type { Identity } from './openid.ts';
import { sealed, sidOf, type Upstream, unsealed } from './upstream.ts';

const SESSION = 'session#';

/** A session that a provider let in, by its row's key. */
export type SessionKey = { userId: UserId; sessionId: SessionId };

/** One that is found by a name of the person's session there. */
export type NamedSession = SessionKey & { subject: string; sid?: string };

/** `isRenewing` is true while the tokens are being refreshed, and stays true if that was cut off. */
export type StoredUpstream = Upstream & { version: number; isRenewing: boolean };

export function upstreamStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (id: SessionId) => ({ pk: `upstream#${id}`, sk: 'upstream' });

  /** The sessions under one `pk`; one person's, so few. */
  async function under(pk: string): Promise<NamedSession[]> {
    const items = await db.queryAll({
      TableName: table(),
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    });
    return items.map(({ sk, userId, subject, sid }) => ({
      userId: userId as UserId,
      sessionId: String(sk).slice(SESSION.length) as SessionId,
      subject: String(subject),
      ...(sid === undefined ? {} : { sid: String(sid) }),
    }));
  }

  return {
    /** The rows of a new session's upstream session, kept until its lifetime ends. */
    keep({ sessionId, userId, provider, tokens }: Upstream, identity: Identity, until: Date): Write[] {
      const { issuer, subject } = identity;
      const sid = sidOf(identity);
      const key = keyOf(sessionId);
      const names = [
        `oidcsub#${issuer}#${subject}`,
        ...(sid === undefined ? [] : [`oidcsid#${issuer}#${sid}`]),
      ];
      const expiresAt = ttlAt(until);
      return [
        {
          Put: {
            TableName: table(),
            Item: { ...key, userId, provider, sealed: sealed({ tokens }, key.pk), version: 1, expiresAt },
          },
        },
        ...names.map((pk) => ({
          Put: {
            TableName: table(),
            Item: { pk, sk: SESSION + sessionId, userId, subject, sid, expiresAt },
          },
        })),
      ];
    },

    /** Deletes all of it. */
    forget: (
      { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
      { sessionId, sid }: NamedSession,
    ): Write[] =>
      [
        keyOf(sessionId),
        { pk: `oidcsub#${issuer}#${subject}`, sk: SESSION + sessionId },
        ...(sid === undefined ? [] : [{ pk: `oidcsid#${issuer}#${sid}`, sk: SESSION + sessionId }]),
      ].map((Key) => ({ Delete: { TableName: table(), Key } })),

    async get(sessionId: SessionId): Promise<StoredUpstream | undefined> {
      const { pk, sk } = keyOf(sessionId);
      const item = await db.get({ TableName: table(), Key: { pk, sk } });
      return (
        item && {
          sessionId,
          userId: item.userId as UserId,
          provider: String(item.provider),
          tokens: unsealed(String(item.sealed), pk).tokens,
          version: item.version as number,
          isRenewing: item.isRenewing === true,
        }
      );
    },

    /** The next version of what is kept; refused if somebody else has written it since the one before was read. */
    renew({ sessionId, tokens, version, isRenewing }: StoredUpstream): Write {
      const key = keyOf(sessionId);
      return {
        Update: {
          TableName: table(),
          Key: key,
          UpdateExpression: 'SET sealed = :sealed, version = :version, isRenewing = :isRenewing',
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: {
            ':sealed': sealed({ tokens }, key.pk),
            ':version': version,
            ':before': version - 1,
            ':isRenewing': isRenewing,
          },
        },
      };
    },

    /** The sessions of one session at the provider. */
    ofSid: (issuer: string, sid: string) => under(`oidcsid#${issuer}#${sid}`),

    /** The sessions of one person at the provider. */
    ofSubject: (issuer: string, subject: string) => under(`oidcsub#${issuer}#${subject}`),
  };
}
