/** How a stream's records come to its function: by Lambda where it is deployed, by `local/` on this machine. */
export const STREAM_DELIVERY = {
  /** Records of one call. */
  batchSize: 50,
  /** Calls side by side for one shard; the records of one partition key still come in order. */
  parallelizationFactor: 10,
  /** A record that always fails is found by halving, tried again and left: it holds up nobody else's. */
  bisectBatchOnError: true,
  retryAttempts: 3,
  /** The function says from which record on a batch is to be repeated. */
  reportBatchItemFailures: true,
} as const;
