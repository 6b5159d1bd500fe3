import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isMessageId, newMessageId } from '../../../shared/chats/message.ts';
import { messageBodySchema, tooManyIn } from '../../../shared/chats/message-body.ts';
import { secondsAfter } from '../../../shared/seconds.ts';

const NOW = new Date('2026-11-29T12:00:00Z');

describe('an id', () => {
  it('sorts by its time, and behind the message before, whatever the clock says', () => {
    const first = newMessageId(NOW, undefined);
    expect(isMessageId(first)).toBe(true);
    expect(newMessageId(secondsAfter(NOW, 0.001), undefined) > first).toBe(true);
    let before = newMessageId(secondsAfter(NOW, 3600), undefined);
    for (let at = 0; at < 50; at++) {
      const next = newMessageId(NOW, before);
      expect(next > before, `${next} after ${before}`).toBe(true);
      expect(isMessageId(next)).toBe(true);
      before = next;
    }
  });

  it('has one form', () => {
    for (const text of [
      '',
      'msg_',
      'pst_01KAQ3W8ZB7N2D4F6H8JKMNPQR',
      'msg_01KAQ3W8ZB7N2D4F6H8JKMNPQRx',
      'msg_81KAQ3W8ZB7N2D4F6H8JKMNPQR',
    ])
      expect(isMessageId(text)).toBe(false);
  });
});

describe('a body', () => {
  it('has 2 000 characters and 8 kB at most', () => {
    expect(tooManyIn('é'.repeat(2000))).toBe(0);
    expect(tooManyIn('é'.repeat(2003))).toBe(3);
    // Four bytes each: as many as fit, and one more.
    expect(tooManyIn('😀'.repeat(2000))).toBe(0);
    expect(tooManyIn(`${'😀'.repeat(1999)}${'\u0301'.repeat(99)}`)).toBeGreaterThan(0);
  });

  it.each([
    [' Hello\r\nyou ', 'Hello\nyou'],
    ['\u200b', undefined],
    ['a\u0000b', undefined],
    ['\ud800', undefined],
  ])('%j becomes %j', (sent, body) => {
    const result = v.safeParse(messageBodySchema, sent);
    expect(result.success ? result.output : undefined).toBe(body);
  });
});
