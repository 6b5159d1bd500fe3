/** `npm start`. It says what it does before it loads what does it: that takes a second, and the rest some more. */
import { Session } from 'node:inspector/promises';
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
const { startWhole } = await import('./whole.ts');
await startWhole(options);

// What the builds have left behind is some 80 MB, which V8 would keep for as long as nobody needs them.
const inspector = new Session();
inspector.connect();
await inspector.post('HeapProfiler.collectGarbage');
inspector.disconnect();
