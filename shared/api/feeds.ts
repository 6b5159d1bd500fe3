/** Feeds: posts for programs that look by themselves whether there are new ones. */
import * as v from 'valibot';
import { isFeedFormat } from '../feeds/formats.ts';
import { usernameSchema } from '../users/username.ts';
import { feedDocument, nothing } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';

const FORMAT = {
  enum: ['xml', 'json'],
  description: 'Atom (RFC 4287), or JSON Feed 1.1.',
};
const TAG = { description: 'A tag without its sign, whatever the case of its letters.', examples: ['bread'] };

export const feedCall = {
  name: 'feed',
  method: 'GET',
  path: '/api/feeds/{format}',
  auth: 'open',
  params: v.object({
    format: v.pipe(v.string(), v.metadata(FORMAT), v.guard(isFeedFormat, 'There is no such feed.')),
  }),
  query: v.object({
    author: v.optional(usernameSchema),
    tag: v.optional(v.pipe(v.string(), v.metadata(TAG))),
  }),
} as const satisfies Call;

export const FEEDS = {
  feed: route(feedCall, {
    summary: 'Read the last posts of an author, or of a tag, as a feed',
    description:
      'What CloudFront answers the addresses of feeds with, such as `/@susan/feed.xml` and `/tags/bread/feed.json`. Name an `author` or a `tag`. It has the last 20 posts, without replies and reposts, and is the same for everybody. It has an `ETag`, so that a repeat with `If-None-Match` is answered 304 while nothing has changed.',
    stack: 'Blog',
    grants: {
      Users: ['GetItem', 'BatchGetItem'],
      Posts: ['Query', 'BatchGetItem'],
      Copies: ['Query'],
    },
    answers: { 200: feedDocument, 304: nothing },
    problems: ['not_found'],
  }),
} as const satisfies Record<string, Call & Declaration>;
