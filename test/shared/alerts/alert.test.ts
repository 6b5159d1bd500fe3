import { expect, it } from 'vitest';
import {
  ALERT_KINDS,
  type AlertKind,
  withAlertChanges,
  withoutAlertChoice,
} from '../../../shared/alerts/alert.ts';

/** Every choice there is. */
const CHOICES = Array.from({ length: 2 ** ALERT_KINDS.length }, (_, bits): AlertKind[] =>
  ALERT_KINDS.filter((_, at) => (bits >> at) & 1),
);

it('changes what is named, and keeps the order of the kinds', () => {
  expect(withAlertChanges([], { messages: true, mentions: true })).toEqual(['mentions', 'messages']);
  expect(withAlertChanges(['mentions', 'messages'], { mentions: false, replies: undefined })).toEqual([
    'messages',
  ]);
});

it('takes each change back that still stands, and no other', () => {
  for (const before of CHOICES) {
    for (const after of CHOICES) {
      expect(withoutAlertChoice(after, { before, after })).toEqual(before);
      for (const wanted of CHOICES) {
        const next = withoutAlertChoice(wanted, { before, after });
        for (const kind of ALERT_KINDS) {
          const has = (choice: AlertKind[]) => choice.includes(kind);
          const isTakenBack = has(before) !== has(after) && has(wanted) === has(after);
          expect(has(next)).toBe(isTakenBack ? has(before) : has(wanted));
        }
      }
    }
  }
});
