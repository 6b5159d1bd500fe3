import { describe, expect, it } from 'vitest';
import { newSessionId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { digest, newSecret } from '../../../shared/secrets.ts';
import { isSameBrowser, type Outbound, type Paused } from '../../../shared/social/dance.ts';
import { danceStore } from '../../../shared/social/dance-store.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt } = tables();
const dances = danceStore(db);
const now = new Date();

const outbound = (): Outbound => ({
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

const paused = (): Paused => {
  const { state: _, nonce: __, verifier: ___, issuer: ____, ...dance } = outbound();
  return {
    ...dance,
    question: { question: 'username', suggestion: null, displayName: null },
    answers: {},
    sealed: 's',
  };
};

describe('a dance', () => {
  it('is spent once, and by one of many', async () => {
    const dance = outbound();
    await db.write(dances.begin(dance));
    const spent = await Promise.all([1, 2, 3].map(() => dances.spend(dance.state, now)));
    expect(spent.filter((one) => one !== undefined)).toEqual([dance]);
  });

  it('is over after its time', async () => {
    const dance = outbound();
    await db.write(dances.begin(dance));
    expect(await dances.spend(dance.state, dance.endsAt)).toBeUndefined();
  });

  it('that waits for an answer is read as often as it is asked for, and resumed once', async () => {
    const dance = paused();
    await db.write(dances.pause(dance));
    expect(await dances.paused(dance.sessionId, now)).toEqual(dance);
    expect(await dances.paused(dance.sessionId, dance.endsAt)).toBeUndefined();
    expect(await attempt(dances.resume(dance, now))).toBe('written');
    expect(await attempt(dances.resume(dance, now))).toBe('refused');
  });

  it('is not taken for one of another kind', async () => {
    const [out, waiting] = [outbound(), paused()];
    await db.write(dances.begin(out), dances.pause(waiting));
    expect(await dances.spend(waiting.sessionId, now)).toBeUndefined();
    expect(await dances.returned(out.state, now)).toBeUndefined();
    expect(await dances.paused(out.state as never, now)).toBeUndefined();
    expect(await attempt(dances.resume({ sessionId: out.state as never }, now))).toBe('refused');
  });

  it('belongs to the browser with its id and its secret', () => {
    const dance = paused();
    const { sessionId } = dance;
    expect(isSameBrowser(dance, { sessionId, secret: 'secret' })).toBe(true);
    expect(isSameBrowser(dance, { sessionId, secret: 'other' })).toBe(false);
    expect(isSameBrowser(dance, { sessionId: newSessionId(), secret: 'secret' })).toBe(false);
    expect(isSameBrowser(dance, undefined)).toBe(false);
  });
});
