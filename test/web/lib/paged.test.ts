import { describe, expect, it } from 'vitest';
import { paged } from '../../../web/lib/paged.ts';

type Row = { id: string };
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id }));
const LAYOUT = { update() {}, announce() {} };

/** A list that the document has brought, whose renewal is answered when the test says so. */
function renewing(given: Row[]) {
  const { promise, resolve } = Promise.withResolvers<{ items: Row[]; next: null }>();
  const list = paged<Row>(LAYOUT, {
    ask: () => promise,
    failed: '',
    came: () => '',
    given: { items: given, next: null },
  });
  const renewed = list.renew();
  return {
    list,
    async answered(...ids: string[]) {
      resolve({ items: rows(...ids), next: null });
      await renewed;
      return list.items.map(({ id }) => id);
    },
  };
}

describe('a list that is renewed', () => {
  it('has what is new and loses what is gone', async () => {
    const { answered } = renewing(rows('c', 'b', 'a'));
    expect(await answered('d', 'c', 'a')).toEqual(['d', 'c', 'a']);
  });

  it('keeps what was written here while the answer was on its way', async () => {
    const { list, answered } = renewing(rows('b', 'a'));
    list.items = [...rows('c'), ...list.items];
    expect(await answered('b', 'a')).toEqual(['c', 'b', 'a']);
  });

  it('does not bring back what was deleted here while the answer was on its way', async () => {
    const { list, answered } = renewing(rows('b', 'a'));
    list.items = rows('a');
    expect(await answered('b', 'a')).toEqual(['a']);
  });
});
