import type { Relation } from '../people/follow.ts';
import type { Profile } from '../people/profile.ts';
import { entitiesIn } from '../posts/entities.ts';
import { withEntities } from '../posts/post-response.ts';
import type { ProfileResponse } from '../responses.ts';
import type { User } from './user.ts';

/** @param relation what they and the reader are to each other, if that is somebody else who is signed in */
export function profileResponse(user: User, profile: Profile, relation?: Relation): ProfileResponse {
  const { avatar, about, links = [], pinned } = profile;
  return {
    username: user.username,
    displayName: profile.displayName ?? user.displayName,
    createdAt: user.createdAt.toISOString(),
    ...(avatar === undefined ? {} : { avatar }),
    ...(about === undefined ? {} : aboutIn(about)),
    links: links.flatMap(linkIn),
    ...(pinned === undefined ? {} : { pinned }),
    counts: { followers: of(profile.followers), following: of(profile.following), posts: of(profile.posts) },
    ...relation,
  };
}

function aboutIn(written: string): Pick<ProfileResponse, 'about' | 'aboutEntities'> {
  const { body, entities } = withEntities(written);
  return { about: body, aboutEntities: entities };
}

function linkIn(address: string): ProfileResponse['links'] {
  const [found] = entitiesIn(address);
  if (found?.kind !== 'link') return [];
  const { href, host, rest } = found;
  return [{ address, href, host, rest }];
}

/** What was there before it was counted may be taken away. */
const of = (count: number): number => Math.max(0, count);
