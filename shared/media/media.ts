/** Pictures (DESIGN.md §3): what one is, how large it may be, and where its files are. Pages read this file, too. */
import type { MediaId, PostId, UserId } from '../ids.ts';
import type { Provenance } from '../sessions/provenance.ts';

/** What a picture is made for, which decides what files there are of it. */
export type MediaUse = 'post' | 'avatar';

/**
 * The files of a picture: for a post by their longer side, and never larger than what came; for an avatar a square. In
 * pixels; the last one is what a picture's `width` and `height` speak of.
 */
export const SIZES = { post: [640, 1600], avatar: [256] } as const satisfies Record<
  MediaUse,
  readonly number[]
>;

/**
 * What is taken in, in bytes. Lambda is called with at most 6 MB, and API Gateway makes four bytes of three (base64): 4 MB
 * become 5.6 MB, which leaves room for the headers.
 */
export const MOST_MEGABYTES = 4;
export const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

/** As the header of the file says it, before anything is decoded. The largest cameras in phones make 50 of them. */
export const MOST_MEGAPIXELS = 50;

export const MOST_PER_POST = 4;
export const MOST_ALT_CHARACTERS = 1500;

/** How long a picture waits for the post, or the profile, that it was uploaded for. */
export const UNATTACHED_SECONDS = 24 * 60 * 60;

export type Media = Provenance & {
  id: MediaId;
  userId: UserId;
  use: MediaUse;
  /** Of its largest file, in pixels. */
  width: number;
  height: number;
  /** A thumbhash in base64url: about 25 bytes of what the picture looks like before it is there. */
  placeholder: string;
  createdAt: Date;
  /** What shows it: a post, or its owner's profile; a post's picture is no other's. */
  attachedTo?: PostId | UserId;
  /** Of an avatar that another one has taken the place of: since when. */
  detachedAt?: Date;
  /** From when on nothing can be made of it: its files are being deleted. */
  goneAt?: Date;
};

/** A picture as a post has it. */
export type PostMedia = Pick<Media, 'id' | 'width' | 'height' | 'placeholder'> & {
  /** What is to be seen, in words; empty if nobody has said it. */
  alt: string;
};

/** Where pictures are, on the site and in their bucket. */
export const MEDIA_FOLDER = 'media';

/** Where those of hidden posts are in it: CloudFront shows nothing of this folder. */
export const HELD_FOLDER = 'held';

/** How long the edge, and a browser, keeps one: so long may one be seen that is deleted. */
export const MEDIA_AT_EDGE_SECONDS = 60 * 60;

/** The address of a file on the site, and without the slash its key in the bucket. */
export const mediaPath = (id: MediaId, size: number): string => `/${MEDIA_FOLDER}/${id}-${size}.webp`;

/** Those of all files of a picture. */
export const mediaPaths = ({ id, use }: Pick<Media, 'id' | 'use'>): string[] =>
  SIZES[use].map((size) => mediaPath(id, size));

const [AVATAR_SIZE] = SIZES.avatar;

/** The address of an avatar, as a profile has it, and the picture that such an address is of. */
export const avatarPath = (id: MediaId): string => mediaPath(id, AVATAR_SIZE);

export function avatarIn(path: string | null | undefined): MediaId | undefined {
  const [, id] = /^\/media\/(img_[A-Za-z0-9_-]{22})-256\.webp$/.exec(path ?? '') ?? [];
  return id as MediaId | undefined;
}

/** How wide the file of a size is. */
export function widthOf({ width, height }: Pick<Media, 'width' | 'height'>, size: number): number {
  return Math.max(1, Math.round(width * Math.min(1, size / Math.max(width, height))));
}
