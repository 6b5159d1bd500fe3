/** Timelines of one's own. */
import * as v from 'valibot';
import type { PostId } from '../ids.ts';
import { isPostId } from '../posts/post.ts';
import { cursorText, NO_CURSOR, toCursor } from './cursor.ts';
import { listOf, POST_ID } from './fields.ts';
import { postResponse } from './posts.ts';
import { type Call, type Declaration, route } from './route.ts';

/** Whose posts home is: those of whom one follows, or everybody's. */
export type HomeOf = 'home' | 'everybody';

/** Which list a page of home goes on with, and after what. */
export type HomePlace = { of: HomeOf; before: PostId };

const AFTER = { ...POST_ID, description: 'Only what is newer than the post of this id.' };

export const toHomeCursor = ({ of, before }: HomePlace): string => toCursor(`${of}#${before}`);

function homePlaceIn(text: string): HomePlace | undefined {
  const [of, before = ''] = text.split('#');
  return (of === 'home' || of === 'everybody') && isPostId(before) ? { of, before } : undefined;
}

export const homeCall = {
  name: 'home',
  method: 'GET',
  path: '/api/timelines/home',
  auth: 'user',
  unnoted: true,
  query: v.object({
    cursor: v.optional(
      v.pipe(
        cursorText,
        v.check((text) => homePlaceIn(text) !== undefined, NO_CURSOR),
        v.transform((text) => homePlaceIn(text) as HomePlace),
      ),
    ),
    after: v.optional(
      v.pipe(v.string(), v.metadata(AFTER), v.guard(isPostId, 'This is not the id of a post.')),
    ),
  }),
} as const satisfies Call;

export const TIMELINES = {
  home: route(homeCall, {
    summary: 'Read your home: what you and those whom you follow wrote, newest first',
    description:
      'While you follow nobody it is everybody’s posts, and `of` says so. A page may be short, or empty, and not the last: what was deleted or hidden since is left out.',
    stack: 'Blog',
    grants: {
      Users: ['GetItem', 'BatchGetItem'],
      Posts: ['Query', 'BatchGetItem'],
      Copies: ['Query'],
    },
    answers: {
      200: listOf(postResponse, {
        of: v.pipe(
          v.picklist(['home', 'everybody']),
          v.description('Whose posts they are: those of whom you follow, or everybody’s.'),
        ),
      }),
    },
  }),
} as const satisfies Record<string, Call & Declaration>;
