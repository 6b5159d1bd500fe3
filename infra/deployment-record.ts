/**
 * What a deployed stage must keep, as `npm run deploy` notes it in `cdk.context.json`: passkeys are bound to the
 * relying-party id for ever, and CloudFront's secrets are counted.
 */
import { readFile, writeFile } from 'node:fs/promises';

export type DeploymentRecord = { relyingPartyId: string; originSecret: number };

/** Under which name the CDK app finds a stage's record in its context. */
export const recordName = (stage: string): string => `nod:${stage}`;

/** The record of each stage in what `cdk deploy --outputs-file` writes: stacks with their outputs. */
export function recordsIn(stacks: Record<string, Record<string, string>>): Record<string, DeploymentRecord> {
  return Object.fromEntries(
    Object.values(stacks).flatMap(({ Stage, RelyingPartyId, OriginSecretGeneration }) =>
      Stage === undefined || RelyingPartyId === undefined
        ? []
        : [[Stage, { relyingPartyId: RelyingPartyId, originSecret: Number(OriginSecretGeneration) }]],
    ),
  );
}

/** Adds records to a context file, which is made if there is none. */
export async function writeRecords(file: string, records: Record<string, DeploymentRecord>): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '{}';
  });
  const noted = Object.entries(records).map(([stage, record]) => [recordName(stage), record]);
  const context = { ...JSON.parse(text), ...Object.fromEntries(noted) };
  await writeFile(file, `${JSON.stringify(context, null, 2)}\n`);
}
