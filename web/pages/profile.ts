/** One author: who it is, and what they wrote. */
import { pagePath } from '../../shared/page-path.ts';
import { profileTabIn } from '../../shared/people/profile-tab.ts';
import type { List, PostResponse, ProfileResponse } from '../../shared/responses.ts';
import { messageLink } from '../chats/message-link.ts';
import { areApart, personHides, personMenu } from '../hides/person-hides.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { given, isDoubtful } from '../lib/given.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { type Person, rememberedPerson, rememberPerson } from '../lib/viewer.ts';
import { watchAuthors } from '../people/author-card.ts';
import { followButtons } from '../people/follow-buttons.ts';
import { pinning } from '../people/pinning.ts';
import { readProfileDraft } from '../people/profile-draft.ts';
import type { ProfileForm } from '../people/profile-form.ts';
import { nameFeeds } from '../posts/feeds.ts';
import {
  likesArePrivate,
  nothingIn,
  profileTitle,
  profileView,
  userNotFoundView,
} from '../posts/profile-view.ts';
import { timeline } from '../posts/timeline.ts';
import { writeAnywhere } from '../posts/writing.ts';

const path = pagePath(location.pathname);
const username = (path.split('/')[1] ?? '').slice('@'.length).toLowerCase();
const tab = profileTabIn(path);

const brought = given<{
  profile: ProfileResponse | 'none';
  posts: List<PostResponse> | undefined;
  pinned?: PostResponse;
}>();

let person: Person | undefined = rememberedPerson();
let pinned: PostResponse | undefined = brought?.pinned;
let form: ProfileForm | undefined;

const layout = openLayout(view);
let buttons = followButtons(layout);
writeAnywhere(layout);
const posts = timeline(layout, {
  ...(tab === 'likes'
    ? { isStill: true, ask: ({ cursor }) => call('likes', { query: { cursor } }) }
    : { author: username, kind: tab }),
  empty: () => nothingIn(tab, isOwn()),
  ownUsername: () => person?.username,
  given: brought?.posts,
  elsewhere: () => pinnedIn(profile.value)?.id,
});
const profile = fetched<ProfileResponse | 'none'>(layout, {
  failed: messages.posts.profileNotLoaded,
  rows: 3,
  ask: () => bothParts().catch(noneIfNotFound),
  given: brought?.profile,
});

const opening = action(layout.update);
const pin = pinning(layout, (changed) => {
  profile.value = changed;
  layout.update();
  focusOn('main');
});

if (brought === undefined) void profile.load();
else layout.update();
watchAuthors();
watchSession(layout, {
  onPerson(next) {
    person = next;
    layout.update();
    if (tab === 'likes' && isOwn()) void posts.load();
    if (brought === undefined || !(posts.isBack || isDoubtful(brought, next))) return;
    if (brought.profile === 'none') void profile.load();
    else void Promise.all([tab === 'likes' ? undefined : posts.renew(), renewProfile()]);
  },
});

/** The document is the same for everybody: whom the reader follows is asked for, without a word where it does not come. */
async function renewProfile(): Promise<void> {
  profile.value = await call('user', { params: { username } }).catch(() => profile.value);
  layout.update();
}

async function bothParts(): Promise<ProfileResponse> {
  // What somebody likes is asked for once it is known who looks.
  const list = tab === 'likes' ? undefined : posts.load();
  const [found] = await Promise.all([call('user', { params: { username } }), list]);
  document.title = profileTitle(found);
  nameFeeds(`/@${username}`);
  pinned = tab === 'posts' ? await pinnedOf(found) : undefined;
  return found;
}

function isOwn(): boolean {
  return person?.username === username;
}

function menuOf(found: ProfileResponse): View {
  return personMenu(found, (hides) => {
    const isOver = found.hides?.blocked && !hides.blocked;
    profile.value = { ...found, hides };
    // A block ends that they follow each other, whatever was done here before.
    if (hides.blocked) buttons = followButtons(layout);
    layout.update();
    if (isOver) void Promise.all([posts.renew(), renewProfile()]);
  });
}

/** The post may be gone since it was pinned; the page is whole without it. */
async function pinnedOf({ pinned: postId }: ProfileResponse): Promise<PostResponse | undefined> {
  if (postId === undefined) return undefined;
  return call('post', { params: { postId } }).catch(() => undefined);
}

/** The pinned post, for as long as the profile names it. */
function pinnedIn(found: ProfileResponse | 'none' | undefined): PostResponse | undefined {
  return typeof found === 'object' && found.pinned === pinned?.id ? pinned : undefined;
}

/** The head becomes a form, and the form the head again: of what is saved, or as it was. */
async function edit(before: ProfileResponse): Promise<void> {
  await opening.run(async () => {
    const { profileForm } = await lazyImport(() => import('../people/profile-form.ts'));
    form = profileForm(layout, before, {
      onSaved(saved) {
        profile.value = saved;
        document.title = profileTitle(saved);
        if (person !== undefined) {
          person = { username, displayName: saved.displayName, avatar: saved.avatar };
          rememberPerson(person);
          layout.setPerson(person);
        }
        void posts.renew();
        close();
      },
      onClosed: close,
    });
  });
  focusOn('displayName');
}

function close(): void {
  form = undefined;
  layout.update();
  focusOn('edit-profile');
}

function view(): View {
  return profile.view((found) => {
    if (found === 'none') return userNotFoundView(username);
    // What was left without saving, such as by a session that has ended, is there again.
    if (
      isOwn() &&
      form === undefined &&
      !opening.isBusy &&
      opening.error === undefined &&
      readProfileDraft(username)
    )
      void edit(found);
    const shown = pinnedIn(found);
    const list = tab === 'likes' && !isOwn() ? likesArePrivate() : posts.view();
    return profileView(found, {
      tab,
      areApart: areApart(found),
      posts: html`${personHides(found)}${areApart(found) ? nothing : list}`,
      pinned: shown,
      menu: menuOf(found),
      ...(areApart(found) ? {} : { buttons, message: messageLink(found.username, person) }),
      form: isOwn() ? form?.view(found) : undefined,
      ...(isOwn()
        ? { own: { edit: editView(found), unpin: shown ? pin.view(shown.id, true) : nothing } }
        : {}),
    });
  });
}

function editView(found: ProfileResponse): View {
  return html`<div class="profile-edit">
    <button
      class="button quiet small"
      id="edit-profile"
      type="button"
      aria-disabled=${opening.isBusy}
      @click=${() => edit(found)}
    >
      ${messages.profile.edit}
    </button>
    ${errorLine(opening.error)}
  </div>`;
}
