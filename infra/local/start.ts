/** `npm start`. It says what it does before it loads what does it: that takes a second, and the rest some more. */
import { setFlagsFromString } from 'node:v8';
import { startOptions } from './options.ts';

const options = startOptions(process.argv.slice(2), process.env);
if ('help' in options) {
  console.log(options.help);
  process.exit(0);
}
if ('problem' in options) {
  console.error(options.problem);
  process.exit(1);
}

console.log(`
  nod is starting: Amazon DynamoDB Local, the functions, the pages${options.demo ? ', a village' : ''}.
`);
// esbuild's own process (Go) keeps what it once had, and waits for hours for the next change. With less than this it takes
// seconds longer to build.
process.env.GOMEMLIMIT ??= '150MiB';
// So do the young objects of V8, here and in the functions' worker: 30 MB less at rest, and no slower.
setFlagsFromString('--max-semi-space-size=2');
const { startWhole } = await import('./whole.ts');
await startWhole(options);
