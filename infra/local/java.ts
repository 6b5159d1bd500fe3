import { spawnSync } from 'node:child_process';

const NEEDED = 17;

/** What is wrong with this machine's Java, in one sentence, or `undefined` if DynamoDB Local can run on it. */
export function javaProblem(): string | undefined {
  const { stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const found = error ? undefined : stderr.match(/version "(?:1\.)?(\d+)/)?.[1];
  if (found !== undefined && Number(found) >= NEEDED) return undefined;
  return (
    `Nod needs Java ${NEEDED} or newer for Amazon DynamoDB Local, and ` +
    `${found === undefined ? 'there is no java on the PATH' : `the java on the PATH is version ${found}`}: ` +
    'install a JRE (Debian: apt-get install default-jre-headless, macOS: brew install openjdk) and try again.'
  );
}
