/** Reports of posts and of people, to those who keep this Nod. */
import * as v from 'valibot';
import { isPostId } from '../posts/post.ts';
import { REPORT_REASONS } from '../reports/report.ts';
import { usernameSchema } from '../users/username.ts';
import { POST_ID, timestamp } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';

const WORDS = {
  maxLength: 1000,
  pattern: '^[^\\p{Cs}\\0]*$',
  description: 'What whoever looks at it should know.',
};

const ONE_OF_THEM = {
  anyOf: [{ required: ['post'] }, { required: ['user'] }],
  not: { required: ['post', 'user'] },
};

export const reportCreateCall = {
  name: 'report-create',
  method: 'POST',
  path: '/api/reports',
  auth: 'user',
  body: v.object({
    about: v.pipe(
      v.object({
        post: v.optional(
          v.pipe(v.string(), v.metadata(POST_ID), v.guard(isPostId, 'Name the post by its id.')),
        ),
        user: v.optional(usernameSchema),
      }),
      v.metadata(ONE_OF_THEM),
      v.check(
        ({ post, user }) => (post === undefined) !== (user === undefined),
        'Name either a post or somebody.',
      ),
    ),
    reason: v.picklist(REPORT_REASONS, 'Say what is wrong: spam, abuse, illegal or other.'),
    words: v.optional(
      v.pipe(
        v.string(),
        v.metadata(WORDS),
        v.check((text) => [...text].length <= 1000, 'Write at most 1000 characters.'),
        v.regex(/^[^\p{Cs}\0]*$/u, 'This has characters that are no text.'),
      ),
    ),
  }),
} as const satisfies Call;

export const REPORTS = {
  'report-create': route(reportCreateCall, {
    summary: 'Report a post or a person',
    description:
      'Those who keep this Nod look at it; nobody else is told who has reported what. The same again is answered as the first time.',
    stack: 'People',
    grants: {
      Users: ['GetItem'],
      Posts: ['GetItem', 'Query', 'PutItem'],
      Sessions: ['PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    answers: { 201: v.strictObject({ reportedAt: timestamp }) },
    problems: ['not_found', 'too_many', 'conflict'],
  }),
} as const satisfies Record<string, Call & Declaration>;
