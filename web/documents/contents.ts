/** What the documents of the public pages show, each as its page's script does. */
import { postPath, tagsIn } from '../../shared/feeds/feed.ts';
import { tagPath } from '../../shared/feeds/formats.ts';
import { mediaPath, type PostMedia, SIZES } from '../../shared/media/media.ts';
import type { FollowList } from '../../shared/people/follow.ts';
import { type ProfileTab, profilePath } from '../../shared/people/profile-tab.ts';
import type {
  AnswerBody,
  List,
  PostResponse,
  ProfileResponse,
  ThreadResponse,
} from '../../shared/responses.ts';
import { html } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { nothingHere } from '../lib/nothing-here.ts';
import { skeletonList } from '../lib/skeleton.ts';
import { followButtons } from '../people/follow-buttons.ts';
import { noPeople, peopleList, peopleTitle, peopleView } from '../people/people-view.ts';
import { stillComposer } from '../posts/composer.ts';
import { everybodysPosts, homeView, noPostsYet } from '../posts/home-view.ts';
import { intro } from '../posts/intro.ts';
import { postNotFoundView, postTitle, postView } from '../posts/post-view.ts';
import {
  likesArePrivate,
  nothingIn,
  profileTitle,
  profileView,
  userNotFoundView,
} from '../posts/profile-view.ts';
import { repliesView } from '../posts/replies-view.ts';
import { replyingForAll } from '../posts/replying.ts';
import { noneOfTag, tagTitle, tagView } from '../posts/tag-view.ts';
import { timeline } from '../posts/timeline.ts';
import type { Content, Picture } from './document.ts';

/** Nothing is drawn twice here. */
const STILL = { update() {}, announce() {} };

/** The same for everybody: what is for somebody who is signed in is there, too, and the stylesheet shows one of both. */
export function homeContent(posts: List<PostResponse>): Content {
  const above = html`<div class="for-strangers">${intro()}</div>
    <div class="for-the-known" inert>${stillComposer()}<nav class="home-lists"></nav></div>`;
  const list = timeline(STILL, {
    given: posts,
    empty: () => noPostsYet(undefined),
    ownUsername: () => undefined,
  });
  return {
    status: 200,
    page: 'home',
    ...messages.pages.home,
    path: '/',
    type: 'website',
    main: homeView({
      above,
      isWriting: false,
      // Whoever is signed in has a list of their own, which the script asks for.
      below: html`<div class="for-strangers">${everybodysPosts(list.view(), { hasTitle: true })}</div>
        <div class="for-the-known">${skeletonList()}</div>`,
    }),
    given: { posts },
  };
}

/** @param posts none of what somebody likes, which the script asks for where it is one's own */
export function profileContent(
  profile: ProfileResponse,
  tab: ProfileTab,
  posts: List<PostResponse> | undefined,
  above: PostResponse | undefined,
): Content {
  const items = posts?.items ?? [];
  const pinned = tab === 'posts' ? (items.find(({ id }) => id === profile.pinned) ?? above) : undefined;
  const list = timeline(STILL, {
    given: posts,
    empty: () => nothingIn(tab, false),
    ownUsername: () => undefined,
    elsewhere: () => pinned?.id,
  });
  const [latest] = items;
  return {
    status: 200,
    page: 'profile',
    title: profileTitle(profile),
    description:
      latest === undefined ? messages.posts.profileDescription(profile.displayName) : summary(latest),
    path: profilePath(profile.username, tab),
    feeds: profilePath(profile.username, 'posts'),
    type: 'profile',
    properties: [['profile:username', profile.username]],
    pictures: avatarOf(profile),
    main: profileView(profile, {
      tab,
      posts:
        posts === undefined
          ? html`<div class="for-strangers">${likesArePrivate()}</div><div class="for-the-known">${skeletonList()}</div>`
          : list.view(),
      pinned,
      buttons: followButtons(STILL),
    }),
    given: { profile, posts, pinned },
  };
}

export function peopleContent(
  profile: ProfileResponse,
  list: FollowList,
  people: AnswerBody<'followers'>,
): Content {
  const buttons = followButtons(STILL);
  return {
    status: 200,
    page: 'people',
    title: peopleTitle(profile, list),
    description: messages.pages.people.description,
    path: `/@${profile.username}/${list}`,
    type: 'profile',
    pictures: avatarOf(profile),
    main: peopleView(
      profile,
      list,
      people.items.length === 0 ? noPeople(list) : peopleList(people.items, buttons),
    ),
    given: { profile, people },
  };
}

export function userNotFoundContent(username: string, page: 'profile' | 'people' = 'profile'): Content {
  return {
    ...absent(),
    page,
    title: messages.missing.authorTitle,
    main: userNotFoundView(username),
    given: { profile: 'none' },
  };
}

/** The same for everybody: where one replies, and the way to sign in, are both there, and the stylesheet shows one. */
export function postContent(thread: ThreadResponse): Content {
  const { post } = thread;
  const replying = replyingForAll(post);
  const main = postView({ thread, replying, replies: repliesView(thread) });
  const page = { status: 200, page: 'post', type: 'article', main, given: { thread } } as const;
  if ('gone' in post) {
    const { goneTitle, gone } = messages.threads;
    return { ...page, title: goneTitle, description: gone[post.gone] };
  }
  return {
    ...page,
    title: postTitle(post),
    description: summary(post),
    path: postPath(post),
    properties: [
      ['article:published_time', post.createdAt],
      ...(post.editedAt === undefined ? [] : [['article:modified_time', post.editedAt] as const]),
      ...tagsIn(post).map((tag) => ['article:tag', tag] as const),
    ],
    pictures: post.media.length === 0 ? avatarOf(post.author) : post.media.map(pictureOf),
  };
}

/** Those that the post has now: of one that was hidden, or taken back, there is nothing here. */
const pictureOf = ({ id, width, height, alt }: PostMedia): Picture => ({
  path: mediaPath(id, SIZES.post[1]),
  width,
  height,
  alt,
  isLarge: true,
});

function avatarOf({ avatar, displayName }: Pick<ProfileResponse, 'avatar' | 'displayName'>): Picture[] {
  const [side] = SIZES.avatar;
  return avatar === undefined ? [] : [{ path: avatar, width: side, height: side, alt: displayName }];
}

/** @param tag as it is compared */
export function tagContent(tag: string, posts: List<PostResponse>): Content {
  // Where all that was looked at is gone, the script looks further.
  const given = posts.items.length === 0 && posts.next !== null ? undefined : posts;
  const list = timeline(STILL, { given, empty: noneOfTag, ownUsername: () => undefined });
  const [latest] = posts.items;
  return {
    status: 200,
    page: 'tag',
    title: tagTitle(tag),
    description: latest === undefined ? messages.pages.tag.description : summary(latest),
    path: tagPath(tag),
    isEmpty: latest === undefined,
    feeds: tagPath(tag),
    type: 'website',
    main: tagView(tag, list.view()),
    given: { tag, posts: given },
  };
}

export function postNotFoundContent(): Content {
  return {
    ...absent(),
    page: 'post',
    title: messages.missing.postTitle,
    main: postNotFoundView(),
    given: { thread: 'none' },
  };
}

export function notFoundContent(): Content {
  return {
    ...absent(),
    page: 'not-found',
    title: messages.pages['not-found'].title,
    main: nothingHere(messages.missing.page, messages.missing.pageMore),
    given: {},
  };
}

const absent = () => ({ status: 404, description: messages.missing.description, type: 'website' }) as const;

/** Longer ones are cut by whoever shows them. */
const MOST_CHARACTERS = 300;

const summary = ({ body }: PostResponse): string =>
  [...body.replace(/\s+/g, ' ')].slice(0, MOST_CHARACTERS).join('').trim();
