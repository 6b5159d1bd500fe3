/**
 * Reads the stories of Ottersand, which are text: a post is a line that says who writes, when and in which language, and
 * what they say below it.
 *
 *     = 24 17:42 sam likes=14 reposts=marit,rory     begins a thread, 24 days before the planting, at 17:42
 *     = ago 35m hana pinned                           … or 35 minutes before it
 *     > 6m rory                                       answers it six minutes later
 *     >> 9m nour en                                   answers that one, in a language that is not his first
 *
 * A line `[ferry dusk] What is to be seen.` is a picture and its description, one `## …` a remark.
 */
import { VILLAGERS, type Villager } from './people.ts';

export type StoryPost = {
  /** Its file and line: the same post has the same id whenever it is planted. */
  key: string;
  by: Villager;
  /** As of a post (`POST_LANGUAGES`). */
  language: string;
  text: string;
  when: { daysBefore: number; minute: number } | { minutesBefore: number } | { minutesAfter: number };
  answers?: StoryPost;
  picture?: { scene: string; alt: string };
  likes?: number;
  repostedBy: Villager[];
  isPinned: boolean;
};

const HEAD =
  /^(=|>+) (?:(?<day>\d+) (?<hour>\d\d):(?<minute>\d\d)|(?:ago )?(?<count>\d+)(?<unit>[mhd])) (?<by>\w+)(?: (?<language>[a-z]{2}))?(?: likes=(?<likes>\d+))?(?: reposts=(?<reposts>[\w,]+))?(?<pinned> pinned)?$/;
const PICTURE = /^\[([a-z]+(?: [a-z]+)?)\] (.+)$/;
const MINUTES: Record<string, number> = { m: 1, h: 60, d: 24 * 60 };

/** The posts of a story in the order in which they stand. @throws {Error} that says in which line it cannot be read */
export function storyPosts(name: string, text: string): StoryPost[] {
  const posts: StoryPost[] = [];
  /** The last post of each depth: what an answer answers. */
  const open: StoryPost[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const wrong = (why: string) => new Error(`${name}:${index + 1}: ${why}: ${line}`);
    const post = posts.at(-1);
    const head = HEAD.exec(line);
    const [, scene, alt] = PICTURE.exec(line) ?? [];
    if (head) {
      const depth = head[1] === '=' ? 0 : (head[1] ?? '').length;
      const answers = depth === 0 ? undefined : open[depth - 1];
      if (depth > 0 && answers === undefined) throw wrong('it answers nothing');
      const begun = postOf(`${name}:${index + 1}`, head.groups ?? {}, answers);
      if (begun === undefined) throw wrong('nobody has this name');
      posts.push(begun);
      open.splice(depth, open.length, begun);
    } else if (line.startsWith('## ')) {
    } else if (/^[=>]/.test(line)) {
      throw wrong('this is no post');
    } else if (post === undefined) {
      if (line.trim() !== '') throw wrong('nobody says this');
    } else if (scene !== undefined && alt !== undefined) {
      post.picture = { scene, alt };
    } else {
      post.text += `${line}\n`;
    }
  }
  for (const post of posts) post.text = post.text.trim();
  return posts;
}

function postOf(
  key: string,
  said: Record<string, string | undefined>,
  answers: StoryPost | undefined,
): StoryPost | undefined {
  const by = villager(said.by);
  const repostedBy = (said.reposts?.split(',') ?? []).map(villager);
  if (by === undefined || repostedBy.includes(undefined)) return undefined;
  const minutes = Number(said.count) * (MINUTES[said.unit ?? ''] ?? 0);
  return {
    key,
    by,
    language: said.language ?? (by.language.split('-')[0] as string),
    text: '',
    when:
      said.day === undefined
        ? answers === undefined
          ? { minutesBefore: minutes }
          : { minutesAfter: minutes }
        : { daysBefore: Number(said.day), minute: Number(said.hour) * 60 + Number(said.minute) },
    ...(answers === undefined ? {} : { answers }),
    ...(said.likes === undefined ? {} : { likes: Number(said.likes) }),
    repostedBy: repostedBy as Villager[],
    isPinned: said.pinned !== undefined,
  };
}

const villager = (name: string | undefined): Villager | undefined =>
  VILLAGERS.find(({ username }) => username === name);
