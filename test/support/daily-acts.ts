/** What people do all day, act by act: what it costs must not grow with how much there is (`npm run bench:growth`). */
import type { PostId } from '../../shared/ids.ts';
import { Browser, type Site } from './browser.ts';
import type { Phone } from './people.ts';
import type { Acts } from './store-costs.ts';

type Somebody = { username: string; browser: Browser; phone: Phone };

/**
 * @param browser is signed in, and known
 * @param newest a post that is among the last ones
 * @param other somebody else's name
 */
export function dailyActs(
  site: Site,
  { username, browser, phone }: Somebody,
  newest: string,
  other: string,
): Acts {
  const asking = new Browser(site);
  let number = '';
  let reply = '';
  const start = (by: Browser) => async () => {
    ({ number } = await by.succeed('login-start', { body: { username } }));
  };
  const cursor = Buffer.from(newest).toString('base64url');
  return {
    'status, signed in': () => browser.succeed('status'),
    'status, nobody': () => new Browser(site).succeed('status'),
    'login-start, unknown browser': start(asking),
    'status, waiting': () => asking.succeed('status'),
    'approval-find and -answer': () => phone.approve(number),
    'login-complete': () => asking.succeed('login-complete'),
    'login-start, known browser': start(asking),
    'approvals, on the phone': () => phone.succeed('approvals'),
    'login-cancel': () => asking.succeed('login-cancel'),
    me: () => browser.succeed('me'),
    'posts, first page': () => browser.succeed('posts'),
    'posts, further down': () => browser.succeed('posts', { query: { cursor } }),
    'posts, nothing newer': () => browser.succeed('posts', { query: { after: newest } }),
    'posts, of one author': () => browser.succeed('posts', { query: { author: username } }),
    post: () => browser.succeed('post', { params: { postId: newest } }),
    user: () => browser.succeed('user', { params: { username } }),
    'profile-edit': () => browser.succeed('profile-edit', { body: { about: 'Bees.' } }),
    'post-create': () => browser.succeed('post-create', { body: { body: 'How are you all today?' } }),
    home: () => browser.succeed('home'),
    follow: () => browser.succeed('follow', { params: { username: other } }),
    'user, of somebody else': () => browser.succeed('user', { params: { username: other } }),
    followers: () => browser.succeed('followers', { params: { username: other } }),
    unfollow: () => browser.succeed('unfollow', { params: { username: other } }),
    thread: () => browser.succeed('thread', { params: { postId: newest } }),
    'post-create, a reply': async () => {
      reply = (await browser.succeed('post-create', { body: { body: 'Well.', replyTo: newest as PostId } }))
        .id;
    },
    'thread, with a reply': () => browser.succeed('thread', { params: { postId: newest } }),
    'post-edit': () =>
      browser.succeed('post-edit', { params: { postId: reply }, body: { body: 'Very well.' } }),
    'post-history': () => browser.succeed('post-history', { params: { postId: reply } }),
    'post-delete, a reply': () => browser.succeed('post-delete', { params: { postId: reply } }),
    search: () => browser.succeed('search', { query: { q: 'posts' } }),
    'search, two words': () => browser.succeed('search', { query: { q: 'posts long' } }),
    'search, people': () => browser.succeed('search-people', { query: { q: 'one' } }),
    notices: () => browser.succeed('notices'),
    'message-create': () =>
      browser.succeed('message-create', { params: { username: other }, body: { body: 'Well?' } }),
    chats: () => browser.succeed('chats'),
    chat: () => browser.succeed('chat', { params: { username: other } }),
    'sessions, first page': () => browser.succeed('sessions'),
    'session-end, on the phone': () =>
      phone.succeed('session-end', { params: { sessionId: sessionIdOf(asking) } }),
    activity: () => browser.succeed('activity'),
    browsers: () => browser.succeed('browsers'),
    devices: () => browser.succeed('devices'),
  };
}

const sessionIdOf = (browser: Browser): string => browser.cookies.get('__Host-session')?.split('.')[1] ?? '';
