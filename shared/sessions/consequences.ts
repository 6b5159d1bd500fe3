/**
 * What came of a session that was not its user's own (DESIGN.md §6.15): what it made, what was let in by that, what those
 * made, and so on. Pure: from the rows, each of which says who made it.
 */
import { type Device, deviceIdOf } from '../devices/device.ts';
import type { SessionId } from '../ids.ts';
import type { RecoveryCode } from '../recovery/code.ts';
import type { SocialLink } from '../social/social-link.ts';
import type { GrantedSession } from './granted-session.ts';
import {
  type Approver,
  approverOf,
  linkApprover,
  originOf,
  type Provenance,
  signInOf,
} from './provenance.ts';
import type { Session } from './session.ts';

/** A phone or a link, by what it is called in rows, and who made it. */
export type SignInMethod = Partial<Provenance> & { approver: Approver };

/** Everything that lets somebody into an account, or was let in. */
export type Trust = {
  devices: Device[];
  links: SocialLink[];
  /** Phones and links that are no more; they may have let in what is still there. */
  removed: SignInMethod[];
  /** The recovery code, if there is one. */
  codes: RecoveryCode[];
  /** The sessions that are granted now. */
  sessions: GrantedSession[];
};

/** Whose word it is: what reports a session is not taken back itself, and so nobody locks themselves out. */
export type Reporter = { sessionId?: SessionId; approver?: Approver | undefined };

export type TakenBack = Omit<Trust, 'removed'>;

export type Consequences = TakenBack & {
  /** Whether a row was made by the session, or by what came of it. */
  includes(row: Partial<Provenance>): boolean;
};

/** What of `trust` came of the reported session. */
export function consequencesOf(reported: Session, trust: Trust, reporter: Reporter): Consequences {
  // A step-up is no other person: what was done before it is of the same sign-in.
  const sessionIds = new Set<string>([reported.id, signInOf(reported)]);
  const approvers = new Set<string>();
  const includes = ({ sessionId, approvedBy }: Partial<Provenance>): boolean =>
    [sessionId, approvedBy].some((by) => by !== undefined && (sessionIds.has(by) || approvers.has(by)));

  // What let the person in is no consequence of it.
  const origin = originOf(reported);
  const all: SignInMethod[] = [
    // One that was removed and has come back is under its name more than once, by whoever has made it each time.
    ...trust.removed,
    ...trust.devices.map((device) => ({ ...device, approver: deviceIdOf(device) })),
    ...trust.links.map((link) => ({ ...link, approver: linkApprover(link) })),
  ];
  const methods = all.filter(({ approver }) => approver !== reporter.approver && approver !== origin);
  for (let before = 0; before < approvers.size + sessionIds.size; ) {
    before = approvers.size + sessionIds.size;
    for (const method of methods) if (includes(method)) approvers.add(method.approver);
    for (const session of trust.sessions) {
      if (session.id === reporter.sessionId) continue;
      const isLetIn = (by: Approver | undefined) => by !== undefined && approvers.has(by);
      const isTheirs = isLetIn(session.signIn?.approvedBy) || sessionIds.has(signInOf(session));
      if (isTheirs) sessionIds.add(signInOf(session));
      // Where only the step-up had a yes of theirs, what came of that ends, and nothing that was before it.
      if (isTheirs || isLetIn(approverOf(session))) sessionIds.add(session.id);
    }
  }
  return {
    devices: trust.devices.filter((device) => approvers.has(deviceIdOf(device))),
    links: trust.links.filter((link) => approvers.has(linkApprover(link))),
    codes: trust.codes.filter(includes),
    sessions: trust.sessions.filter(({ id }) => id !== reported.id && sessionIds.has(id)),
    includes,
  };
}
