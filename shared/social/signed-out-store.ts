/**
 * Who has signed out at a provider lately: `pk = sk = oidcout#<issuer>#<sid or sub>#<its value>` in the Sessions table, for
 * as long as somebody may still be on the way from there.
 */
import type { Database, Write } from '../database.ts';
import { secondsAfter, toSeconds, ttlAt } from '../seconds.ts';
import { AUTHORIZATION_REQUEST_SECONDS } from './authorization-request.ts';
import type { LogoutToken } from './logout-token.ts';
import type { Identity } from './openid.ts';
import { sidOf } from './upstream.ts';

export function signedOutStore(db: Database) {
  const TableName = () => db.tableName('Sessions');
  const keyOf = (issuer: string, kind: 'sid' | 'sub', value: string) => ({
    pk: `oidcout#${issuer}#${kind}#${value}`,
    sk: `oidcout#${issuer}#${kind}#${value}`,
  });

  return {
    /** Notes what a logout token says. One that names a session is about that session only. */
    note(issuer: string, { sid, subject }: LogoutToken, now: Date): Write {
      const key = sid === undefined ? keyOf(issuer, 'sub', subject ?? '') : keyOf(issuer, 'sid', sid);
      return {
        Put: {
          TableName: TableName(),
          Item: {
            ...key,
            subject,
            at: toSeconds(now),
            expiresAt: ttlAt(secondsAfter(now, AUTHORIZATION_REQUEST_SECONDS)),
          },
        },
      };
    },

    /** Holds a transaction to this person's not having signed out there since `begun`. */
    notSince(identity: Identity, begun: Date): Write[] {
      const { issuer, subject } = identity;
      const sid = sidOf(identity);
      const keys = [keyOf(issuer, 'sub', subject), ...(sid === undefined ? [] : [keyOf(issuer, 'sid', sid)])];
      return keys.map((Key) => ({
        ConditionCheck: {
          TableName: TableName(),
          Key,
          // A subject beside a session that is another's makes a token that fits nobody.
          ConditionExpression:
            'attribute_not_exists(pk) OR #at < :begun OR (attribute_exists(subject) AND subject <> :subject)',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':begun': toSeconds(begun), ':subject': subject },
        },
      }));
    },
  };
}
