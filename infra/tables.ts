/** The DynamoDB tables of DESIGN.md §3, made from the definitions in `shared/tables.ts`. */
import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  type ITable,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { TABLE_NAMES, TABLES, type TableDefinition, type TableName } from '../shared/tables.ts';
import type { RestoredTable } from './settings.ts';

export type TablesProps = {
  /** What is used instead of the stack's own tables, which stay as they are. */
  restored: Partial<Record<TableName, RestoredTable>>;
  removalPolicy: RemovalPolicy;
};

/**
 * Encryption at rest is DynamoDB's own, with the key that AWS owns: a customer key would add a KMS request and
 * its price to what every poll costs, and protects only from somebody who already may read the table.
 */
export class Tables extends Construct {
  /** The tables that are in use. */
  readonly tables: Readonly<Record<TableName, ITable>>;

  constructor(scope: Construct, id: string, { restored, removalPolicy }: TablesProps) {
    super(scope, id);
    const inUse = TABLE_NAMES.map((name) => {
      const own = this.#make(name, TABLES[name], removalPolicy);
      const instead = restored[name];
      if (instead === undefined) return [name, own];
      const attributes = {
        tableName: instead.name,
        ...(instead.stream === undefined ? {} : { tableStreamArn: instead.stream }),
      };
      return [name, Table.fromTableAttributes(this, `${name}Restored`, attributes)];
    });
    this.tables = Object.fromEntries(inUse);
  }

  #make(name: TableName, definition: TableDefinition, removalPolicy: RemovalPolicy): Table {
    const table = new Table(this, name, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
      removalPolicy,
      ...(definition.ttl ? { timeToLiveAttribute: definition.ttl } : {}),
      ...(definition.stream ? { stream: StreamViewType.NEW_AND_OLD_IMAGES } : {}),
    });
    for (const [indexName, { pk, sk }] of Object.entries(definition.indexes ?? {})) {
      table.addGlobalSecondaryIndex({ indexName, partitionKey: text(pk), sortKey: text(sk) });
    }
    return table;
  }
}

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING };
}
