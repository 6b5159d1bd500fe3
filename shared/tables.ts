/**
 * The tables of DESIGN.md §3: the one definition that the CDK app and the local database are both made from.
 * Every table has the string keys `pk` and `sk`; an index exists only where a read needs one.
 */

/** A secondary index; both keys are strings. */
export type IndexDefinition = { pk: string; sk: string };

export type TableDefinition = {
  /** The attribute, in epoch seconds, after which DynamoDB may sweep a row. */
  ttl?: string;
  /** Whether changes are streamed (new and old images), for functions that follow the table. */
  stream?: boolean;
  indexes?: Record<string, IndexDefinition>;
};

export const TABLES = {
  Users: {},
  // No index: DynamoDB Local sweeps only rows that stand in every index of their table.
  Sessions: { ttl: 'expiresAt', stream: true },
  SocialLinks: {},
  Posts: { stream: true, indexes: { everybody: { pk: 'feed', sk: 'postId' } } },
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** The environment variable in which a function finds the deployed name of a table. */
export function tableVariable(table: TableName): string {
  return `TABLE_${table.toUpperCase()}`;
}
