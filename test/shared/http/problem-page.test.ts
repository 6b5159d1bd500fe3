import { expect, it } from 'vitest';
import { NodError } from '../../../shared/errors.ts';
import { problemPage } from '../../../shared/http/problem-page.ts';

it('a problem as a page has the status and the headers of the problem, and its sentence as text', () => {
  const { statusCode, headers, body } = problemPage(
    new NodError('provider_unavailable', '<img src=x> & "you"', { retryAfter: 5 }),
  );
  expect([statusCode, headers['retry-after'], headers['content-type'], headers['cache-control']]).toEqual([
    502,
    '5',
    'text/html; charset=utf-8',
    'no-store',
  ]);
  expect(body).toContain('&lt;img src=x&gt; &amp; &quot;you&quot;');
  expect(body).not.toContain('<img');
});

it('what nobody was meant to see is not on the page', () => {
  const { statusCode, body } = problemPage(new Error('the table Nod-prod-Users'));
  expect(statusCode).toBe(500);
  expect(body).not.toContain('Nod-prod-Users');
});

it('nothing on the page is inline, which the content security policy forbids', () => {
  expect(problemPage(new NodError('not_found', 'No.')).body).not.toMatch(
    /<style|<script(?! src="\/)|\son\w+=|\sstyle=/,
  );
});
