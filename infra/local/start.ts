/** `npm start`. It says what it does before it loads what does it: that takes a second, and the rest some more. */
import { setFlagsFromString } from 'node:v8';

console.log(`
  nod is starting: Amazon DynamoDB Local, the functions, the pages.
`);
// esbuild's own process (Go) keeps what it once had, and waits for hours for the next change. With less than this it takes
// seconds longer to build.
process.env.GOMEMLIMIT ??= '150MiB';
// So do the young objects of V8, here and in the functions' worker: 30 MB less at rest, and no slower.
setFlagsFromString('--max-semi-space-size=2');
await import('./whole.ts');
