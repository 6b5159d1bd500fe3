/** A link in a QR code is worth one enrolment, by one phone, for ten minutes; looking at it costs nothing. */
import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newUsername, Phone, ticketIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

async function registered() {
  const [browser, username] = [new Browser(nod), newUsername()];
  const { enrolUrl } = await browser.succeed('register', { body: { username } });
  const ticket = ticketIn(enrolUrl);
  const [userId = ''] = ticket.split('.');
  return { browser, username, enrolUrl, ticket, userId, phone: new Phone(nod) };
}

/** What a phone sends that has opened the link and made its key. */
async function ready(phone: Phone, ticket: string, name = 'Pixel 9') {
  const { publicKey } = await phone.succeed('device-options', { body: { ticket } });
  return { ticket, credential: phone.authenticator.create(publicKey), name };
}

describe('an enrolment link', () => {
  it('is left unspent by whatever only looks at it', async () => {
    const { browser, enrolUrl, ticket, phone } = await registered();
    await unchanged(nod, async () => {
      for (const method of ['GET', 'HEAD']) {
        const page = await fetch(new URL(enrolUrl, nod.origin), { method });
        expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
        for (const path of ['/api/devices', '/api/devices/options', `/api/devices?ticket=${ticket}`]) {
          expect((await fetch(nod.origin + path, { method })).status).toBeGreaterThanOrEqual(400);
        }
      }
    });
    await phone.succeed('device-options', { body: { ticket } });
    await phone.succeed('device-options', { body: { ticket } });
    await phone.enrol(enrolUrl);
    expect((await browser.succeed('status')).status).toBe('approved');
  });

  it('keeps its secret in the fragment, which no server and no other page is told', async () => {
    const { enrolUrl, ticket } = await registered();
    const { pathname, search, hash } = new URL(enrolUrl, nod.origin);
    expect([pathname, search, hash]).toEqual(['/phone', '', `#enrol=${ticket}`]);
    const [, , secret = ''] = ticket.split('.');
    const seen = JSON.stringify([await nod.rows(), nod.recordingProxy.calls.map(({ input }) => input)]);
    expect(secret).toHaveLength(43);
    expect(seen).not.toContain(secret);
  });

  it('enrols one of two phones that are equally fast', async () => {
    const { browser, ticket, userId } = await registered();
    const phones = [new Phone(nod), new Phone(nod)];
    const enrolments = await Promise.all(
      phones.map(async (phone, at) => ({ phone, body: await ready(phone, ticket, `Phone ${at}`) })),
    );
    const replies = await Promise.all(
      enrolments.map(({ phone, body }) => phone.call('device-enrol', { body })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    const winner = replies.findIndex(({ status }) => status === 201);
    expect(phones.map(({ cookies }) => cookies.size)).toEqual(winner === 0 ? [1, 0] : [0, 1]);
    const { Users } = await nod.rows();
    expect(Users.filter(({ pk, sk }) => pk === userId && String(sk).startsWith('device#'))).toHaveLength(1);
    expect(await browser.succeed('status')).toMatchObject({ status: 'approved', device: `Phone ${winner}` });
  });

  it('enrols no second phone', async () => {
    const { ticket, phone, enrolUrl } = await registered();
    const late = new Phone(nod);
    const body = await ready(late, ticket);
    await phone.enrol(enrolUrl);
    await unchanged(
      nod,
      async () => {
        const options = await late.call('device-options', { body: { ticket } });
        const enrolled = await late.call('device-enrol', { body });
        for (const { status, problem } of [options, enrolled]) {
          expect([status, problem.code]).toEqual([409, 'ticket_used']);
        }
      },
      'its challenge is spent',
    );
    expect(late.cookies.size).toBe(0);
  });

  it('works at minute five', async () => {
    const { browser, username, enrolUrl, userId, phone } = await registered();
    await age(nod, 'Sessions', userId, 5 * 60);
    await age(nod, 'Sessions', `name#${username}`, 5 * 60);
    await phone.enrol(enrolUrl);
    expect((await browser.succeed('login-complete')).user.username).toBe(username);
  });

  it('is over at minute eleven, with its row still there', async () => {
    const { browser, username, ticket, userId, phone } = await registered();
    const body = await ready(phone, ticket);
    await age(nod, 'Sessions', userId, 11 * 60);
    await age(nod, 'Sessions', `name#${username}`, 11 * 60);
    await unchanged(
      nod,
      async () => {
        for (const { status, problem } of [
          await phone.call('device-options', { body: { ticket } }),
          await phone.call('device-enrol', { body }),
        ]) {
          expect([status, problem.code]).toEqual([410, 'ticket_expired']);
        }
      },
      'its challenge is spent',
    );
    expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason: 'unanswered' });
    expect((await browser.call('login-complete')).status).toBe(410);
  });

  it('of a registration that was cancelled enrols nobody', async () => {
    const { browser, ticket, phone } = await registered();
    const body = await ready(phone, ticket);
    await browser.succeed('login-cancel');
    await unchanged(
      nod,
      async () => expect((await phone.call('device-enrol', { body })).status).toBe(409),
      'its challenge is spent',
    );
  });

  it('belongs to its own name, whatever the phone says', async () => {
    const [mine, theirs] = [await registered(), await registered()];
    const [userId, , secret] = mine.ticket.split('.');
    const [, theirId] = theirs.ticket.split('.');
    await unchanged(nod, async () => {
      for (const ticket of [
        `${userId}.${theirId}.${secret}`,
        `${theirs.userId}.${theirId}.${secret}`,
        `${mine.ticket.slice(0, -6)}AAAAAA`,
        `${mine.ticket}.${secret}`,
        mine.ticket.toUpperCase(),
      ]) {
        const reply = await mine.phone.call('device-options', { body: { ticket } });
        expect([reply.status, reply.problem.code]).toEqual([404, 'ticket_unknown']);
      }
    });
  });
});
