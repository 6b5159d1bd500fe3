import { randomBytes } from 'node:crypto';
import type { PostId, UserId } from '../ids.ts';
import type { Provenance } from '../sessions/provenance.ts';

export type Post = Provenance & {
  id: PostId;
  userId: UserId;
  username: string;
  displayName: string;
  body: string;
  createdAt: Date;
};

/** The first month in which a post can have been written; feeds of everybody look no further back. */
export const FIRST_MONTH = '2026-11';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARACTERS = 10;

/** A post's id: ten characters of time (milliseconds, base 32) and 80 random bits, so that ids sort by age. */
export function newPostId(now: Date): PostId {
  return `${postIdsFrom(now)}${Array.from(randomBytes(16), (byte) => CROCKFORD.charAt(byte % 32)).join('')}`;
}

/** What the ids of all posts sort behind that are written from this moment on, and none of those before. */
export function postIdsFrom(moment: Date): PostId {
  let time = '';
  for (let rest = moment.getTime(), at = 0; at < TIME_CHARACTERS; at++, rest = Math.floor(rest / 32)) {
    time = CROCKFORD.charAt(rest % 32) + time;
  }
  return `pst_${time}`;
}

export function isPostId(value: string): value is PostId {
  return /^pst_[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value);
}

/** When the post with this id was written; of an id that somebody made up, any time until the year 10889. */
export function timeOfPost(id: PostId): Date {
  const time = id.slice('pst_'.length, 'pst_'.length + TIME_CHARACTERS);
  return new Date([...time].reduce((sum, character) => sum * 32 + CROCKFORD.indexOf(character), 0));
}

/** The month, `yyyy-mm` in UTC, in which the post with this id was written. */
export function monthOfPost(id: PostId): string {
  return monthOf(timeOfPost(id));
}

export function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}

/** The month before `yyyy-mm`. */
export function monthBefore(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return monthOf(date);
}
