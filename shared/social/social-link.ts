import type { UserId } from '../ids.ts';
import type { Provenance } from '../sessions/provenance.ts';
import type { Role } from '../users/user.ts';

/**
 * One person's account at one provider, tied to one user (DESIGN.md §1); a user has at most one at each provider. Who made
 * it is known from the moment it is written.
 */
export type SocialLink = Partial<Provenance> & {
  userId: UserId;
  /** The provider's id in the configuration, where it was linked; people are known by issuer and subject, whatever it is. */
  provider: string;
  issuer: string;
  subject: string;
  /** How the provider calls the person, for telling links apart; nothing is decided by it. */
  name?: string;
  email?: string;
  /** The roles that this link gave with its last sign-in. */
  roles: Role[];
  createdAt: Date;
  lastUsedAt: Date;
};
