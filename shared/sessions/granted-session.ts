import type { Session } from './session.ts';

/**
 * What the list of granted sessions holds of each (DESIGN.md §3): all that it takes to show a session, to judge whether it
 * still lives, to find what came of it, and to end it. So nobody reads the sessions themselves for that.
 */
const FIELDS = [
  'id',
  'userId',
  'browser',
  'os',
  'place',
  'ip',
  'status',
  'approvedAt',
  'lifetime',
  'lifetimeEndsAt',
  'endsAt',
  'completedAt',
  'signedInAt',
  'lastActiveAt',
  'phoneSeenAt',
  'device',
  'provider',
  'providerLabel',
  'link',
  'signIn',
] as const satisfies (keyof Session)[];

export type GrantedSession = Pick<Session, (typeof FIELDS)[number]> & { status: 'approved' | 'active' };

/** A session that is approved or active, as the list holds it. */
export function granted(session: Session): Partial<Session> {
  return Object.fromEntries(
    FIELDS.filter((name) => session[name] !== undefined).map((name) => [name, session[name]]),
  );
}
