import { describe, expect, it } from 'vitest';
import {
  assertUsable,
  isSpentBy,
  openedTicket,
  parseTicket,
  type Ticket,
} from '../../../shared/devices/ticket.ts';
import { newSessionId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { newSecret } from '../../../shared/secrets.ts';
import { newTicket } from '../../support/tickets.ts';

const T0 = new Date('2026-11-22T10:00:00.000Z');
const at = (seconds: number) => secondsAfter(T0, seconds);
const secret = newSecret();

const ticket = newTicket(secret, at(600));

describe('the text of a ticket', () => {
  const { userId, id } = ticket;

  it('names the user, the ticket and the secret', () => {
    expect(parseTicket(`${userId}.${id}.${secret}`)).toEqual({ userId, id, secret });
  });

  it.each([
    ['nothing', ''],
    ['dots', '..'],
    ['two parts', `${userId}.${id}`],
    ['four parts', `${userId}.${id}.${secret}.x`],
    ['a dot at the end', `${userId}.${id}.${secret}.`],
    ['the parts in another order', `${id}.${userId}.${secret}`],
    ['a session’s id for the ticket’s', `${userId}.${newSessionId()}.${secret}`],
    ['a short secret', `${userId}.${id}.${secret.slice(1)}`],
    ['a long secret', `${userId}.${id}.${secret}x`],
    ['a separator of keys in the id', `${userId.slice(0, -1)}#.${id}.${secret}`],
    ['a space before it', ` ${userId}.${id}.${secret}`],
  ])('is not %s', (_, text) => {
    expect(parseTicket(text)).toBeUndefined();
  });
});

describe('a ticket', () => {
  it.each<[string, Ticket | undefined, string, number, string | undefined]>([
    ['that was just issued is usable', ticket, secret, 0, undefined],
    ['is usable at the last moment', ticket, secret, 599.999, undefined],
    ['is over after ten minutes', ticket, secret, 600, 'ticket_expired'],
    ['that was spent is spent', { ...ticket, spentAt: at(1) }, secret, 2, 'ticket_used'],
    ['that was spent stays so after its end', { ...ticket, spentAt: at(1) }, secret, 601, 'ticket_used'],
    ['of which there is none is unknown', undefined, secret, 0, 'ticket_unknown'],
    ['is unknown to another secret', ticket, newSecret(), 0, 'ticket_unknown'],
    ['is unknown to its stored digest', ticket, ticket.secretHash, 0, 'ticket_unknown'],
    [
      'that is spent tells another secret nothing of it',
      { ...ticket, spentAt: at(1) },
      newSecret(),
      700,
      'ticket_unknown',
    ],
  ])('%s', (_, found, given, seconds, code) => {
    const use = () => assertUsable(openedTicket(found, given), at(seconds));
    if (code === undefined) use();
    else expect(use).toThrow(expect.objectContaining({ code }));
  });
});

describe('a call that finds the ticket spent', () => {
  const spent: Ticket = { ...ticket, spentAt: at(1), spentBy: { credentialId: 'phone', keyHash: 'key' } };
  it.each<[string, Ticket, { credentialId: string; keyHash: string | undefined }, number, boolean]>([
    [
      'by the same phone with the same key repeats',
      spent,
      { credentialId: 'phone', keyHash: 'key' },
      2,
      true,
    ],
    ['repeats while the ticket lasts', spent, { credentialId: 'phone', keyHash: 'key' }, 599, true],
    ['is too late after it', spent, { credentialId: 'phone', keyHash: 'key' }, 600, false],
    ['by another phone is none', spent, { credentialId: 'other', keyHash: 'key' }, 2, false],
    ['with another key is none', spent, { credentialId: 'phone', keyHash: 'other' }, 2, false],
    ['without a key is none', spent, { credentialId: 'phone', keyHash: undefined }, 2, false],
    [
      'finds no key either',
      { ...spent, spentBy: { credentialId: 'phone' } },
      { credentialId: 'phone', keyHash: undefined },
      2,
      false,
    ],
    ['was cancelled', { ...ticket, spentAt: at(1) }, { credentialId: 'phone', keyHash: 'key' }, 2, false],
    ['has not been spent', ticket, { credentialId: 'phone', keyHash: 'key' }, 2, false],
  ])('%s', (_, found, by, seconds, expected) => {
    expect(isSpentBy(found, by, at(seconds))).toBe(expected);
  });
});
