import { reportCreateCall } from '../shared/api/reports.ts';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { otherPerson } from '../shared/people/other-person.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { type Report, subjectOf } from '../shared/reports/report.ts';
import { newReportId, reportStore } from '../shared/reports/report-store.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { provenanceOf } from '../shared/sessions/provenance.ts';
import { undoLogStore } from '../shared/undo/undo-log-store.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Reports a post or a person, once each, to those who keep this Nod. */
export const reportCreate = (
  db: Database,
  reports = reportStore(db),
  posts = postStore(db),
  users = userStore(db),
  live = liveSessionStore(db),
  limits = limitStore(db),
  log = undoLogStore(db),
) =>
  endpoint(reportCreateCall, async ({ body: { about, reason, words }, caller: { session }, now }) => {
    await limits.count(LIMITS.reportsPerUser, session.userId, now);
    const report: Report = {
      id: newReportId(now),
      at: now,
      reporter: session.userId,
      ...(about.post === undefined ? await thePerson(about.user ?? '') : await thePost(about.post)),
      reason,
      ...(words === undefined || words.trim() === '' ? {} : { words }),
      ...provenanceOf(session),
    };
    const subject = subjectOf(report);
    try {
      await db.write(
        live.stillActive(session, now),
        ...reports.create(report),
        log.note(session, now, { kind: 'report', report: report.id, about: subject }),
      );
      return { status: 201, body: { reportedAt: now.toISOString() } };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (error.failed[0]) throw new NodError('not_signed_in', 'Sign in first.', { cause: error });
      const madeAt = await reports.madeAt(session.userId, subject);
      if (madeAt === undefined) throw error;
      return { status: 201, body: { reportedAt: madeAt.toISOString() } };
    }

    async function thePost(id: Parameters<typeof posts.get>[0]) {
      const post = await posts.get(id);
      if (post === undefined)
        throw new NodError('not_found', 'There is no such post.', { params: { what: 'post' } });
      if (post.userId === session.userId) throw new NodError('invalid_input', 'This is your own.');
      return { person: post.userId, username: post.username, post: { id, body: post.body } };
    }

    async function thePerson(username: string) {
      return { person: await otherPerson(users, session, username), username };
    }
  });

export const handler = serve(reportCreate(database()));
