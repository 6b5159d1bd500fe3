/** Tickets in DynamoDB (DESIGN.md §3): `pk = userId, sk = ticket#<id>` in the Sessions table. */
import type { Database, Item, Write } from '../database.ts';
import type { TicketId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import { openedTicket, parseTicket, type Ticket, unknownTicket } from './ticket.ts';

const TICKET = 'ticket#';

export function ticketStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, id: TicketId) => ({ pk: userId, sk: TICKET + id });

  return {
    /**
     * The ticket that a link's text names, if the text has its secret; it may be used or expired. @throws {NodError}
     * `ticket_unknown`
     */
    async find(text: string): Promise<Ticket> {
      const parts = parseTicket(text);
      if (parts === undefined) throw unknownTicket();
      const item = await db.get({ TableName: table(), Key: keyOf(parts.userId, parts.id) });
      return openedTicket(item && fromItem(item), parts.secret);
    },

    /** The tickets of a user with these ids, in any order; one that is not there any more is left out. */
    async ofUser(userId: UserId, ids: readonly TicketId[]): Promise<Ticket[]> {
      const keys = ids.map((id) => keyOf(userId, id));
      return (await db.getAll(table(), keys)).map(fromItem);
    },

    issue({ id, userId, endsAt, ...ticket }: Ticket): Write {
      return {
        Put: {
          TableName: table(),
          Item: {
            ...keyOf(userId, id),
            ...ticket,
            endsAt: toSeconds(endsAt),
            expiresAt: ttlAt(endsAt),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },

    /** Spends the ticket; refused if it was spent or is over. The phone that enrols with it is noted as `by`. */
    spend(
      { id, userId }: Pick<Ticket, 'id' | 'userId'>,
      now: Date,
      by?: { credentialId: string; keyHash: string | undefined },
    ): Write {
      return {
        Update: {
          TableName: table(),
          Key: keyOf(userId, id),
          UpdateExpression: by === undefined ? 'SET spentAt = :now' : 'SET spentAt = :now, spentBy = :by',
          ConditionExpression: 'attribute_not_exists(spentAt) AND endsAt > :now',
          ExpressionAttributeValues: { ':now': toSeconds(now), ...(by === undefined ? {} : { ':by': by }) },
        },
      };
    },
  };
}

function fromItem({ pk, sk, endsAt, spentAt, expiresAt: _, ...ticket }: Item): Ticket {
  return {
    ...ticket,
    userId: pk,
    id: String(sk).slice(TICKET.length),
    endsAt: fromSeconds(endsAt as number),
    ...(spentAt === undefined ? {} : { spentAt: fromSeconds(spentAt as number) }),
  } as Ticket;
}
