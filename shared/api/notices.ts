/** What somebody is told. */
import * as v from 'valibot';
import { NOTIFIED } from '../activity/activity.ts';
import { isNoticeId } from '../notices/notice.ts';
import { cursorText, NO_CURSOR } from './cursor.ts';
import { count, listOf, NOTICE_ID, nothing, noticeId, postId, timestamp, username } from './fields.ts';
import { personResponse } from './posts.ts';
import { type Call, type Declaration, route } from './route.ts';

const UP_TO = {
  ...NOTICE_ID,
  description: 'The newest notice that has been seen: `newest` of a page, or an `id`.',
};

export const noticesCall = {
  name: 'notices',
  method: 'GET',
  path: '/api/notices',
  auth: 'user',
  unnoted: true,
  query: v.object({
    cursor: v.optional(v.pipe(cursorText, v.guard(isNoticeId, NO_CURSOR))),
  }),
} as const satisfies Call;

export const noticesReadCall = {
  name: 'notices-read',
  method: 'PUT',
  path: '/api/notices/read',
  auth: 'user',
  unnoted: true,
  body: v.object({
    upTo: v.pipe(v.string(), v.metadata(UP_TO), v.guard(isNoticeId, 'This is not the id of a notice.')),
  }),
} as const satisfies Call;

const isNew = v.pipe(v.boolean(), v.description('Whether it came after what the reader has read.'));
const person = v.pipe(personResponse, v.description('Who did it, as they are called now.'));
const post = v.pipe(
  v.strictObject({
    id: postId,
    username: v.pipe(username, v.description('Of its author.')),
    excerpt: v.pipe(v.string(), v.description('How it begins, as it stands.')),
  }),
  v.description('The post that it is about.'),
);
const at = v.pipe(timestamp, v.description('When it came, or last moved up.'));

export const noticeResponse = v.pipe(
  v.variant('kind', [
    v.strictObject({ id: noticeId, at, isNew, kind: v.literal('followed'), person }),
    v.strictObject({ id: noticeId, at, isNew, kind: v.picklist(['mentioned', 'replied']), person, post }),
    v.strictObject({
      id: noticeId,
      at,
      isNew,
      kind: v.picklist(['liked', 'reposted']),
      people: v.pipe(v.array(personResponse), v.description('The latest of them, one or two.')),
      others: v.pipe(count, v.description('How many more there are.')),
      post,
    }),
    v.strictObject({
      id: noticeId,
      at,
      isNew,
      kind: v.literal('account'),
      what: v.picklist(NOTIFIED),
      device: v.optional(v.string()),
      browser: v.optional(v.string()),
      os: v.optional(v.string()),
      place: v.optional(v.nullable(v.string())),
      provider: v.optional(v.string()),
    }),
  ]),
  v.title('Notice'),
);

export const NOTICES = {
  notices: route(noticesCall, {
    summary: 'Read what you are told, newest first',
    description:
      'Who follows, mentions, answers, likes and reposts you, and what your phones were told of your account, for 90 days. Reading it marks nothing as read: `notices-read` does. A page may be short, or empty, and not the last: what is gone, muted or blocked is left out. A page asks for it by itself; it is no activity.',
    stack: 'Messages',
    grants: { Users: ['BatchGetItem'], Posts: ['BatchGetItem'], Copies: ['GetItem', 'Query'] },
    answers: {
      200: listOf(noticeResponse, {
        newest: v.pipe(
          v.nullable(noticeId),
          v.description('The newest notice on this page, shown or left out; null where there is none.'),
        ),
      }),
    },
  }),
  'notices-read': route(noticesReadCall, {
    summary: 'Note up to which notice you have read',
    description: 'Never takes back what is read already. A page does it by itself; it is no activity.',
    stack: 'Messages',
    grants: { Copies: ['GetItem', 'Query', 'UpdateItem'], Sessions: ['ConditionCheckItem', 'PutItem'] },
    answers: { 204: nothing },
    problems: ['conflict'],
  }),
} as const satisfies Record<string, Call & Declaration>;
