/** `npm run deploy -- …`: `cdk deploy`, and then a note of what the stage must keep. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './bundles.ts';
import { recordsIn, writeRecords } from './deployment-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-deploy-'));
const outputs = join(folder, 'outputs.json');
const cdk = join(ROOT, 'node_modules/aws-cdk/bin/cdk');
const { status } = spawnSync(
  process.execPath,
  [cdk, 'deploy', '--outputs-file', outputs, ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
if (status === 0) {
  const records = recordsIn(JSON.parse(readFileSync(outputs, 'utf8')));
  await writeRecords(join(ROOT, 'cdk.context.json'), records);
  for (const stage of Object.keys(records)) {
    console.log(`Noted in cdk.context.json what ${stage} must keep. Commit that file.`);
  }
}
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
