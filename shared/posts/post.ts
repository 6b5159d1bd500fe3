import { randomBytes } from 'node:crypto';
import type { PostId, UserId } from '../ids.ts';
import type { PostMedia } from '../media/media.ts';
import type { Provenance } from '../sessions/provenance.ts';

export type Post = Provenance & {
  id: PostId;
  userId: UserId;
  username: string;
  displayName: string;
  body: string;
  createdAt: Date;
  /** Its pictures, in the order in which they are shown. */
  media?: PostMedia[];
};

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
