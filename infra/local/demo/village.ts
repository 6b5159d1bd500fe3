/**
 * Ottersand as it is when it is planted at some time: who is there, who follows whom, what they wrote and what the others
 * did with it. Nothing of it is left to chance: planted for the same time it is the same, id by id.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaId, PostId, SessionId, UserId } from '../../../shared/ids.ts';
import type { Follow } from '../../../shared/people/follow.ts';
import { codeOf } from '../../../shared/recovery/code.ts';
import { timeText } from '../../../shared/time-ordered.ts';
import { VILLAGERS, type Villager } from './people.ts';
import { portraitOf } from './portraits.ts';
import { sceneOf } from './scenes.ts';
import { type StoryPost, storyPosts } from './story.ts';

export type VillagePicture = {
  id: MediaId;
  owner: Villager;
  use: 'post' | 'avatar';
  at: Date;
  svg: () => string;
};

export type VillagePost = Omit<StoryPost, 'likes' | 'answers'> & {
  id: PostId;
  at: Date;
  answers?: VillagePost;
  picture?: StoryPost['picture'] & VillagePicture;
  likes: { by: Villager; at: Date }[];
  reposts: { id: PostId; by: Villager; at: Date }[];
};

export type Village = {
  people: { villager: Villager; since: Date; portrait: VillagePicture }[];
  /** The oldest first. */
  posts: VillagePost[];
  follows: (Follow & { by: Villager; of: Villager })[];
};

/** When it is planted, and the midnight that its days are counted back from: where the planting is. */
export type PlantingTime = { now: Date; midnight: Date };

const STORIES = join(import.meta.dirname, 'stories');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Everybody has been there for a while before the first story begins. */
const SINCE_DAYS = 60;

/** Of a hundred pairs so many follow each other's first. */
const FOLLOWING = 58;

/** Who is followed by nearly everybody. */
const WELL_KNOWN = ['marit', 'sam', 'zoe', 'jonas', 'greta', 'lucia'];

/** A number below `below` that looks like chance and is the same each time. */
const draw = (below: number, ...about: string[]): number =>
  Number.parseInt(hash('sha256', about.join(' ')).slice(0, 8), 16) % below;

const randomLike = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

export const userIdOf = ({ username }: Villager): UserId => `usr_${randomLike(`user ${username}`)}`;

/** Nobody has ever signed in with it: it is what all rows of a villager say they come from. */
export const sessionIdOf = ({ username }: Villager): SessionId => `ses_${randomLike(`session ${username}`)}`;

const mediaIdOf = (key: string): MediaId => `img_${randomLike(`picture ${key}`)}`;

/** The code by which one can be a villager on this machine: `/recover`. */
export const recoveryCodeOf = ({ username }: Villager): string =>
  codeOf(Buffer.from(hash('sha256', `recovery ${username}`, 'buffer')).subarray(0, 16));

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function postIdOf(at: Date, key: string): PostId {
  const bytes = Buffer.from(hash('sha256', `post ${key}`, 'buffer')).subarray(0, 16);
  return `pst_${timeText(at)}${Array.from(bytes, (byte) => CROCKFORD.charAt(byte % 32)).join('')}`;
}

/** The midnight before, of this machine's own time. */
export function midnightBefore(now: Date): Date {
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  return midnight;
}

/** All stories as they are written. */
export const stories = (): StoryPost[] =>
  readdirSync(STORIES)
    .sort()
    .flatMap((file) => storyPosts(file, readFileSync(join(STORIES, file), 'utf8')));

export function villageAt(time: PlantingTime): Village {
  const since = (villager: Villager) =>
    new Date(
      time.midnight.getTime() -
        SINCE_DAYS * DAY_MS +
        draw(12 * 24 * 60, 'since', villager.username) * MINUTE_MS,
    );
  const follows = followsAt(time);
  const posts = new Map<StoryPost, VillagePost>();
  for (const post of stories()) posts.set(post, writtenAt(post, posts, follows, time));
  return {
    people: VILLAGERS.map((villager) => ({
      villager,
      since: since(villager),
      portrait: {
        id: mediaIdOf(`portrait ${villager.username}`),
        owner: villager,
        use: 'avatar',
        at: since(villager),
        svg: () => portraitOf(villager.look),
      },
    })),
    posts: [...posts.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
    follows,
  };
}

function writtenAt(
  post: StoryPost,
  before: Map<StoryPost, VillagePost>,
  follows: Village['follows'],
  time: PlantingTime,
): VillagePost {
  const { answers: asked, picture, ...said } = post;
  const { key, by, when } = said;
  const answers = asked && before.get(asked);
  // Nobody writes at the full minute, and no two in the same millisecond.
  const within = draw(MINUTE_MS, 'within', key);
  const minutes = (count: number) => count * MINUTE_MS + within;
  const at = new Date(
    'minutesAfter' in when
      ? Number(answers?.at) + when.minutesAfter * MINUTE_MS + within / 4
      : 'minutesBefore' in when
        ? time.now.getTime() - minutes(when.minutesBefore)
        : time.midnight.getTime() - when.daysBefore * DAY_MS + minutes(when.minute),
  );
  const others = VILLAGERS.filter(({ username }) => username !== by.username);
  const likes = said.likes ?? draw(answers === undefined ? 7 : 4, 'likes', key);
  // Whoever follows them sees it first.
  const distance = (villager: Villager) =>
    draw(100, 'like', key, villager.username) +
    (follows.some((follow) => follow.by === villager && follow.of === by) ? 0 : 60);
  const soonAfter = (what: string, villager: Villager) => {
    const later = (5 + draw(180, what, key, villager.username)) * MINUTE_MS + within;
    return new Date(Math.min(at.getTime() + later, time.now.getTime() - MINUTE_MS));
  };
  const likedBy = others.toSorted((one, other) => distance(one) - distance(other)).slice(0, likes);
  return {
    ...said,
    id: postIdOf(at, key),
    at,
    ...(answers === undefined ? {} : { answers }),
    ...(picture === undefined
      ? {}
      : {
          picture: {
            ...picture,
            id: mediaIdOf(key),
            owner: by,
            use: 'post',
            at: new Date(at.getTime() - MINUTE_MS),
            svg: () => sceneOf(picture.scene, key),
          },
        }),
    likes: likedBy.map((villager) => ({ by: villager, at: soonAfter('liked', villager) })),
    reposts: said.repostedBy.map((villager) => {
      const reposted = soonAfter('repost', villager);
      return { id: postIdOf(reposted, `${key} ${villager.username}`), by: villager, at: reposted };
    }),
  };
}

function followsAt({ midnight }: PlantingTime): Village['follows'] {
  return VILLAGERS.flatMap((by) =>
    VILLAGERS.flatMap((of) => {
      const chance = FOLLOWING + (WELL_KNOWN.includes(of.username) ? 25 : 0);
      if (of === by || draw(100, 'follow', by.username, of.username) >= chance) return [];
      const minutes = draw(46 * 24 * 60, 'followed', by.username, of.username);
      return [
        {
          by,
          of,
          follower: userIdOf(by),
          followed: userIdOf(of),
          at: new Date(midnight.getTime() - DAY_MS - minutes * MINUTE_MS),
          sessionId: sessionIdOf(by),
        },
      ];
    }),
  );
}
