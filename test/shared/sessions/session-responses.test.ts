import { expect, it } from 'vitest';
import { secondsAfter } from '../../../shared/seconds.ts';
import {
  approvalResponse,
  sessionResponse,
  userResponse,
} from '../../../shared/sessions/session-responses.ts';
import { active, DEVICE, pending } from '../../support/sessions.ts';

const T0 = new Date('2026-11-22T10:00:00.000Z');

it('shows the phone who asks, and never the number or a digest', () => {
  const { id, ...session } = pending(T0);
  expect(approvalResponse({ id, ...session })).toEqual({
    sessionId: id,
    browser: 'Firefox 143',
    os: 'Windows',
    place: 'Lisbon, Portugal',
    ip: '192.0.2.7',
    known: true,
    startedAt: '2026-11-22T10:00:00.000Z',
    expiresAt: '2026-11-22T10:02:00.000Z',
  });
});

it('lists a session with what a person knows it by', () => {
  const session = { ...active(T0), lastActiveAt: secondsAfter(T0, 60) };
  const shape = {
    id: session.id,
    browser: 'Firefox 143',
    os: 'Windows',
    place: 'Lisbon, Portugal',
    createdAt: '2026-11-22T10:00:00.000Z',
    lastActiveAt: '2026-11-22T10:01:00.000Z',
    expiresAt: '2026-11-22T11:00:00.000Z',
    lifetime: '24h',
    lifetimeEndsAt: '2026-11-23T10:00:00.000Z',
    current: true,
    device: DEVICE.name,
  };
  expect(sessionResponse(session, session.id)).toEqual(shape);
  expect(sessionResponse(session, undefined)).toEqual({ ...shape, current: false });
  const { device: _, ...social } = { ...session, provider: 'google', providerLabel: 'Google' };
  expect(sessionResponse(social, undefined)).toMatchObject({ device: null, provider: 'Google' });
});

it('shows a user by name and roles, and not by id', () => {
  expect(userResponse(active(T0))).toEqual({ username: 'susan', displayName: 'Susan', roles: [] });
});
