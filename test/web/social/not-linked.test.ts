import { expect, it } from 'vitest';
import { notLinked, notLinkedSentence } from '../../../web/social/not-linked.ts';

it('a fragment tells which provider was not linked, and why, by a word', () => {
  expect(notLinked('#not-linked=demo&why=turned_back')).toEqual({ provider: 'demo', why: 'turned_back' });
  expect(notLinked('#not-linked=demo')).toEqual({ provider: 'demo', why: '' });
  for (const fragment of ['', '#', '#linked', '#phones-title']) expect(notLinked(fragment)).toBeUndefined();
});

it('the sentence is ours, whatever the word', () => {
  expect(notLinkedSentence({ why: 'turned_back' }, 'Demo')).toContain('without signing in');
  expect(notLinkedSentence({ why: 'Call 555 at once.' }, 'Demo')).toBe('Demo was not linked. Try again.');
});
