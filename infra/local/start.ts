/** `npm start`. It says what it does before it loads what does it: that takes a second, and the rest some more. */
console.log(`
  nod is starting: Amazon DynamoDB Local, the functions, the pages.
`);
// esbuild's own process (Go) keeps what it once had, and waits for hours for the next change. With less than this it takes
// seconds longer to build.
process.env.GOMEMLIMIT ??= '150MiB';
await import('./whole.ts');
