/** What can go wrong on the way to DynamoDB, in the words that it really uses. */
import type { DatabaseCall } from './recording-proxy.ts';

/** For functions that give the store up as early as deployed ones do; in other tests they wait for a busy machine. */
export const AS_DEPLOYED = { STORE_TIMEOUT_MS: '' };

export type StoreError =
  | 'ProvisionedThroughputExceededException'
  | 'ThrottlingException'
  | 'TransactionConflict'
  | 'InternalServerError';

export type Fault =
  /** The call reaches the database, and the answer is lost. */
  | 'answer lost'
  /** The call is lost, and the connection is reset. */
  | 'cut'
  /** The call is lost, and the connection stays open. */
  | 'silence'
  /** The call reaches the database, and the answer is delayed by so many milliseconds. */
  | { answerAfterMs: number }
  /** The call is held back until something has been done. */
  | { until: Promise<unknown> }
  /** The database refuses the call. */
  | StoreError;

const NAMESPACE = 'com.amazonaws.dynamodb.v20120810#';

/** DynamoDB's answer to a call that it refuses for a reason that is not the caller's. */
export function refusalOf(call: DatabaseCall, error: StoreError): { status: number; body: string } {
  switch (error) {
    case 'ProvisionedThroughputExceededException':
      return refusal(400, NAMESPACE + error, 'The level of configured provisioned throughput was exceeded.');
    case 'ThrottlingException':
      return refusal(400, `com.amazon.coral.availability#${error}`, 'Rate exceeded');
    case 'InternalServerError':
      return refusal(500, NAMESPACE + error, 'Internal server error');
    case 'TransactionConflict':
      return conflictWith(call);
  }
}

/** A transaction is told so item by item, and a call on a single item by another name. */
function conflictWith({ operation, input }: DatabaseCall): { status: number; body: string } {
  const message = 'Transaction is ongoing for the item';
  if (operation !== 'TransactWriteItems') {
    return refusal(400, `${NAMESPACE}TransactionConflictException`, message);
  }
  const [, ...others] = input.TransactItems as unknown[];
  const body = {
    __type: `${NAMESPACE}TransactionCanceledException`,
    Message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
    CancellationReasons: [
      { Code: 'TransactionConflict', Message: message },
      ...others.map(() => ({ Code: 'None' })),
    ],
  };
  return { status: 400, body: JSON.stringify(body) };
}

function refusal(status: number, type: string, message: string): { status: number; body: string } {
  return { status, body: JSON.stringify({ __type: type, message }) };
}
