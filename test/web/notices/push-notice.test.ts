import { afterAll, describe, expect, it } from 'vitest';
import type { NotifiedKind } from '../../../shared/activity/activity.ts';
import { LANGUAGES } from '../../../shared/languages.ts';
import type { PushMessage } from '../../../shared/push/push-message.ts';
import { messages } from '../../../web/lib/messages.ts';
import { pushNotice } from '../../../web/notices/push-notice.ts';
import { SECOND, speakSecondLanguage } from '../../support/second-language.ts';

const english = (message: PushMessage) => pushNotice(message, 'en');

const REQUEST = {
  type: 'request',
  sessionId: 'ses_AAAAAAAAAAAAAAAAAAAAAA',
  browser: 'Firefox 143',
  os: 'Windows',
  place: 'Lisbon, Portugal',
} as const satisfies PushMessage;

describe('the notification of a request', () => {
  it('says which browser asks and from where, and leads to its card', () => {
    expect(english(REQUEST)).toEqual({
      title: 'Firefox 143 on Windows asks to sign in',
      body: 'Lisbon, Portugal. Open Nod and type the number that it shows.',
      tag: 'request Firefox 143 Windows',
      path: '/phone#request=ses_AAAAAAAAAAAAAAAAAAAAAA',
      rings: true,
      lang: 'en',
      dir: 'ltr',
    });
  });

  it('says what it is asked for, where that is no sign-in', () => {
    expect(english({ ...REQUEST, act: 'add_phone' }).title).toBe(
      'Firefox 143 on Windows asks to add a phone',
    );
  });

  it('says nothing of a place that is not known', () => {
    expect(english({ ...REQUEST, place: null }).body).toBe('Open Nod and type the number that it shows.');
  });

  it('takes the place of an earlier one of the same browser, and of no other’s', () => {
    const { tag } = english(REQUEST);
    expect(english({ ...REQUEST, sessionId: 'ses_B' }).tag).toBe(tag);
    expect(english({ ...REQUEST, os: 'Linux' }).tag).not.toBe(tag);
  });
});

describe('the notification of a change', () => {
  it('says what was changed', () => {
    const added = english({ type: 'change', kind: 'phone_added', device: 'Pixel 9' });
    expect(added).toMatchObject({ title: 'Pixel 9 was added to your account', path: '/phone' });
  });

  it('says to a phone that it was removed, and what is left to do', () => {
    const removed = english({
      type: 'change',
      kind: 'phone_removed',
      device: 'Pixel 9',
      removed: true,
    });
    expect(removed.title).toBe('This phone was removed from your account');
    expect(removed.body).toContain('sign in another way');
    const recovered = english({
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
    expect(english({ ...begun, place: 'Lisbon, Portugal' })).toEqual({
      title: 'Somebody is recovering your account',
      body: 'Firefox 143 on Windows, Lisbon, Portugal, has your recovery code. If it is not you, tap here and stop it.',
      tag: 'recovery_begun',
      path: '/phone#recovery',
      lang: 'en',
      dir: 'ltr',
    });
    expect(english({ ...begun, place: null }).body).toMatch(/^Firefox 143 on Windows has your/);
  });

  it('says something of each kind, whatever is known of it', () => {
    for (const kind of Object.keys(messages.push.changes) as NotifiedKind[]) {
      for (const facts of [
        {},
        { device: 'Pixel 9', provider: 'GitHub', browser: 'Firefox 143', os: 'Windows' },
      ]) {
        const { title, body } = english({ type: 'change', kind, ...facts });
        expect(`${title}. ${body}`).not.toMatch(/undefined|null|object/);
      }
    }
  });
});

describe('the notification of an alert', () => {
  const TOM = { username: 'tom', displayName: 'Tom \u202Eknot' };
  const post = { id: 'pst_2', excerpt: 'How many?' } as const;

  it('says who, and how a post begins, and leads to it', () => {
    expect(english({ type: 'alert', kind: 'replies', ...TOM, group: 'pst_1', post })).toEqual({
      title: '\u2068Tom \u202Eknot\u2069 replied to you',
      body: '@tom: \u2068How many?\u2069',
      tag: 'alert pst_1',
      path: '/@tom/pst_2',
      lang: 'en',
      dir: 'ltr',
    });
  });

  it('says of a message from whom it is, and no more; one conversation is one notification', () => {
    const message = { type: 'alert', kind: 'messages', ...TOM, group: 'usr_1' } as const;
    expect(english(message)).toMatchObject({
      title: 'New message from \u2068Tom \u202Eknot\u2069',
      body: '@tom',
      tag: 'alert usr_1',
      path: '/messages/tom',
    });
    expect(english({ ...message, group: 'usr_2' }).tag).not.toBe('alert usr_1');
  });
});

describe('a notice', () => {
  afterAll(speakSecondLanguage());

  it('is in the language that it is asked for, and leaves what is spoken around it as it was', () => {
    expect(pushNotice(REQUEST, SECOND)).toMatchObject({
      title: '‹Firefox 143 on Windows asks to sign in›',
      body: '‹Lisbon, Portugal. Open Nod and type the number that it shows.›',
      lang: SECOND,
    });
    expect(english(REQUEST).title).toBe('Firefox 143 on Windows asks to sign in');
    expect(messages.pages.home.title).toBe('Nod');
  });

  it('is far from what a push service takes at most, however long its facts are', () => {
    // Names of phones have 40 characters, of four bytes at most.
    const [device, provider] = ['😀'.repeat(40), 'ب'.repeat(100)];
    const facts = { browser: 'Mobile Safari 26.1', os: 'iPadOS', place: 'ب'.repeat(200) };
    const pushes: PushMessage[] = [
      { type: 'request', sessionId: REQUEST.sessionId, ...facts, act: 'not_me' },
      {
        type: 'alert',
        kind: 'replies',
        username: 'x'.repeat(20),
        displayName: '😀'.repeat(50),
        group: `pst_${'Z'.repeat(26)}`,
        post: { id: `pst_${'Z'.repeat(26)}`, excerpt: '👩‍👩‍👧‍👦'.repeat(51) },
      },
      ...(Object.keys(messages.push.changes) as NotifiedKind[]).map(
        (kind) => ({ type: 'change', kind, device, provider, ...facts }) as const,
      ),
    ];
    for (const message of pushes) {
      for (const language of LANGUAGES) {
        // RFC 8030 §7.2 has 4096 bytes, of which sealing takes about a hundred.
        expect(Buffer.byteLength(JSON.stringify(pushNotice(message, language)))).toBeLessThan(2000);
      }
    }
  });
});
