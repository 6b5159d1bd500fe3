/** Tells CloudFront to forget pictures, which it would keep for up to an hour. */
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { env } from '../env.ts';
import type { MediaId } from '../ids.ts';

/** One try; a sweep comes again within a minute. */
const TRY_MS = 5000;

/**
 * @param reference by which a repeat is known to be the same: it is counted, and paid, once (CloudFront API Reference,
 *   `CallerReference`)
 */
export async function forgetAtEdge(ids: readonly MediaId[], reference: string): Promise<void> {
  const DistributionId = env.distributionId;
  // On one machine there is no edge.
  if (ids.length === 0 || DistributionId === undefined) return;
  const client = new CloudFrontClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: TRY_MS, requestTimeout: TRY_MS, throwOnRequestTimeout: true },
  });
  const Items = ids.map((id) => `/media/${id}-*`);
  await client.send(
    new CreateInvalidationCommand({
      DistributionId,
      InvalidationBatch: { CallerReference: reference, Paths: { Quantity: Items.length, Items } },
    }),
  );
}
