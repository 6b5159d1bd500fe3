import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCursor } from '../shared/api/cursor.ts';
import { pageCall } from '../shared/api/posts.ts';
import { type Database, database } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { contentSecurityPolicy } from '../shared/headers.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { Language } from '../shared/languages.ts';
import { pagePath } from '../shared/page-path.ts';
import { type FollowList, followListIn } from '../shared/people/follow.ts';
import { listPeople } from '../shared/people/list-people.ts';
import type { Profile } from '../shared/people/profile.ts';
import { profileStore } from '../shared/people/profile-store.ts';
import { type ProfileTab, profileTabIn } from '../shared/people/profile-tab.ts';
import { tagIn } from '../shared/posts/entities.ts';
import { isPostId, type Written } from '../shared/posts/post.ts';
import { type PostPage, postStore } from '../shared/posts/post-store.ts';
import type { List, PostResponse } from '../shared/responses.ts';
import { taggedPosts } from '../shared/search/tagged-posts.ts';
import { readThread } from '../shared/threads/read-thread.ts';
import { assembledPosts } from '../shared/timelines/assembled-posts.ts';
import { authorsPage } from '../shared/timelines/authors-page.ts';
import { entryOf } from '../shared/timelines/timeline-entry.ts';
import { profileResponse } from '../shared/users/profile-response.ts';
import { userStore } from '../shared/users/user-store.ts';
import { usernameIn } from '../shared/users/username.ts';
import { visitorIn } from '../shared/visitor.ts';
import * as contents from '../web/documents/contents.ts';
import { type Content, documentOf } from '../web/documents/document.ts';
import { speak } from '../web/lib/messages.ts';
import { CATALOGUES } from '../web/messages/catalogues.ts';

/**
 * What the build puts beside this function: the documents' templates, where each language's words are, and the hashes of
 * the styles that are inline.
 */
export type Documents = {
  templates: Record<Content['page'], string>;
  messages: Record<Language, string>;
  inlineStyles: readonly string[];
};

/** As many as the page's script asks for. */
const POSTS = { limit: 20 };

/** Of a tag's list somewhat more are looked at, some of which may be gone: a read unit each. */
const TAGGED = { ...POSTS, looked: 30 };

/** A public page with its first posts, for everybody alike who reads its language. */
export const page = (
  db: Database,
  users = userStore(db),
  posts = postStore(db),
  profiles = profileStore(db),
  documents = documentsBeside,
) =>
  endpoint(pageCall, async ({ params: { language, document }, query: { path = '', visitor = '' }, now }) => {
    const { templates, messages, inlineStyles } = documents();
    const draw = await drawingOf(document, pagePath(path));
    // In one go from here: whoever is drawn for meanwhile reads another language.
    speak(language, CATALOGUES[language]);
    const content = draw();
    return {
      status: content.status,
      document: {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': contentSecurityPolicy(inlineStyles),
        },
        text: documentOf(templates[content.page], content, {
          origin: env.siteOrigin,
          messages: messages[language],
          visitor: visitorIn(visitor),
          now,
        }),
      },
    };

    async function drawingOf(document: string, path: string): Promise<() => Content> {
      if (document === 'home.html') {
        const list = await listOf(await posts.all(POSTS));
        return () => contents.homeContent(list);
      }
      const [, name = '', postId = ''] = path.split('/');
      if (document === 'profile.html') return profile(name.replace(/^@/, ''), profileTabIn(path));
      if (document === 'people.html') return people(name.replace(/^@/, ''), followListIn(path));
      if (document === 'post.html' && isPostId(postId)) return post(postId);
      if (document === 'tag.html') return tagged(path.slice('/tags/'.length));
      return contents.notFoundContent;
    }

    async function profile(name: string, tab: ProfileTab): Promise<() => Content> {
      const username = usernameIn(name);
      const userId = username && (await users.idByName(username));
      if (!userId) return () => contents.userNotFoundContent(name.toLowerCase());
      const [user, profile, list] = await Promise.all([
        users.get(userId),
        profiles.get(userId),
        tab === 'likes' ? undefined : authorsPage(posts, userId, POSTS, tab).then(listOf),
      ]);
      if (user === undefined) return () => contents.userNotFoundContent(name.toLowerCase());
      const pinned = tab === 'posts' && list ? await pinnedOf(profile, list) : undefined;
      return () => contents.profileContent(profileResponse(user, profile), tab, list, pinned);
    }

    async function people(name: string, list: FollowList): Promise<() => Content> {
      const username = usernameIn(name);
      const userId = username && (await users.idByName(username));
      const user = userId && (await users.get(userId));
      if (!user) return () => contents.userNotFoundContent(name.toLowerCase(), 'people');
      const [profile, page] = await Promise.all([
        profiles.get(user.id),
        listPeople(db, list, { username: user.username, after: undefined, reader: undefined }),
      ]);
      return () => contents.peopleContent(profileResponse(user, profile), list, page);
    }

    /** The post that stands above the others, where it is not among them and is still there. */
    async function pinnedOf({ userId, pinned }: Profile, { items }: List<PostResponse>) {
      if (pinned === undefined || items.some(({ id }) => id === pinned)) return undefined;
      const [found] = await assembledPosts(db, undefined, [{ author: userId, id: pinned }]);
      return found;
    }

    async function post(id: PostResponse['id']): Promise<() => Content> {
      const thread = await readThread(db, undefined, id);
      return thread === undefined ? contents.postNotFoundContent : () => contents.postContent(thread);
    }

    async function tagged(text: string): Promise<() => Content> {
      const tag = tagIn(text);
      if (tag === undefined) return contents.notFoundContent;
      const { posts, next } = await taggedPosts(db, tag, TAGGED);
      return () => contents.tagContent(tag, { items: posts, next: next && toCursor(next) });
    }

    async function listOf({ posts, next }: PostPage): Promise<List<PostResponse>> {
      return { items: await asEverybodySees(posts), next: next && toCursor(next) };
    }

    function asEverybodySees(posts: Written[]): Promise<PostResponse[]> {
      return assembledPosts(db, undefined, posts.map(entryOf));
    }
  });

let kept: Documents | undefined;

/** Read once, with the first call. */
function documentsBeside(): Documents {
  const file = env.documents ?? join(import.meta.dirname, 'documents.json');
  kept ??= JSON.parse(readFileSync(file, 'utf8')) as Documents;
  return kept;
}

export const handler = serve(page(database()));
