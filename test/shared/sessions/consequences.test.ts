import { describe, expect, it } from 'vitest';
import type { Device } from '../../../shared/devices/device.ts';
import { newSessionId, newUserId, type SessionId } from '../../../shared/ids.ts';
import { consequencesOf, type Reporter, type Trust } from '../../../shared/sessions/consequences.ts';
import type { GrantedSession } from '../../../shared/sessions/granted-session.ts';
import { linkApprover, type Provenance } from '../../../shared/sessions/provenance.ts';
import type { Session } from '../../../shared/sessions/session.ts';
import type { SocialLink } from '../../../shared/social/social-link.ts';

const userId = newUserId();

const session = (facts: Partial<Session> = {}) =>
  ({ id: newSessionId(), userId, purpose: 'signin', status: 'active', ...facts }) as Session & GrantedSession;

const device = (name: string, by: Provenance): Device =>
  ({ credentialId: name, userId, name, ...by }) as Device;

const identity = (subject: string) => ({ issuer: 'https://one.example', subject });
const byLink = (subject: string) => ({ link: linkApprover(identity(subject)) });

const link = (provider: string, by: Provenance, subject = provider): SocialLink =>
  ({ provider, userId, roles: [], ...identity(subject), ...by }) as unknown as SocialLink;

const by = (name: string): Pick<Session, 'device'> => ({ device: { id: `dev_${name}`, name } });

/** What of `trust` came of `reported`, by its names. */
function found(reported: Session, trust: Partial<Trust>, reporter: Reporter = {}) {
  const all = { devices: [], links: [], removed: [], codes: [], sessions: [], ...trust };
  const { devices, links, codes, sessions } = consequencesOf(reported, all, reporter);
  return {
    devices: devices.map(({ name }) => name),
    links: links.map(({ provider }) => provider),
    codes: codes.length,
    sessions: sessions.map(({ id }) => id),
  };
}

const own: SessionId = newSessionId();
const nothing = { devices: [], links: [], codes: 0, sessions: [] };

describe('what came of a session', () => {
  it('is nothing that another one has made', () => {
    const other = { sessionId: own, approvedBy: 'dev_mine' } as const;
    const trust = {
      devices: [device('mine', { sessionId: own }), device('second', other)],
      links: [link('one', other)],
      codes: [{ ...other, codeHash: '', createdAt: new Date() }],
      sessions: [session({ id: own, ...by('mine') })],
    };
    expect(found(session(by('mine')), trust)).toEqual(nothing);
  });

  it('goes as far as it goes, whatever the order of the rows', () => {
    const reported = session(by('mine'));
    const made = (of: Session, approvedBy: Provenance['approvedBy']) =>
      ({ sessionId: of.id, ...(approvedBy && { approvedBy }) }) as Provenance;
    const [second, third] = [session(by('planted')), session(byLink('one'))];
    const trust = {
      devices: [
        device('further', made(third, linkApprover(identity('one')))),
        device('planted', made(reported, 'dev_mine')),
      ],
      links: [link('one', made(second, 'dev_planted'))],
      sessions: [third, second, session(by('mine')), session(by('further'))],
    };
    expect(found(reported, trust)).toEqual({
      devices: ['further', 'planted'],
      links: ['one'],
      codes: 0,
      sessions: [third.id, second.id, trust.sessions[3]?.id],
    });
  });

  it('is found through a phone that is no more, and through a link that is not', () => {
    const reported = session(by('mine'));
    const removed = [
      { approver: 'dev_planted', sessionId: reported.id } as const,
      { approver: linkApprover(identity('one')), sessionId: reported.id } as const,
    ];
    const second = session(by('planted'));
    const third = session(byLink('one'));
    const sessions = [second, third];
    expect(found(reported, { removed, sessions }).sessions).toEqual([second.id, third.id]);
    // Its owner has linked an account of theirs there: what comes by that is theirs.
    const links = [link('one', { sessionId: own }, 'mine')];
    expect(
      found(reported, { removed, sessions: [...sessions, session(byLink('mine'))], links }),
    ).toMatchObject({
      links: [],
      sessions: [second.id, third.id],
    });
  });

  it('is what comes back, whoever has brought it back', () => {
    const reported = session(by('mine'));
    const removed = [
      { approver: 'dev_planted', sessionId: reported.id } as const,
      { approver: linkApprover(identity('one')), sessionId: reported.id } as const,
    ];
    const devices = [device('planted', { sessionId: own })];
    const links = [link('one', { sessionId: own })];
    expect(found(reported, { removed, devices, links })).toMatchObject({
      devices: ['planted'],
      links: ['one'],
    });
  });

  it('is, after a recovery, what came of the session that made the code', () => {
    const reported = session(by('mine'));
    const recovered = session({ purpose: 'recovery', ...by('usurper') });
    const devices = [device('usurper', { sessionId: recovered.id, approvedBy: reported.id })];
    expect(found(reported, { devices, sessions: [recovered] })).toEqual({
      ...nothing,
      devices: ['usurper'],
      sessions: [recovered.id],
    });
  });

  it('is never who reports it, nor what had let the session in', () => {
    const reported = session({ purpose: 'registration', ...by('first') });
    const devices = [
      device('first', { sessionId: reported.id }),
      device('second', { sessionId: reported.id, approvedBy: 'dev_first' }),
    ];
    const reporter = session(by('second'));
    const trust = { devices, sessions: [reporter] };
    expect(found(reported, trust)).toMatchObject({ devices: ['second'], sessions: [reporter.id] });
    expect(found(reported, trust, { approver: 'dev_second' })).toMatchObject({ devices: [] });
    expect(found(reported, trust, { sessionId: reporter.id, approver: 'dev_second' })).toEqual(nothing);
  });

  it('is, of a recovery, its very phone, but for the one that reports it', () => {
    const reported = session({ purpose: 'recovery', ...by('usurper') });
    const trust = { devices: [device('usurper', { sessionId: reported.id })] };
    expect(found(reported, trust)).toMatchObject({ devices: ['usurper'] });
    expect(found(reported, trust, { approver: 'dev_usurper' })).toEqual(nothing);
  });
});
