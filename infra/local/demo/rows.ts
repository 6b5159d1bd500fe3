/** The village as rows of the truth, as the stores write them; what follows from them is made by `rebuild`. */
import type { Database, Item, Write } from '../../../shared/database.ts';
import type { MediaId } from '../../../shared/ids.ts';
import type { EncodedImage } from '../../../shared/media/encoding.ts';
import { avatarPath, type Media } from '../../../shared/media/media.ts';
import { mediaStore } from '../../../shared/media/media-store.ts';
import { followStore } from '../../../shared/people/follow-store.ts';
import type { Profile } from '../../../shared/people/profile.ts';
import { profileKey } from '../../../shared/people/profile-store.ts';
import type { Mark } from '../../../shared/posts/mark.ts';
import { markKey } from '../../../shared/posts/mark-store.ts';
import { markedPostStore } from '../../../shared/posts/marked-post-store.ts';
import { MOST_ABOVE, type Post } from '../../../shared/posts/post.ts';
import { postStore } from '../../../shared/posts/post-store.ts';
import { repostStore } from '../../../shared/posts/repost-store.ts';
import { recoveryStore } from '../../../shared/recovery/recovery-store.ts';
import { digest } from '../../../shared/secrets.ts';
import { threadOf } from '../../../shared/threads/reply-target.ts';
import { userStore } from '../../../shared/users/user-store.ts';
import { FIRST, type Villager } from './people.ts';
import {
  recoveryCodeOf,
  sessionIdOf,
  userIdOf,
  type Village,
  type VillagePicture,
  type VillagePost,
} from './village.ts';

/** The rows that writes put. Their conditions, and what they count, are for a place where others write, too. */
const putBy = (writes: Write[]): Item[] => writes.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : []));

const names = (villager: Villager) => ({
  userId: userIdOf(villager),
  username: villager.username,
  displayName: villager.displayName,
});

/** The rows of Users: people, whose names are theirs, what they say of themselves, and of one a code to be her by. */
export function userRows(db: Database, { people, posts, follows }: Village): Item[] {
  const [users, recovery] = [userStore(db), recoveryStore(db)];
  return people.flatMap(({ villager, since, portrait }) => {
    const { username, displayName, language, about, links } = villager;
    const id = userIdOf(villager);
    const sessionId = sessionIdOf(villager);
    const avatar = avatarPath(portrait.id);
    const user = {
      id,
      username,
      displayName,
      avatar,
      roles: [],
      createdAt: since,
      language,
      credentialCount: 0,
      phones: 0,
    };
    const pinned = posts.find(({ by, isPinned }) => by === villager && isPinned)?.id;
    const profile: Partial<Profile> = {
      about,
      ...(links === undefined ? {} : { links: [...links] }),
      ...(pinned === undefined ? {} : { pinned }),
      avatar,
      followers: follows.filter(({ of }) => of === villager).length,
      following: follows.filter(({ by }) => by === villager).length,
      posts: posts.filter(({ by }) => by === villager).length,
    };
    return [
      // The condition of the name alone is left to those who race for it.
      ...putBy([...users.takeName(user, since), users.create(user)]),
      { ...profileKey(id), ...profile, sessionId, approvedBy: null },
      ...(villager === FIRST
        ? putBy([
            recovery.renew(id, { codeHash: digest(recoveryCodeOf(villager)), createdAt: since, sessionId }),
          ])
        : []),
    ];
  });
}

/** Rows of Posts: what people did with posts, and who follows whom. */
export function deedRows(db: Database, { posts, follows }: Village): Item[] {
  const [followings, reposts] = [followStore(db), repostStore(db)];
  return [
    ...posts.flatMap((post) => marks(db, post)),
    ...putBy([
      ...posts.flatMap((post) =>
        post.reposts.map(({ id, by, at }) =>
          reposts.create({
            id,
            ...names(by),
            repostOf: { author: userIdOf(post.by), id: post.id, username: post.by.username },
            createdAt: at,
            sessionId: sessionIdOf(by),
          }),
        ),
      ),
      ...follows.flatMap(({ by, of, ...follow }) =>
        followings.follow(follow, { follower: names(by), followed: names(of) }),
      ),
    ]),
  ];
}

/** Rows of Posts: posts, and their pictures. */
export function postRows(
  db: Database,
  { people, posts }: Village,
  images: ReadonlyMap<MediaId, EncodedImage>,
): Item[] {
  return [
    ...people.map(({ villager, portrait }) => ({
      ...mediaRow(db, portrait, images),
      attachedTo: userIdOf(villager),
    })),
    ...posts.flatMap(({ picture, id }) =>
      picture === undefined ? [] : [{ ...mediaRow(db, picture, images), attachedTo: id }],
    ),
    ...putBy(written(posts, images).map((post) => postStore(db).create(post))),
  ];
}

function imageOf(images: ReadonlyMap<MediaId, EncodedImage>, id: MediaId): EncodedImage {
  const image = images.get(id);
  if (image === undefined) throw new Error(`The picture ${id} has not been drawn.`);
  return image;
}

/** Of a picture that is in use: nobody sweeps it away. */
function mediaRow(db: Database, picture: VillagePicture, images: ReadonlyMap<MediaId, EncodedImage>): Item {
  const { id, owner, use, at } = picture;
  const { width, height, placeholder } = imageOf(images, id);
  const media: Media = {
    ...{ id, use, width, height, placeholder },
    userId: userIdOf(owner),
    createdAt: at,
    sessionId: sessionIdOf(owner),
  };
  const [row] = putBy(mediaStore(db).create(media));
  return row as Item;
}

/** The posts as they stand, with what is counted of them. */
function written(posts: readonly VillagePost[], images: ReadonlyMap<MediaId, EncodedImage>): Post[] {
  const made = new Map<VillagePost, Post>();
  for (const post of posts) {
    const { id, by, text, language, at, answers, picture, likes, reposts } = post;
    const parent = answers && made.get(answers);
    const replies = posts.filter((other) => other.answers === post).length;
    made.set(post, {
      id,
      ...names(by),
      body: text,
      language,
      ...(parent && placeBelow(parent)),
      createdAt: at,
      ...(picture === undefined ? {} : { media: [inPost(picture, images)] }),
      ...(likes.length === 0 ? {} : { likes: likes.length }),
      ...(reposts.length === 0 ? {} : { reposts: reposts.length }),
      ...(replies === 0 ? {} : { replies }),
      sessionId: sessionIdOf(by),
    });
  }
  return [...made.values()];
}

/** As `replyPlace` finds it out for whoever replies. */
function placeBelow({ id, userId, username, replyTo, above = [], thread }: Post) {
  return {
    replyTo: { id, author: userId, username },
    above:
      replyTo === undefined ? [] : [...above, { id: replyTo.id, author: replyTo.author }].slice(-MOST_ABOVE),
    thread: threadOf({ id, userId, ...(thread === undefined ? {} : { thread }) }),
  };
}

function inPost(
  { id, alt }: NonNullable<VillagePost['picture']>,
  images: ReadonlyMap<MediaId, EncodedImage>,
) {
  const { width, height, placeholder } = imageOf(images, id);
  return { id, width, height, placeholder, alt };
}

/** What somebody has done with a post is one row, and their likes are a list as well. */
function marks(db: Database, { id, by, likes, reposts }: VillagePost): Item[] {
  const everybody = new Set([...likes, ...reposts].map(({ by }) => by));
  const rows = [...everybody].map((villager) => {
    const like = likes.find(({ by }) => by === villager);
    const reposted = reposts.find(({ by }) => by === villager)?.id;
    const mark: Mark = {
      ...(like === undefined ? {} : { liked: like.at.toISOString() }),
      ...(reposted === undefined ? {} : { reposted }),
    };
    return { ...markKey(userIdOf(villager), id), ...mark };
  });
  const liked = markedPostStore(db, 'liked');
  const listed = likes.map((like) =>
    liked.add(userIdOf(like.by), like.at.toISOString(), { author: userIdOf(by), id }),
  );
  return [...rows, ...putBy(listed)];
}
