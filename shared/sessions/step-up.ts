import type { Act } from './acts.ts';
import { originOf } from './provenance.ts';
import type { Session } from './session.ts';

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
