import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { activityStore } from '../../shared/activity/activity-store.ts';
import type { SessionId, UserId } from '../../shared/ids.ts';
import type { ActivityResponse, List } from '../../shared/responses.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, foundSignIn, newPerson, signIn } from '../support/people.ts';

const nod = startNod();

const read = async (browser: Browser) => (await browser.succeed('activity')).items;
const kinds = (items: ActivityResponse[]) => items.map(({ kind }) => kind);
const userIdOf = (browser: Browser) => browser.cookies.get('__Host-session')?.split('.')[0] as UserId;

describe('activity', () => {
  it('tells of approvals with their phone, sign-ins, denials, and ends with who and why', async () => {
    const person = await newPerson(nod);
    const other = await signIn(nod, person);
    const { id: sessionId } = (await other.succeed('me')).session;
    await person.browser.succeed('session-end', { params: { sessionId } });
    const { params } = await foundSignIn(nod, person);
    await person.phone.succeed('approval-answer', { params, body: { decision: 'deny', report: true } });

    const items = await read(person.browser);
    const browser = { browser: 'Firefox 143', os: 'Windows', place: null, ip: '127.0.0.1' };
    expect(items.slice(0, 4)).toEqual(
      [
        { kind: 'denied', reported: true, device: 'Pixel 9', ...params, ...browser },
        { kind: 'ended', by: 'elsewhere', sessionId, ...browser },
        { kind: 'signed_in', device: 'Pixel 9', sessionId, ...browser },
        { kind: 'approved', device: 'Pixel 9', sessionId, hasReceipt: true, ...browser },
      ].map((entry) => ({ ...entry, id: expect.any(String), at: expect.any(String) })),
    );
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('begins with the account and its first phone, and says from which address and place', async () => {
    const { browser } = await newPerson(nod);
    const items = await read(browser);
    expect(new Set(kinds(items))).toEqual(new Set(['signed_in', 'registered']));
    const where = { place: null, ip: '127.0.0.1' };
    expect(items.find(({ kind }) => kind === 'registered')).toMatchObject({
      browser: 'Firefox 143',
      os: 'Windows',
      device: 'Pixel 9',
      ...where,
    });
    await browser.succeed('sessions-end');
    await addPhone(nod, browser);
    for (const entry of await read(browser)) expect(entry).toMatchObject(where);
  });

  it('tells of a browser that signed out, was replaced by itself, or ended with all others', async () => {
    const person = await newPerson(nod);
    const again = await signIn(nod, person, person.browser.copy());
    const others = [await signIn(nod, person), await signIn(nod, person)];
    await again.succeed('sessions-end');
    expect((await read(again))[0]).toMatchObject({ kind: 'ended_all', by: 'elsewhere', count: 2 });
    expect(kinds(await read(again)).filter((kind) => kind === 'ended')).toHaveLength(1);
    expect((await others[0]?.call('me'))?.status).toBe(401);
    await again.succeed('logout');
    const last = await signIn(nod, person);
    expect((await read(last)).find(({ kind }) => kind === 'ended')).toMatchObject({ by: 'here' });
  });

  it('says nothing of what was refused', async () => {
    const found = await foundSignIn(nod);
    const { phone, params, publicKey, browser } = found;
    const assertion = phone.authenticator.get(publicKey, { badSignature: true });
    const body = { decision: 'approve', lifetime: '24h', assertion } as const;
    expect((await phone.call('approval-answer', { params, body })).status).toBe(403);
    await phone.approve(found.number);
    await browser.succeed('login-complete');
    expect(kinds(await read(browser)).filter((kind) => kind === 'approved')).toHaveLength(1);
    const { number, sessionId } = await browser.succeed('login-start', {
      body: { username: found.username },
    });
    expect(number).toBeDefined();
    await Promise.all([
      phone.call('approval-answer', { params: { sessionId }, body: { decision: 'deny' } }),
      phone.call('approval-answer', { params: { sessionId }, body: { decision: 'deny' } }),
    ]);
    expect(kinds(await read(browser)).filter((kind) => kind === 'denied')).toHaveLength(1);
  });

  it('comes newest first, a page of one query at a time, and ends after 90 days', async () => {
    const { browser } = await newPerson(nod);
    const userId = userIdOf(browser);
    const activities = activityStore(nod.db);
    const now = new Date();
    const day = 24 * 60 * 60;
    for (let at = 1; at <= 65; at++) {
      const entry = { userId, at: secondsAfter(now, -at * day), kind: 'hidden', count: at } as const;
      await nod.db.write(activities.record(entry));
    }
    for (const days of [89.9, 90.1, 400]) {
      await nod.db.write(activities.record({ userId, at: secondsAfter(now, -days * day), kind: 'shown' }));
    }
    const pages: ActivityResponse[][] = [];
    let cursor: string | null = null;
    do {
      const before: number = nod.recordingProxy.callsFrom('activity', 'Query').length;
      const page: List<ActivityResponse> = await browser.succeed('activity', {
        query: cursor === null ? {} : { cursor },
      });
      expect(nod.recordingProxy.callsFrom('activity', 'Query')).toHaveLength(before + 1);
      pages.push(page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(pages.map(({ length }) => length)).toEqual([30, 30, pages.flat().length - 60]);
    const times = pages.flat().map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    const hidden = pages.flat().filter(({ kind }) => kind === 'hidden');
    expect(hidden.map(({ count }) => count)).toEqual(Array.from({ length: 65 }, (_, at) => at + 1));
    expect(kinds(pages.flat()).filter((kind) => kind === 'shown')).toHaveLength(1);
  });

  it('is kept for 90 days', async () => {
    const { browser } = await newPerson(nod);
    const rows = (await nod.rows()).Sessions.filter(({ pk }) => pk === userIdOf(browser));
    const entries = rows.filter(({ sk }) => String(sk).startsWith('activity#'));
    expect(entries.length).toBeGreaterThan(0);
    for (const { at, expiresAt } of entries) {
      expect(expiresAt).toBe(Math.ceil((at as number) + 90 * 24 * 60 * 60));
    }
  });

  it('is the user’s own', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    await signIn(nod, susan);
    expect(kinds(await read(miguel.browser))).not.toContain('approved');
    expect((await susan.phone.call('activity')).status).toBe(401);
    const theirs = (await susan.browser.succeed('activity')).items[0]?.id ?? '';
    // A cursor says where to go on in one's own list, and names nobody's.
    expect(await read(miguel.browser)).toEqual(
      (await miguel.browser.succeed('activity', { query: { cursor: theirs } })).items,
    );
    for (const cursor of ['x', 'activity#', Buffer.from('2026-11-24#x').toString('base64url')]) {
      const { status, problem } = await susan.browser.call('activity', { query: { cursor } });
      expect([status, problem.field]).toEqual([400, 'cursor']);
    }
    for (const time of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']) {
      const cursor = Buffer.from(`${time}#AAAAAAAA`).toString('base64url');
      expect((await susan.browser.call('activity', { query: { cursor } })).status).toBe(200);
    }
  });
});

describe('a receipt', () => {
  async function approved() {
    const person = await newPerson(nod);
    const browser = await signIn(nod, person);
    const { id: sessionId } = (await browser.succeed('me')).session;
    return {
      ...person,
      sessionId,
      receipt: await person.browser.succeed('receipt', { params: { sessionId } }),
    };
  }

  it('can be checked with public tools', async () => {
    const { receipt, sessionId, phone, browser } = await approved();
    const bytes = (text: string) => Buffer.from(text, 'base64url');
    const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
    const { clientDataJSON, authenticatorData, signature } = receipt.assertion;

    const statement = JSON.parse(receipt.statement);
    expect(statement).toEqual({
      action: 'approve',
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      number: expect.stringMatching(/^\d{6}$/),
      sessionId,
      userId: userIdOf(browser),
    });
    expect(receipt.statement).toBe(JSON.stringify(statement, Object.keys(statement).sort()));
    const clientData = JSON.parse(bytes(clientDataJSON).toString());
    expect(clientData).toMatchObject({ type: 'webauthn.get', origin: nod.origin });
    expect(bytes(clientData.challenge)).toEqual(sha256(receipt.statement));
    expect(receipt.challenge).toBe(clientData.challenge);
    expect(bytes(authenticatorData).subarray(0, 32)).toEqual(sha256('localhost'));

    const key = createPublicKey({ format: 'jwk', key: receipt.publicKey as never });
    const signed = Buffer.concat([bytes(authenticatorData), sha256(bytes(clientDataJSON))]);
    expect(verify('sha256', signed, key, bytes(signature))).toBe(true);
    const other = Buffer.concat([bytes(authenticatorData), sha256(receipt.statement)]);
    expect(verify('sha256', other, key, bytes(signature))).toBe(false);
    expect(receipt.device).toEqual({ name: 'Pixel 9', credentialId: phone.authenticator.credentialId });
    expect(Date.parse(receipt.approvedAt)).toBeLessThanOrEqual(Date.now());
  });

  it('is its user’s only, and of approvals only', async () => {
    const { sessionId, browser } = await approved();
    const stranger = await newPerson(nod);
    const params = { sessionId };
    expect((await stranger.browser.call('receipt', { params })).status).toBe(404);
    expect((await new Browser(nod).call('receipt', { params })).status).toBe(401);
    for (const id of ['x', 'ses_AAAAAAAAAAAAAAAAAAAAAA'] as SessionId[]) {
      expect((await browser.call('receipt', { params: { sessionId: id } })).status).toBe(404);
    }
    const row = (await nod.rows()).Sessions.find(({ sk }) => sk === `receipt#${sessionId}`);
    expect(row?.expiresAt).toBe(Math.ceil((row?.approvedAt as number) + 90 * 24 * 60 * 60));
  });

  it('outlasts its session', async () => {
    const { sessionId, browser, receipt } = await approved();
    await browser.succeed('session-end', { params: { sessionId } });
    expect(await browser.succeed('receipt', { params: { sessionId } })).toEqual(receipt);
  });
});
