/** Step-ups (DESIGN.md §6.10): what is asked for anew, by a sign-in that is for one act only, and what that opens. */
import { secondsBetween } from '../seconds.ts';
import type { Act } from './acts.ts';
import { originOf } from './provenance.ts';
import type { Session } from './session.ts';

/** How long after its approval a session may do what needs a fresh one. */
export const FRESH_SECONDS = 5 * 60;

/**
 * Whether the person has said yes to this only just now (DESIGN.md §6.10): by signing in, which is a yes to all of it, or
 * to this very act. A provider may let somebody in who signed in there long ago, without asking them; so with one it is
 * also the time of that which counts.
 */
export function isFresh(
  { purpose, approvedAt, authTime, act }: Session,
  wanted: Act | undefined,
  now: Date,
): boolean {
  const isRecent = (time: Date | undefined) =>
    time !== undefined && secondsBetween(time, now) < FRESH_SECONDS;
  const isYesToIt = act === undefined || act === wanted;
  return isYesToIt && isRecent(approvedAt) && (purpose !== 'social' || isRecent(authTime));
}

/** What a pending sign-in has besides to ask for an act only: it ends when `session` would, and is bound as that is. */
export function stepUpFrom(session: Session, act: Act): Partial<Session> {
  const { id, lifetime, lifetimeEndsAt, phoneSeenAt, completedAt, signedInAt = completedAt } = session;
  const origin = originOf(session);
  return {
    act,
    stepUpOf: id,
    signIn: session.signIn ?? { id, ...(origin === undefined ? {} : { approvedBy: origin }) },
    ...(signedInAt === undefined ? {} : { signedInAt }),
    ...(lifetime === undefined ? {} : { lifetime }),
    ...(lifetimeEndsAt === undefined ? {} : { lifetimeEndsAt }),
    ...(phoneSeenAt === undefined ? {} : { phoneSeenAt }),
  };
}
