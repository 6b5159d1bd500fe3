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
    asked: 1,
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
    await db.write(authorizations.awaitInput(authorization, now));
    expect(await authorizations.awaitingInput(authorization.sessionId, now)).toEqual(authorization);
    expect(await authorizations.awaitingInput(authorization.sessionId, authorization.endsAt)).toBeUndefined();
    expect(await attempt(authorizations.resume(authorization, now))).toBe('written');
    expect(await attempt(authorizations.resume(authorization, now))).toBe('refused');
  });

  it('is not taken for one of another kind', async () => {
    const [out, waiting] = [outbound(), paused()];
    await db.write(authorizations.begin(out), authorizations.awaitInput(waiting, now));
    expect(await authorizations.spend(waiting.sessionId, now)).toBeUndefined();
    expect(await authorizations.spendLogout(out.state, now)).toBeUndefined();
    expect(await authorizations.awaitingInput(out.state as never, now)).toBeUndefined();
    expect(await attempt(authorizations.resume({ sessionId: out.state as never, asked: 1 }, now))).toBe(
      'refused',
    );
  });

  it('that waits is asked first once, and asked again by one of two answers', async () => {
    const first = paused();
    const again = { ...first, asked: 2, answers: { displayName: 'Ada' } };
    await db.write(authorizations.awaitInput(first, now));
    expect(await attempt(authorizations.awaitInput(first, now))).toBe('refused');
    expect(await attempt(authorizations.awaitInput(again, now))).toBe('written');
    expect(await attempt(authorizations.awaitInput(again, now))).toBe('refused');
    expect(await attempt(authorizations.resume(first, now))).toBe('refused');
    expect(await authorizations.awaitingInput(first.sessionId, now)).toEqual(again);
    expect(await attempt(authorizations.resume(again, now))).toBe('written');
    expect(await attempt(authorizations.awaitInput({ ...again, asked: 3 }, now))).toBe('refused');
  });

  it('belongs to the browser with its secret', () => {
    const authorization = paused();
    expect(isSameBrowser(authorization, 'secret')).toBe(true);
    for (const secret of ['other', '', undefined]) expect(isSameBrowser(authorization, secret)).toBe(false);
  });
});
