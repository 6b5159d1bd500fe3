import { afterAll, describe, expect, it } from 'vitest';
import { NodError } from '../../../shared/errors.ts';
import { type Notice, problemPage, type Reader } from '../../../shared/http/problem-page.ts';
import { problemNotice } from '../../../web/notices/problem-notice.ts';
import { speakSecondLanguage } from '../../support/second-language.ts';

const READER = { cookies: {}, acceptLanguage: undefined };
const page = problemPage(problemNotice);

it('a problem as a page has the status and the headers of the problem, and says by its code what happened', () => {
  const { statusCode, headers, body } = page(
    new NodError('provider_unavailable', 'ECONNREFUSED', { retryAfter: 5 }),
    READER,
  );
  expect([statusCode, headers['retry-after'], headers['content-type'], headers['cache-control']]).toEqual([
    502,
    '5',
    'text/html; charset=utf-8',
    'no-store',
  ]);
  expect(body).toContain('<p>The provider that you sign in with did not answer. Try again in a moment.</p>');
  expect(body).not.toContain('ECONNREFUSED');
});

it('what a problem names is text', () => {
  const provider = '<img src=x> & "you"';
  const { body } = page(new NodError('provider_declined', 'No.', { params: { provider } }), READER);
  expect(body).toContain('&lt;img src=x&gt; &amp; &quot;you&quot;');
  expect(body).not.toContain('<img');
});

it('so is every word of a catalogue', () => {
  const notice = (said: string): Notice => ({
    title: said,
    heading: said,
    sentence: said,
    backToAccount: said,
    signInAgain: said,
    goHome: said,
    logo: said,
  });
  const { body } = problemPage(() => notice('"<b>'))(new Error('x'), READER);
  expect(body).not.toMatch(/<b>|""/);
  expect(body.match(/&quot;&lt;b&gt;/g)).toHaveLength(6);
});

it('what nobody was meant to see is not on the page', () => {
  const { statusCode, body } = page(new Error('the table Nod-prod-Users'), READER);
  expect(statusCode).toBe(500);
  expect(body).not.toContain('Nod-prod-Users');
});

it('nothing on the page is inline, which the content security policy forbids', () => {
  const { body } = page(new NodError('session_ended', 'It is over.'), READER);
  expect(body).not.toMatch(/<style|<script(?! src="\/)|\son\w+=|\sstyle=/);
});

describe('the language of the page', () => {
  afterAll(speakSecondLanguage());

  const error = new NodError('user_disabled', 'For programs.');
  it.for<[what: string, reader: Reader, language: string, sentence: string]>([
    ['says nothing', READER, 'en', 'This account is disabled.'],
    ['prefers it', { cookies: {}, acceptLanguage: 'xx,en;q=0.5' }, 'xx', '‹This account is disabled.›'],
    ['has chosen it', { cookies: { lang: 'xx' }, acceptLanguage: 'en' }, 'xx', '‹This account is disabled.›'],
    [
      'has chosen another',
      { cookies: { lang: 'en' }, acceptLanguage: 'xx' },
      'en',
      'This account is disabled.',
    ],
    [
      'has chosen one of later',
      { cookies: { lang: 'tlh' }, acceptLanguage: 'en' },
      'en',
      'This account is disabled.',
    ],
  ])('is the reader’s, who %s', ([, reader, language, sentence]) => {
    const { body } = page(error, reader);
    expect(body).toContain(`<html lang="${language}" dir="ltr">`);
    expect(body).toContain(`<p>${sentence}</p>`);
    expect(body).toContain(language === 'xx' ? '<h1>‹That did not work›</h1>' : '<h1>That did not work</h1>');
  });
});
