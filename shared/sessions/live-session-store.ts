/** Writes that are held to a session's being live at that very moment (DESIGN.md §2), and change little or nothing of it. */
import type { Database, Write } from '../database.ts';
import { toSeconds, ttlAt } from '../seconds.ts';
import type { FaceChanges } from '../users/face.ts';
import { faceUpdate } from '../users/face-store.ts';
import type { GrantedSession } from './granted-session.ts';
import type { Session } from './session.ts';
import { changeInList, LIVE, liveAt, sessionKey } from './session-store.ts';

export function liveSessionStore(db: Database) {
  const row = ({ userId, id }: Pick<Session, 'userId' | 'id'>) => ({
    TableName: db.tableName('Sessions'),
    Key: sessionKey(userId, id),
  });

  return {
    /**
     * The phone of a presence-bound session is here: revives nothing that was ended or timed out meanwhile. Said to the
     * session and to its list at once.
     */
    phoneHere: (session: GrantedSession, now: Date): Write[] => [
      {
        Update: {
          ...row(session),
          UpdateExpression: 'SET phoneSeenAt = :now',
          ConditionExpression: `#status IN (:approved, :active) AND #device.#id = :device AND ${LIVE}`,
          ExpressionAttributeNames: { '#status': 'status', '#device': 'device', '#id': 'id' },
          ExpressionAttributeValues: {
            ...liveAt(now),
            ':approved': 'approved',
            ':device': session.device?.id ?? null,
          },
        },
      },
      ...changeInList(db.tableName('Sessions'), session, 'SET phoneSeenAt = :now', {
        ':now': toSeconds(now),
      }),
    ],

    /**
     * Notes activity on an active session, also in its list: never revives, and writes nothing if another call has noted
     * some since `seen` was read.
     */
    touch: (next: Session & { lastActiveAt: Date }, seen: Session, now: Date): Write[] => [
      {
        Update: {
          ...row(next),
          UpdateExpression: 'SET lastActiveAt = :lastActiveAt, endsAt = :endsAt, expiresAt = :expiresAt',
          ConditionExpression: `#status = :active AND lastActiveAt = :seenActiveAt AND ${LIVE}`,
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: {
            ...liveAt(now),
            ':lastActiveAt': toSeconds(next.lastActiveAt),
            ':seenActiveAt': toSeconds(seen.lastActiveAt ?? now),
            ':endsAt': toSeconds(next.endsAt),
            ':expiresAt': ttlAt(next.endsAt),
          },
        },
      },
      ...changeInList(db.tableName('Sessions'), next, 'SET lastActiveAt = :lastActiveAt, endsAt = :endsAt', {
        ':lastActiveAt': toSeconds(next.lastActiveAt),
        ':endsAt': toSeconds(next.endsAt),
      }),
    ],

    /** Holds a transaction to a session that is still signed in: nothing is written in the name of one that has ended. */
    stillActive: (session: Pick<Session, 'userId' | 'id'>, now: Date): Write => ({
      ConditionCheck: {
        ...row(session),
        ConditionExpression: `#status = :active AND ${LIVE}`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: liveAt(now),
      },
    }),

    /** The same, and has it show another name or picture of its person. */
    stillActiveAs(session: Pick<Session, 'userId' | 'id'>, face: FaceChanges, now: Date): Write {
      const { UpdateExpression, ExpressionAttributeValues } = faceUpdate(face);
      return {
        Update: {
          ...row(session),
          UpdateExpression,
          ConditionExpression: `#status = :active AND ${LIVE}`,
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ...liveAt(now), ...ExpressionAttributeValues },
        },
      };
    },
  };
}
