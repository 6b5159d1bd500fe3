/** Tells CloudFront to forget pictures, which it would keep for up to an hour. */
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { env } from '../env.ts';

/** One try; a sweep comes again within a minute. */
const TRY_MS = 5000;

/**
 * @param paths of single files: of those 3 000 may be on their way at once, and of paths with a wildcard 15, of everybody's
 *   who tells this distribution anything (CloudFront Developer Guide, "Quotas on invalidations")
 * @param reference by which a repeat is known to be the same: it is counted, and paid, once (CloudFront API Reference,
 *   `CallerReference`)
 */
export async function forgetAtEdge(paths: readonly string[], reference: string): Promise<void> {
  const DistributionId = env.distributionId;
  // On one machine there is no edge.
  if (paths.length === 0 || DistributionId === undefined) return;
  const client = new CloudFrontClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: TRY_MS, requestTimeout: TRY_MS, throwOnRequestTimeout: true },
  });
  await client.send(
    new CreateInvalidationCommand({
      DistributionId,
      InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: [...paths] } },
    }),
  );
}
