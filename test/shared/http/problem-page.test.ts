import { expect, it } from 'vitest';
import { NodError } from '../../../shared/errors.ts';
import { type Notice, problemPage } from '../../../shared/http/problem-page.ts';
import type { Language } from '../../../shared/languages.ts';
import { problemNotice } from '../../../web/notices/problem-notice.ts';

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

it('says its language and which way that is written', () => {
  const asked: Language[] = [];
  const { body } = problemPage((problem, language) => {
    asked.push(language);
    return problemNotice(problem, language);
  })(new NodError('user_disabled', 'Disabled.'), {
    cookies: { lang: 'xx' },
    acceptLanguage: 'en-GB,xx;q=0.9',
  });
  expect(asked).toEqual(['en']);
  expect(body).toContain('<html lang="en" dir="ltr">');
});
