import type { UserId } from '../ids.ts';
import type { Profile } from '../people/profile.ts';
import type { PostResponse } from '../responses.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import { entitiesIn } from './entities.ts';
import type { Mark } from './mark.ts';
import type { Post } from './post.ts';
import { shownText } from './shown-text.ts';

/** How somebody is shown now. */
type Face = Pick<Profile, 'displayName' | 'avatar'>;

/** What is known besides the post: profiles of the people in it, whose repost it is, and what its reader has done with it. */
export type AroundPost = {
  profiles?: ReadonlyMap<UserId, Face>;
  by?: Named | undefined;
  /** Of a reader who is signed in. */
  mark?: Mark;
};

export function postResponse(post: Post, { profiles, by, mark }: AroundPost = {}): PostResponse {
  const {
    id,
    body,
    language,
    media = [],
    createdAt,
    editedAt,
    replyTo,
    thread,
    removedBy,
    whoMayReply,
  } = post;
  return {
    id,
    author: personIn(post, profiles),
    ...withEntities(body),
    ...(language === undefined ? {} : { language }),
    createdAt: createdAt.toISOString(),
    ...(editedAt === undefined ? {} : { editedAt: editedAt.toISOString() }),
    ...(replyTo === undefined ? {} : { replyTo: { id: replyTo.id, username: replyTo.username } }),
    ...(thread === undefined || removedBy !== undefined ? {} : { root: thread.id }),
    ...(whoMayReply === undefined ? {} : { whoMayReply }),
    media,
    counts: countsOf(post),
    ...(by === undefined ? {} : { by: personIn(by, profiles) }),
    ...(mark === undefined ? {} : { mine: marksOf(mark) }),
  };
}

/** A text as people are shown it, and where in that something leads elsewhere. */
export function withEntities(written: string): Pick<PostResponse, 'body' | 'entities'> {
  const body = shownText(written);
  return { body, entities: entitiesIn(body) };
}

export const countsOf = ({ likes = 0, reposts = 0, replies = 0 }: Post) => ({ likes, reposts, replies });

/** What somebody has done with a post, as they are told. */
export const marksOf = ({ liked, saved, reposted }: Mark) => ({
  liked: liked !== undefined,
  saved: saved !== undefined,
  reposted: reposted !== undefined,
});

/** Somebody as they are called now. */
export function personIn({ userId, username, displayName }: Named, profiles: AroundPost['profiles']) {
  const profile = profiles?.get(userId);
  return {
    username,
    displayName: profile?.displayName ?? displayName,
    ...(profile?.avatar === undefined ? {} : { avatar: profile.avatar }),
  };
}
