/** Reports: kept for those who look at them, once each, and told to nobody else. */
import { describe, expect, it } from 'vitest';
import { reportStore } from '../../shared/reports/report-store.ts';
import { hidesOf } from '../support/hides.ts';
import { nod as startNod } from '../support/nod.ts';
import { unchanged } from '../support/unchanged.ts';
import { whileWriting } from '../support/while-writing.ts';

const nod = startNod();
const { somebody } = hidesOf(nod);

const openReports = () => reportStore(nod.db).open(100);

async function reportable() {
  const [reporter, author] = await Promise.all([somebody(), somebody()]);
  const post = await author.browser.succeed('post-create', { body: { body: 'Buy this' } });
  return { reporter, author, post };
}

describe('a report', () => {
  it('of a post keeps its words as they were, and who has written and reported it', async () => {
    const { reporter, author, post } = await reportable();
    const before = Date.now();
    const body = { about: { post: post.id }, reason: 'spam', words: 'Third time today' } as const;
    const { reportedAt } = await reporter.browser.succeed('report-create', { body });
    expect(Date.parse(reportedAt)).toBeGreaterThanOrEqual(before - 1000);
    const { session } = await reporter.browser.succeed('me');
    const [newest] = await openReports();
    expect(newest).toMatchObject({
      reporter: reporter.userId,
      person: author.userId,
      username: author.username,
      post: { id: post.id, body: 'Buy this' },
      reason: 'spam',
      words: 'Third time today',
      sessionId: session.id,
    });
    // The first test starts every function, on a machine that may be busy.
  }, 90_000);

  it('of a person is the newest of the open ones', async () => {
    const { reporter, author } = await reportable();
    const body = { about: { user: author.username }, reason: 'abuse', words: '  ' } as const;
    await reporter.browser.succeed('report-create', { body });
    const [newest] = await openReports();
    expect(newest).toMatchObject({ person: author.userId, reason: 'abuse' });
    expect(newest).not.toHaveProperty('post');
    expect(newest).not.toHaveProperty('words');
  });

  it('of the same again, also at once, is answered as the first one and kept once', async () => {
    const { reporter, post } = await reportable();
    const body = { about: { post: post.id }, reason: 'illegal' } as const;
    const report = () => reporter.browser.succeed('report-create', { body });
    const answers = await Promise.all([report(), report(), report()]);
    expect(new Set(answers.map(({ reportedAt }) => reportedAt)).size).toBe(1);
    await unchanged(nod, async () => expect(await report()).toEqual(answers[0]), 'a limit counts it');
    expect((await openReports()).filter(({ post: of }) => of?.id === post.id)).toHaveLength(1);
  });

  it('is refused of oneself, of what is not there, without a reason, and with more than there is room for', async () => {
    const { reporter, author, post } = await reportable();
    const refused = async (by: typeof reporter, body: object, code: string) => {
      const reply = await by.browser.call('report-create', { rawBody: JSON.stringify(body) });
      expect([body, reply.problem.code]).toEqual([body, code]);
    };
    await unchanged(
      nod,
      async () => {
        await refused(author, { about: { post: post.id }, reason: 'spam' }, 'invalid_input');
        await refused(author, { about: { user: author.username }, reason: 'spam' }, 'invalid_input');
        await refused(reporter, { about: { post: post.id } }, 'invalid_input');
        await refused(reporter, { about: { post: 'x' }, reason: 'spam' }, 'invalid_input');
        await refused(reporter, { about: {}, reason: 'spam' }, 'invalid_input');
        await refused(
          reporter,
          { about: { post: post.id, user: author.username }, reason: 'spam' },
          'invalid_input',
        );
        const words = 'x'.repeat(1001);
        await refused(reporter, { about: { post: post.id }, reason: 'other', words }, 'invalid_input');
        await refused(reporter, { about: { user: 'nobody_here' }, reason: 'spam' }, 'not_found');
        const gone = `${post.id.slice(0, -1)}${post.id.endsWith('0') ? '1' : '0'}`;
        await refused(reporter, { about: { post: gone }, reason: 'spam' }, 'not_found');
      },
      'a limit counts it',
    );
  });

  it('is refused in the name of a session that ends meanwhile', async () => {
    const { reporter, post } = await reportable();
    const { session } = await reporter.browser.succeed('me');
    const body = { about: { post: post.id }, reason: 'spam' } as const;
    const reply = await whileWriting(
      nod,
      { from: 'report-create' },
      () => reporter.browser.call('report-create', { body }),
      () => reporter.phone.succeed('session-end', { params: { sessionId: session.id } }),
    );
    expect([reply.status, reply.problem.code]).toEqual([401, 'not_signed_in']);
    expect((await openReports()).filter(({ post: of }) => of?.id === post.id)).toEqual([]);
  });
});
