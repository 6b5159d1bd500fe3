/** Known browsers in DynamoDB (DESIGN.md §3): `pk = userId, sk = browser#<id>`, with a digest of the browser's secret. */
import type { Database, Item, Key, Write } from '../database.ts';
import type { BrowserId, UserId } from '../ids.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import { matchesSecret } from '../secrets.ts';
import type { User } from '../users/user.ts';
import { isKnown, type KnownBrowser } from './known-browser.ts';

const BROWSER = 'browser#';

type Named = Pick<KnownBrowser, 'userId' | 'id'>;

export function knownBrowserStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = ({ userId, id }: { userId: UserId; id: string }): Key => ({ pk: userId, sk: BROWSER + id });

  return {
    /** The browser that shows this token, if the user knows it: one read, with a token or without. */
    async byToken(
      userId: UserId,
      token: { browserId: BrowserId; secret: string } | undefined,
      user: Pick<User, 'recoveredAt'>,
      now: Date,
    ): Promise<KnownBrowser | undefined> {
      const item = await db.get({
        TableName: table(),
        Key: keyOf({ userId, id: token?.browserId ?? 'none' }),
      });
      const browser = item && fromItem(item);
      const isIts = browser !== undefined && matchesSecret(token?.secret ?? '', browser.secretHash);
      return isIts && isKnown(browser, user, now) ? browser : undefined;
    },

    async get(userId: UserId, id: BrowserId): Promise<KnownBrowser | undefined> {
      const item = await db.get({ TableName: table(), Key: keyOf({ userId, id }) });
      return item && fromItem(item);
    },

    /** All that there are of a user, known still or not, in any order. */
    async ofUser(userId: UserId): Promise<KnownBrowser[]> {
      const items = await db.queryAll({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :browser)',
        ExpressionAttributeValues: { ':pk': userId, ':browser': BROWSER },
      });
      return items.map(fromItem);
    },

    remember: (browser: KnownBrowser): Write => ({
      Put: {
        TableName: table(),
        Item: toItem(browser),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),

    /** Another secret for the same mark; refused once it is forgotten. */
    renew: ({ userId, id, secretHash }: KnownBrowser): Write => ({
      Update: {
        TableName: table(),
        Key: keyOf({ userId, id }),
        UpdateExpression: 'SET secretHash = :secretHash',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':secretHash': secretHash },
      },
    }),

    /** Holds a transaction to the browser's being known still, by the same token. */
    stillKnown: ({ userId, id, secretHash }: KnownBrowser): Write => ({
      ConditionCheck: {
        TableName: table(),
        Key: keyOf({ userId, id }),
        ConditionExpression: 'secretHash = :secretHash',
        ExpressionAttributeValues: { ':secretHash': secretHash },
      },
    }),

    /** Voids the mark, whether or not it is there still. */
    forget: (browser: Named): Write => ({ Delete: { TableName: table(), Key: keyOf(browser) } }),
  };
}

const DATES = ['createdAt', 'approvedAt', 'lastUsedAt', 'endsAt'] as const satisfies (keyof KnownBrowser)[];

function toItem({ id, userId, ...browser }: KnownBrowser): Item {
  const item: Item = { pk: userId, sk: BROWSER + id, ...browser, expiresAt: ttlAt(browser.endsAt) };
  for (const name of DATES) item[name] = toSeconds(browser[name]);
  return item;
}

function fromItem({ pk, sk, expiresAt: _, ...item }: Item): KnownBrowser {
  for (const name of DATES) item[name] = fromSeconds(item[name] as number);
  return { ...item, userId: pk, id: String(sk).slice(BROWSER.length) } as KnownBrowser;
}
