import { describe, expect, it } from 'vitest';
import type { PushMessage } from '../../../shared/push/push-message.ts';
import { notificationOf } from '../../../web/worker/notification.ts';

const REQUEST = {
  type: 'request',
  sessionId: 'ses_AAAAAAAAAAAAAAAAAAAAAA',
  browser: 'Firefox 143',
  os: 'Windows',
  place: 'Lisbon, Portugal',
} as const satisfies PushMessage;

describe('the notification of a request', () => {
  it('says which browser asks and from where, and leads to its card', () => {
    expect(notificationOf(REQUEST)).toEqual({
      title: 'Firefox 143 on Windows asks to sign in',
      body: 'Lisbon, Portugal. Open Nod and type the number that it shows.',
      tag: 'request Firefox 143 on Windows',
      path: '/phone#request=ses_AAAAAAAAAAAAAAAAAAAAAA',
    });
  });

  it('says what it is asked for, where that is no sign-in', () => {
    expect(notificationOf({ ...REQUEST, act: 'add_phone' }).title).toBe(
      'Firefox 143 on Windows asks to add a phone',
    );
  });

  it('says nothing of a place that is not known', () => {
    expect(notificationOf({ ...REQUEST, place: null }).body).toBe(
      'Open Nod and type the number that it shows.',
    );
  });

  it('takes the place of an earlier one of the same browser, and of no other’s', () => {
    const { tag } = notificationOf(REQUEST);
    expect(notificationOf({ ...REQUEST, sessionId: 'ses_B' }).tag).toBe(tag);
    expect(notificationOf({ ...REQUEST, os: 'Linux' }).tag).not.toBe(tag);
  });
});

describe('the notification of a change', () => {
  it('says what was changed', () => {
    const added = notificationOf({ type: 'change', kind: 'phone_added', device: 'Pixel 9' });
    expect(added).toMatchObject({ title: 'Pixel 9 was added to your account', path: '/phone' });
  });

  it('says to a phone that it was removed, and what is left to do', () => {
    const removed = notificationOf({
      type: 'change',
      kind: 'phone_removed',
      device: 'Pixel 9',
      removed: true,
    });
    expect(removed.title).toBe('This phone was removed from your account');
    expect(removed.body).toContain('sign in another way');
    const recovered = notificationOf({
      type: 'change',
      kind: 'recovered',
      device: 'Pixel 10',
      removed: true,
    });
    expect(recovered.title).toBe('Your account was recovered, for Pixel 10');
    expect(recovered.body).toBe(removed.body);
  });

  it('of a recovery that has begun says who has the code, and leads to where it is stopped', () => {
    const begun = { type: 'change', kind: 'recovery_begun', browser: 'Firefox 143', os: 'Windows' } as const;
    expect(notificationOf({ ...begun, place: 'Lisbon, Portugal' })).toEqual({
      title: 'Somebody is recovering your account',
      body: 'Firefox 143 on Windows, Lisbon, Portugal, has your recovery code. If it is not you, tap here and stop it.',
      tag: 'recovery_begun',
      path: '/phone#recovery',
    });
    expect(notificationOf({ ...begun, place: null }).body).toMatch(/^Firefox 143 on Windows has your/);
  });

  it('has a sentence for what it has no words for, and for what it cannot read', () => {
    expect(notificationOf({ type: 'change', kind: 'of_later' as 'recovered' }).title).toBe(
      'Your account was changed',
    );
    expect(notificationOf(undefined).title).toBe('Nod');
  });
});
