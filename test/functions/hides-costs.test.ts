/** What muting, blocking and reporting cost at the store, to the unit. */
import { expect, it } from 'vitest';
import { hidesOf } from '../support/hides.ts';
import { nod as startNod } from '../support/nod.ts';
import { storeCosts } from '../support/store-costs.ts';

const nod = startNod();
const { somebody, follow } = hidesOf(nod);

it('is a transaction each, after what it is held to was read', { timeout: 180_000 }, async () => {
  const [one, other] = await Promise.all([somebody(), somebody()]);
  const { id: post } = await other.browser.succeed('post-create', { body: { body: 'Well' } });
  await follow(one, other);
  await follow(other, one);
  const params = { username: other.username };
  const { browser } = one;
  const costs = await storeCosts(nod.recordingProxy, {
    mute: () => browser.succeed('mute', { params }),
    'mute, again': () => browser.succeed('mute', { params }),
    unmute: () => browser.succeed('unmute', { params }),
    'block, of a friend': () => browser.succeed('block', { params }),
    hides: () => browser.succeed('hides'),
    unblock: () => browser.succeed('unblock', { params }),
    'report-create': () => browser.succeed('report-create', { body: { about: { post }, reason: 'spam' } }),
  });
  expect(costs).toEqual({
    mute: { calls: 4, reads: 3, writes: 6 },
    'mute, again': { calls: 3, reads: 3, writes: 0 },
    unmute: { calls: 4, reads: 3, writes: 6 },
    'block, of a friend': { calls: 6, reads: 5, writes: 28 },
    hides: { calls: 3, reads: 3, writes: 0 },
    unblock: { calls: 4, reads: 3, writes: 8 },
    // A post is found by its id with two queries at once: it may be a reply.
    'report-create': { calls: 4, reads: 1.5, writes: 8 },
  });
});
