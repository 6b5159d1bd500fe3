import { describe, expect, it } from 'vitest';
import { fits } from '../../../infra/local/filter-pattern.ts';

const record = {
  eventName: 'INSERT',
  dynamodb: { NewImage: { status: { S: 'pending' }, known: { BOOL: true }, place: { NULL: true } } },
};
const image = (NewImage: object) => ({ dynamodb: { NewImage } });

describe('a filter pattern', () => {
  it.each([
    ['nothing', {}],
    ['one value', { eventName: ['INSERT'] }],
    ['one of several values', { eventName: ['MODIFY', 'INSERT'] }],
    ['a beginning of a value', { eventName: [{ prefix: 'INS' }] }],
    ['keys within keys', image({ status: { S: ['pending'] }, known: { BOOL: [true] } })],
  ])('lets through what fits: %s', (_, pattern) => {
    expect(fits(record, pattern)).toBe(true);
  });

  it.each([
    ['another value', { eventName: ['REMOVE'] }],
    ['one of two keys', image({ status: { S: ['pending'] }, known: { BOOL: [false] } })],
    ['a key that is not there', image({ decoy: { BOOL: [false] } })],
    ['a whole image that is not there', { dynamodb: { OldImage: { status: { S: ['pending'] } } } }],
    ['a value of another type', image({ known: { BOOL: ['true'] } })],
    ['another beginning', { eventName: [{ prefix: 'NSERT' }] }],
    ['a beginning of what is no text', image({ known: { BOOL: [{ prefix: 't' }] } })],
    ['upper for lower case', { eventName: ['insert'] }],
    ['no value at all', { eventName: [] }],
    ['what goes deeper than the record', { eventName: { S: ['INSERT'] } }],
  ])('stops what does not: %s', (_, pattern) => {
    expect(fits(record, pattern)).toBe(false);
  });

  it.each([
    ['a rule', image({ status: { S: [{ suffix: 'ing' }] } })],
    ['two rules in one', image({ status: { S: [{ prefix: 'pend', suffix: 'ing' }] } })],
    ['a value without a list', { eventName: 'INSERT' }],
  ])('that is not understood is a mistake, and no match: %s', (_, pattern) => {
    expect(() => fits(record, pattern)).toThrow(TypeError);
  });
});
