/**
 * Searches the posts (DESIGN.md §5.12). Of each word the newest postings are read; the one whose list reaches furthest back is
 * the rarest, and it alone is followed further; what the signatures of its postings let through is read as posts and looked
 * at once more. So a search costs the same however many posts there are, and says how far back it has looked.
 */
import type { Database } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { type Post, postIdsFrom } from '../posts/post.ts';
import { postStore } from '../posts/post-store.ts';
import type { PostResponse } from '../responses.ts';
import { assembledPosts } from '../timelines/assembled-posts.ts';
import { entryOf, type TimelineEntry } from '../timelines/timeline-entry.ts';
import { type Posting, postingListStore } from './posting-list-store.ts';
import type { SearchQuery } from './query.ts';
import { mayHave, termsOf } from './terms.ts';
import { folded } from './words.ts';

/** Of a list, by one call. */
const AT_ONCE = 60;
/** Postings that one call looks at, of all lists together: some twenty read units. */
const MOST_POSTINGS = 1200;
/** Of one author's posts, which are longer. */
const MOST_POSTS = 240;

export type Found = {
  posts: PostResponse[];
  /** The last one that was looked at, where there is more to look at. */
  next: PostId | null;
};

type Ask = {
  reader: UserId | undefined;
  author: UserId | undefined;
  before: PostId | undefined;
  limit: number;
};

export function searching(db: Database, postings = postingListStore(db), posts = postStore(db)) {
  return async (query: SearchQuery, { reader, author, before, limit }: Ask): Promise<Found> => {
    const from = startOf(query, before);
    const oldest = query.since && postIdsFrom(query.since);
    const { entries, next } =
      author === undefined
        ? await byTerms(query, from, oldest, limit)
        : await byAuthor(query, author, from, oldest, limit);
    const found = await assembledPosts(db, reader, entries);
    return { posts: found.filter((post) => fits(query, post)), next };
  };

  type Candidates = { entries: TimelineEntry[]; next: PostId | null };

  async function byTerms(
    { terms }: SearchQuery,
    from: PostId | undefined,
    oldest: PostId | undefined,
    limit: number,
  ): Promise<Candidates> {
    if (terms.length === 0) return { entries: [], next: null };
    const words = await Promise.all(terms.map((forms) => readWord(forms, from)));
    const driver = words.reduce((one, other) => (isRarer(other, one) ? other : one));
    const others = terms.filter((forms) => forms !== driver.forms);
    let looked = words.reduce((sum, { postings }) => sum + postings.size, 0);
    for (;;) {
      const known = [...driver.postings.values()]
        .filter(({ id }) => id >= driver.reach && (oldest === undefined || id >= oldest))
        .sort((one, other) => (one.id < other.id ? 1 : -1));
      const fitting = known.filter(({ signature }) => others.every((forms) => mayHave(signature, forms)));
      const entries = fitting.slice(0, limit).map(({ id, author }) => ({ id, author }));
      const last = entries.at(-1)?.id;
      if (entries.length === limit && last !== undefined) {
        const isAll = driver.reach === '' && fitting.length === limit;
        return { entries, next: isAll ? null : last };
      }
      const isOver = driver.reach === '' || (oldest !== undefined && driver.reach <= oldest);
      if (isOver) return { entries, next: null };
      if (looked >= MOST_POSTINGS) return { entries, next: driver.reach as PostId };
      looked += await readFurther(driver);
    }
  }

  async function byAuthor(
    query: SearchQuery,
    author: UserId,
    from: PostId | undefined,
    oldest: PostId | undefined,
    limit: number,
  ): Promise<Candidates> {
    const fitting: Post[] = [];
    let at = from;
    for (let looked = 0; ; looked += AT_ONCE) {
      if (looked >= MOST_POSTS) return { entries: fitting.map(entryOf), next: at ?? null };
      const page = await posts.ofAuthor(author, {
        limit: AT_ONCE,
        ...(at === undefined ? {} : { before: at }),
      });
      for (const post of page.posts) {
        if (oldest !== undefined && post.id < oldest) return { entries: fitting.map(entryOf), next: null };
        if ('repostOf' in post || !fits(query, post)) continue;
        fitting.push(post);
        if (fitting.length === limit) return { entries: fitting.map(entryOf), next: post.id };
      }
      if (page.next === null) return { entries: fitting.map(entryOf), next: null };
      at = page.next;
    }
  }

  /** A word's postings, of all its forms. They are complete down to `reach`, which is empty when that is all there is. */
  type Word = {
    forms: readonly string[];
    postings: Map<PostId, Posting>;
    ends: Map<string, PostId | undefined>;
    reach: PostId | '';
  };

  async function readWord(forms: readonly string[], from: PostId | undefined): Promise<Word> {
    const word: Word = {
      forms,
      postings: new Map(),
      ends: new Map(forms.map((form) => [form, from])),
      reach: '',
    };
    await readLists(word, forms);
    return word;
  }

  /** Reads on where it is known least. @returns how many postings that were */
  async function readFurther(word: Word): Promise<number> {
    const before = word.postings.size;
    await readLists(
      word,
      [...word.ends].flatMap(([form, end]) => (end === word.reach ? [form] : [])),
    );
    return Math.max(word.postings.size - before, 1);
  }

  async function readLists(word: Word, forms: readonly string[]): Promise<void> {
    await Promise.all(
      forms.map(async (form) => {
        const page = await postings.ofTerm(form, word.ends.get(form), AT_ONCE);
        for (const posting of page) word.postings.set(posting.id, posting);
        const end = page.length < AT_ONCE ? undefined : page.at(-1)?.id;
        if (end === undefined) word.ends.delete(form);
        else word.ends.set(form, end);
      }),
    );
    word.reach = [...word.ends.values()].reduce<PostId | ''>(
      (most, end) => (end && end > most ? end : most),
      '',
    );
  }
}

/** Whether the lists of one reach further back, or as far with fewer postings. */
function isRarer(one: { reach: string; postings: Map<unknown, unknown> }, other: typeof one): boolean {
  return one.reach === other.reach ? one.postings.size < other.postings.size : one.reach < other.reach;
}

function startOf({ before }: SearchQuery, cursor: PostId | undefined): PostId | undefined {
  const until = before && postIdsFrom(before);
  if (until === undefined) return cursor;
  return cursor === undefined || until < cursor ? until : cursor;
}

/** Whether a post, as it stands, is what was looked for. */
function fits(
  { terms, phrases, hasImage }: SearchQuery,
  post: Pick<Post, 'body'> & { media?: unknown[] },
): boolean {
  const own = termsOf(post);
  const text = folded(post.body).replace(/\s+/g, ' ');
  return (
    terms.every((forms) => forms.some((form) => own.has(form))) &&
    phrases.every((phrase) => text.includes(phrase)) &&
    (!hasImage || (post.media ?? []).length > 0)
  );
}
