/**
 * Social links in DynamoDB (DESIGN.md §3). The SocialLinks table decides whose an identity is: `pk = issuer#subject,
 * sk = link`. What is shown of a link stands with its user, `pk = userId, sk = link#<provider>` in the Users
 * table, so that the list is a consistent read and a user has one link at a provider.
 */
import type { Database, Item, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds, toSeconds } from '../seconds.ts';
import { linkApprover, type Provenance } from '../sessions/provenance.ts';
import { removedMethodStore } from '../sessions/removed-method-store.ts';
import type { SocialLink } from './social-link.ts';

const LINK = 'link#';

export function socialLinkStore(db: Database, removed = removedMethodStore(db)) {
  /** An issuer has no fragment (OpenID Connect Core §2), so the first `#` ends it. */
  const identityKey = ({ issuer, subject }: Pick<SocialLink, 'issuer' | 'subject'>) => ({
    pk: `${issuer}#${subject}`,
    sk: 'link',
  });
  const linkKey = (userId: UserId, provider: string) => ({ pk: userId, sk: LINK + provider });

  return {
    /**
     * Whose identity it is, to the letter of both: nothing else names a person (OpenID Connect Core §5.7); and by which
     * entry of the configuration it was linked.
     */
    async ownerOf(
      identity: Pick<SocialLink, 'issuer' | 'subject'>,
    ): Promise<Pick<SocialLink, 'userId' | 'provider'> | undefined> {
      const item = await db.get({ TableName: db.tableName('SocialLinks'), Key: identityKey(identity) });
      return item && { userId: item.userId as UserId, provider: String(item.provider) };
    },

    async get(userId: UserId, provider: string): Promise<SocialLink | undefined> {
      const item = await db.get({ TableName: db.tableName('Users'), Key: linkKey(userId, provider) });
      return item && fromItem(item);
    },

    async ofUser(userId: UserId): Promise<SocialLink[]> {
      const items = await db.queryAll({
        TableName: db.tableName('Users'),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :link)',
        ExpressionAttributeValues: { ':pk': userId, ':link': LINK },
      });
      return items.map(fromItem);
    },

    /** Ties an identity to its user: refused if it is somebody's, or if the user has one at that provider. */
    create: (link: SocialLink & Provenance): Write[] => [
      {
        Put: {
          TableName: db.tableName('SocialLinks'),
          Item: {
            ...identityKey(link),
            userId: link.userId,
            provider: link.provider,
            sessionId: link.sessionId,
            approvedBy: link.approvedBy,
            createdAt: toSeconds(link.createdAt),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      {
        Put: {
          TableName: db.tableName('Users'),
          Item: toItem(link),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ],

    /** Notes a sign-in through a link and what the provider said with it; refused if it was untied meanwhile. */
    refresh: (link: SocialLink): Write => ({
      Put: {
        TableName: db.tableName('Users'),
        Item: toItem(link),
        ConditionExpression: 'issuer = :issuer AND subject = :subject',
        ExpressionAttributeValues: { ':issuer': link.issuer, ':subject': link.subject },
      },
    }),

    /** Refused if it was untied meanwhile, or somebody has come in by it since it was read. */
    remove: (link: SocialLink, now: Date): Write[] => [
      {
        Delete: {
          TableName: db.tableName('SocialLinks'),
          Key: identityKey(link),
          ConditionExpression: 'userId = :userId',
          ExpressionAttributeValues: { ':userId': link.userId },
        },
      },
      {
        Delete: {
          TableName: db.tableName('Users'),
          Key: linkKey(link.userId, link.provider),
          ConditionExpression: 'issuer = :issuer AND subject = :subject AND lastUsedAt = :lastUsedAt',
          ExpressionAttributeValues: {
            ':issuer': link.issuer,
            ':subject': link.subject,
            ':lastUsedAt': toSeconds(link.lastUsedAt),
          },
        },
      },
      removed.note(link.userId, linkApprover(link), link, now),
    ],
  };

  function toItem({ userId, provider, createdAt, lastUsedAt, ...link }: SocialLink): Item {
    return {
      ...linkKey(userId, provider),
      ...link,
      createdAt: toSeconds(createdAt),
      lastUsedAt: toSeconds(lastUsedAt),
    };
  }

  function fromItem({ pk, sk, createdAt, lastUsedAt, ...link }: Item): SocialLink {
    return {
      ...link,
      userId: pk,
      provider: String(sk).slice(LINK.length),
      createdAt: fromSeconds(createdAt as number),
      lastUsedAt: fromSeconds(lastUsedAt as number),
    } as SocialLink;
  }
}

export type SocialLinkStore = ReturnType<typeof socialLinkStore>;
