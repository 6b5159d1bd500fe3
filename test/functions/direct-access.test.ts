import { expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';

const nod = startNod();

it('the origin secret is the server’s to give: what a client sends under its name is dropped', async () => {
  const { status } = await new Browser(nod).call('status', { headers: { 'x-origin-secret': 'guessed' } });
  expect(status).toBe(200);
});
