/**
 * What the phone asks of the server. Where a session may call as well, it says `as=phone`: on one's own
 * computer, and on a phone that is also signed in, both cookies live in one jar (DESIGN.md §4).
 */
import type { DeviceId, SessionId } from '../../shared/ids.ts';
import type {
  AnswerBody,
  ApprovalResponse,
  DeviceResponse,
  RecoveryResponse,
  RequestBody,
  SessionResponse,
  TakenBackResponse,
} from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { startPhoneBell } from '../lib/phone-bell.ts';
import type { Authenticator } from './authenticator.ts';
import { isNotAPhone } from './errors.ts';

const query = { as: 'phone' };

/** A waiting sign-in that the person named by its number, and what the phone signs to say yes to it. */
export type Finding = AnswerBody<'approval-find'> & { number: string };

/** This phone as the server knows it; `undefined` if it is not enrolled, or not any more. */
export async function thisPhone(): Promise<DeviceResponse | undefined> {
  try {
    const answer = await call('device-current');
    if (answer.status === 'none') return undefined;
    if (answer.bell) startPhoneBell();
    return answer.device;
  } catch (error) {
    if (isNotAPhone(error)) return undefined;
    throw error;
  }
}

/** Whether this phone is the last sign-in method of its account, which is never taken away. */
export async function isOnlyWayIn(): Promise<boolean> {
  const answer = await call('device-current', { query: { details: '1' } });
  return answer.status === 'enrolled' && (answer.onlyWayIn ?? false);
}

/** The waiting sign-ins of known browsers, newest first. */
export async function waitingRequests(): Promise<ApprovalResponse[]> {
  return (await call('approvals')).items;
}

export async function findByNumber(number: string): Promise<Finding> {
  return { ...(await call('approval-find', { body: { number } })), number };
}

type Approval = Omit<Extract<RequestBody<'approval-answer'>, { decision: 'approve' }>, 'decision'>;

export async function approve(sessionId: SessionId, approval: Approval): Promise<void> {
  await call('approval-answer', { params: { sessionId }, body: { decision: 'approve', ...approval } });
}

export async function deny(sessionId: SessionId, report: boolean): Promise<void> {
  await call('approval-answer', {
    params: { sessionId },
    body: { decision: 'deny', ...(report ? { report } : {}) },
  });
}

/** The recoveries of the account that wait for another phone, newest first. */
export async function waitingRecoveries(): Promise<readonly RecoveryResponse[]> {
  return (await call('recoveries')).items;
}

/** Stops a recovery, and all that wait with the same code, with the phone's own check. */
export async function stopRecovery(sessionId: SessionId, authenticator: Authenticator): Promise<void> {
  const params = { sessionId };
  const { publicKey } = await call('recovery-stop-options', { params });
  const assertion = await authenticator.startAuthentication({ optionsJSON: publicKey });
  await call('recovery-stop', { params, body: { assertion } });
}

/** The first so many pages of the browsers that are signed in, the one used last first on each. */
export async function signedInBrowsers(
  pages: number,
): Promise<{ items: SessionResponse[]; hasMore: boolean }> {
  const items: SessionResponse[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const { items: found, next } = await call('sessions', { query: { ...query, cursor } });
    items.push(...found);
    if (next === null) return { items, hasMore: false };
    cursor = next;
  }
  return { items, hasMore: true };
}

export async function endSession(sessionId: SessionId): Promise<void> {
  await call('session-end', { params: { sessionId }, query });
}

/** Ends a session that was somebody else's, and answers what was taken back with it. */
export async function reportSession(sessionId: SessionId): Promise<TakenBackResponse | undefined> {
  return (await call('session-end', { params: { sessionId }, query: { ...query, notMe: '1' } })).takenBack;
}

/** What {@link reportSession} would take back. */
export async function compromiseOf(sessionId: SessionId): Promise<TakenBackResponse> {
  return await call('compromise', { params: { sessionId }, query });
}

/** Thousands do not fit into one call; each goes on where the one before has stopped. */
export async function endAllSessions(): Promise<void> {
  while ((await call('sessions-end', { query })).more);
}

export async function rename(deviceId: DeviceId, name: string): Promise<DeviceResponse> {
  return (await call('device-rename', { params: { deviceId }, body: { name }, query })).device;
}

/** Takes this phone off its account, and answers how many browsers were signed out with it. */
export async function removePhone(deviceId: DeviceId, endsBrowsers: boolean): Promise<{ ended: number }> {
  const sessions = endsBrowsers ? 'end' : undefined;
  return await call('device-remove', { params: { deviceId }, query: { ...query, sessions } });
}

/** Enrols this browser again by a key that the phone has kept, after the browser lost its cookie. */
export async function resume(assertion: RequestBody<'device-resume'>['assertion']) {
  return await call('device-resume', { body: { assertion } });
}
