/** `npm start`. It says what it does before it loads what does it: that takes a second, and the rest some more. */
console.log(`
  nod is starting: Amazon DynamoDB Local, the functions, the pages.
`);
await import('./whole.ts');
