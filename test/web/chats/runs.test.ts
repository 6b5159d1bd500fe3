import { expect, it } from 'vitest';
import { inRuns } from '../../../web/chats/runs.ts';

const at = (time: string, mine = true) => ({ id: time, mine, at: `2026-11-29T${time}:00.000Z` });

it('what one person wrote in one go says once when that was, at its end', () => {
  const placed = inRuns([at('12:00'), at('12:01'), at('12:02', false), at('12:03'), at('12:20')]);
  expect(placed.map(({ message, isLast }) => [message.id, isLast])).toEqual([
    ['12:00', false],
    ['12:01', true],
    ['12:02', true],
    ['12:03', true],
    ['12:20', true],
  ]);
  expect(inRuns([])).toEqual([]);
});
