import { describe, expect, it } from 'vitest';
import { assertUsable, type Ticket } from '../../../shared/devices/ticket.ts';
import { ticketStore } from '../../../shared/devices/ticket-store.ts';
import { newTicketId, newUserId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { newSecret } from '../../../shared/secrets.ts';
import { tables } from '../../support/tables.ts';
import { newTicket } from '../../support/tickets.ts';

const { db, attempt, rows } = tables();
const tickets = ticketStore(db);

const T0 = new Date('2036-11-22T10:00:00.123Z');
const at = (seconds: number) => secondsAfter(T0, seconds);

async function issued(): Promise<{ ticket: Ticket; text: string }> {
  const secret = newSecret();
  const ticket = newTicket(secret, at(600));
  await db.write(tickets.issue(ticket));
  return { ticket, text: `${ticket.userId}.${ticket.id}.${secret}` };
}

async function usable(text: string, now: Date): Promise<Ticket> {
  const ticket = await tickets.find(text);
  assertUsable(ticket, now);
  return ticket;
}

const codeOf = (found: Promise<Ticket>) =>
  found.then(
    () => 'usable',
    (error) => error.code,
  );

describe('a ticket', () => {
  it('is found by the text in the link, until its end', async () => {
    const { ticket, text } = await issued();
    expect(await usable(text, at(599.999))).toEqual(ticket);
    expect(await codeOf(usable(text, at(600)))).toBe('ticket_expired');
  });

  it('is unknown to any other text', async () => {
    const { ticket, text } = await issued();
    const { text: other } = await issued();
    const mixed = [...text.split('.').slice(0, 2), other.split('.')[2]].join('.');
    for (const wrong of ['', 'garbage', mixed, `${ticket.userId}.${newTicketId()}.${newSecret()}`]) {
      expect(await codeOf(usable(wrong, T0))).toBe('ticket_unknown');
    }
  });

  it('is spent once, by one of many at once', async () => {
    const { ticket, text } = await issued();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => attempt(tickets.spend(ticket, at(1)))),
    );
    expect(outcomes.filter((one) => one === 'written')).toHaveLength(1);
    expect(await attempt(tickets.spend(ticket, at(2)))).toBe('refused');
    expect(await codeOf(usable(text, at(2)))).toBe('ticket_used');
  });

  it('keeps the mark of the phone that spent it', async () => {
    const { ticket, text } = await issued();
    const by = { credentialId: 'phone', keyHash: 'key' };
    await db.write(tickets.spend(ticket, at(1), by));
    expect(await tickets.find(text)).toEqual({ ...ticket, spentAt: at(1), spentBy: by });
  });

  it.each([
    [599.999, 'written'],
    [600, 'refused'],
  ])('spent after %d s: %s', async (seconds, expected) => {
    const { ticket } = await issued();
    expect(await attempt(tickets.spend(ticket, at(seconds)))).toBe(expected);
  });

  it('is not made by being spent', async () => {
    const [userId, id] = [newUserId(), newTicketId()];
    expect(await attempt(tickets.spend({ userId, id }, T0))).toBe('refused');
    expect((await rows()).Sessions.some(({ pk }) => pk === userId)).toBe(false);
  });

  it('is issued once', async () => {
    const { ticket, text } = await issued();
    await db.write(tickets.spend(ticket, at(1)));
    expect(await attempt(tickets.issue(ticket))).toBe('refused');
    expect(await codeOf(usable(text, at(2)))).toBe('ticket_used');
  });

  it('is stored without its secret', async () => {
    const { text } = await issued();
    expect(JSON.stringify(await rows())).not.toContain(text.split('.')[2]);
  });
});
