/**
 * Reports in the Posts table (DESIGN.md §3): `pk = reports#open, sk = <ISO time>#<random>`, so that those who look at them
 * read the newest ones by one query, and `pk = userId, sk = reported#<post or person>` → its place, so that each is made once.
 */
import { randomBytes } from 'node:crypto';
import type { Database, Item, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import { type Report, type ReportId, subjectOf } from './report.ts';

const OPEN = 'reports#open';

export const newReportId = (now: Date): ReportId =>
  `${now.toISOString()}#${randomBytes(9).toString('base64url')}`;

export function reportStore(db: Database) {
  const table = () => db.tableName('Posts');
  const openKey = (id: ReportId) => ({ pk: OPEN, sk: id });
  const notedKey = (reporter: UserId, about: PostId | UserId) => ({ pk: reporter, sk: `reported#${about}` });

  return {
    /** The open ones, newest first. */
    async open(limit: number, after?: ReportId): Promise<Report[]> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: 'pk = :open',
        ExpressionAttributeValues: { ':open': OPEN },
        ScanIndexForward: false,
        Limit: limit,
        ...(after === undefined ? {} : { ExclusiveStartKey: openKey(after) }),
      });
      return items.map(reportFrom);
    },

    /** When somebody has reported this before, if they have. */
    async madeAt(reporter: UserId, about: PostId | UserId): Promise<Date | undefined> {
      const item = await db.get({ TableName: table(), Key: notedKey(reporter, about) });
      return item && fromSeconds(item.at as number);
    },

    /** Whether it has not been dealt with yet. */
    async isOpen(id: ReportId): Promise<boolean> {
      return (await db.get({ TableName: table(), Key: openKey(id) })) !== undefined;
    },

    /** The first is refused if the reporter has reported the same before. */
    create({ id, at, ...report }: Report): Write[] {
      const { reporter, sessionId, approvedBy } = report;
      return [
        {
          Put: {
            TableName: table(),
            Item: {
              ...notedKey(reporter, subjectOf(report)),
              report: id,
              at: toSeconds(at),
              sessionId,
              approvedBy,
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        { Put: { TableName: table(), Item: { ...openKey(id), at: toSeconds(at), ...report } } },
      ];
    },

    /** As if it had never been made; refused if it has been dealt with. */
    withdraw: (reporter: UserId, about: PostId | UserId, id: ReportId): Write[] => [
      { Delete: { TableName: table(), Key: openKey(id), ConditionExpression: 'attribute_exists(pk)' } },
      { Delete: { TableName: table(), Key: notedKey(reporter, about) } },
    ],
  };
}

function reportFrom({ pk: _, sk, at, ...report }: Item): Report {
  return { ...report, id: sk, at: fromSeconds(at as number) } as Report;
}
