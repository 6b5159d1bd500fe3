import { describe, expect, it } from 'vitest';
import { newSessionId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { digest, newSecret } from '../../../shared/secrets.ts';
import {
  type AwaitingInput,
  isSameBrowser,
  type PendingAuthorization,
} from '../../../shared/social/authorization-request.ts';
import { authorizationRequestStore } from '../../../shared/social/authorization-request-store.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt } = tables();
const authorizations = authorizationRequestStore(db);
const now = new Date();

const outbound = (): PendingAuthorization => ({
  state: newSecret(),
  nonce: 'n',
  verifier: 'v',
  provider: 'one',
  issuer: 'https://one.example',
  sessionId: newSessionId(),
  secretHash: digest('secret'),
  next: '/',
  endsAt: secondsAfter(now, 600),
});

const paused = (): AwaitingInput => {
  const { state: _, nonce: __, verifier: ___, issuer: ____, ...authorization } = outbound();
  return {
    ...authorization,
    question: { question: 'username', suggestion: null, displayName: null },
    answers: {},
    sealed: 's',
  };
};

describe('an authorization request', () => {
  it('is spent once, and by one of many', async () => {
    const authorization = outbound();
    await db.write(authorizations.begin(authorization));
    const spent = await Promise.all([1, 2, 3].map(() => authorizations.spend(authorization.state, now)));
    expect(spent.filter((one) => one !== undefined)).toEqual([authorization]);
  });

  it('is over after its time', async () => {
    const authorization = outbound();
    await db.write(authorizations.begin(authorization));
    expect(await authorizations.spend(authorization.state, authorization.endsAt)).toBeUndefined();
  });

  it('that waits for an answer is read as often as it is asked for, and resumed once', async () => {
    const authorization = paused();
    await db.write(authorizations.awaitInput(authorization));
    expect(await authorizations.awaitingInput(authorization.sessionId, now)).toEqual(authorization);
    expect(await authorizations.awaitingInput(authorization.sessionId, authorization.endsAt)).toBeUndefined();
    expect(await attempt(authorizations.resume(authorization, now))).toBe('written');
    expect(await attempt(authorizations.resume(authorization, now))).toBe('refused');
  });

  it('is not taken for one of another kind', async () => {
    const [out, waiting] = [outbound(), paused()];
    await db.write(authorizations.begin(out), authorizations.awaitInput(waiting));
    expect(await authorizations.spend(waiting.sessionId, now)).toBeUndefined();
    expect(await authorizations.spendLogout(out.state, now)).toBeUndefined();
    expect(await authorizations.awaitingInput(out.state as never, now)).toBeUndefined();
    expect(await attempt(authorizations.resume({ sessionId: out.state as never }, now))).toBe('refused');
  });

  it('belongs to the browser with its id and its secret', () => {
    const authorization = paused();
    const { sessionId } = authorization;
    expect(isSameBrowser(authorization, { sessionId, secret: 'secret' })).toBe(true);
    expect(isSameBrowser(authorization, { sessionId, secret: 'other' })).toBe(false);
    expect(isSameBrowser(authorization, { sessionId: newSessionId(), secret: 'secret' })).toBe(false);
    expect(isSameBrowser(authorization, undefined)).toBe(false);
  });
});
