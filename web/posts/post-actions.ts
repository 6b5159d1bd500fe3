/**
 * The row under a post: what one can do with it. What is pressed is shown at once, and again as it was, with a sentence, where
 * Nod says no or does not answer. The row keeps that for itself and draws itself anew, so no list has to know of it.
 */
import { AsyncDirective } from 'lit-html/async-directive.js';
import { directive } from 'lit-html/directive.js';
import type { PostResponse } from '../../shared/responses.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { html, type View } from '../lib/html.ts';
import { count, shortCount } from '../lib/language.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { signinAddress } from '../lib/signin-address.ts';
import { toast } from '../lib/toast.ts';
import { rememberedPerson } from '../lib/viewer.ts';
import type { Deletion } from './deletions.ts';
import { likeIcon, moreIcon, replyIcon, repostIcon, saveIcon, shareIcon } from './post-icons.ts';
import { REPLY } from './reply-facts.ts';

/** How each mark is said, counted, set and taken back. */
const MARKS = {
  repost: { mine: 'reposted', counted: 'reposts', set: 'post-repost', clear: 'post-unrepost' },
  like: { mine: 'liked', counted: 'likes', set: 'post-like', clear: 'post-unlike' },
  save: { mine: 'saved', counted: undefined, set: 'post-save', clear: 'post-unsave' },
} as const;

type MarkName = keyof typeof MARKS;

const NOTHING = { liked: false, reposted: false, saved: false };

class PostActions extends AsyncDirective {
  #post: PostResponse | undefined;
  #deletion: Deletion | undefined;
  /** What the person wants, of the marks that Nod is being told of. */
  readonly #wanted = new Map<MarkName, boolean>();

  render(post: PostResponse, deletion: Deletion | undefined): View {
    this.#post = post;
    this.#deletion = deletion;
    return this.#view(post);
  }

  #view(post: PostResponse): View {
    const { id, author, counts } = post;
    const { displayName: name } = author;
    return html`<div class="post-actions">
      <a
        class="post-action"
        data-key="reply"
        href="/@${author.username}/${id}${REPLY}"
        aria-label=${named(messages.marks.reply(name), counts.replies)}
      >${replyIcon()}${numberView(counts.replies)}</a>
      ${this.#markView(post, 'repost', messages.marks.repost(name), repostIcon())}
      ${this.#markView(post, 'like', messages.marks.like(name), likeIcon())}
      ${this.#markView(post, 'save', messages.marks.save(name), saveIcon())}
      <button
        class="post-action"
        type="button"
        data-key="share"
        ?inert=${isStill()}
        aria-label=${messages.marks.share(name)}
        @click=${() => void this.#share(post)}
      >${shareIcon()}</button>
      <button
        class="post-action"
        id="${id}-more"
        type="button"
        data-key="more"
        ?inert=${isStill()}
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label=${messages.marks.more(name)}
        @click=${this.#openMenu}
      >${moreIcon()}</button>
    </div>`;
  }

  #markView(post: PostResponse, mark: MarkName, label: string, icon: View): View {
    const { counted } = MARKS[mark];
    const isSet = this.#isSet(post, mark);
    const known = isKnownSet(post, mark);
    const number = counted === undefined ? 0 : post.counts[counted] + Number(isSet) - Number(known);
    return html`<button
      class="post-action"
      type="button"
      data-key=${mark}
      ?inert=${isStill()}
      aria-pressed=${isSet}
      aria-label=${named(label, number)}
      @click=${() => void this.#press(mark)}
    >${icon}${counted === undefined ? '' : numberView(number)}</button>`;
  }

  #isSet(post: PostResponse, mark: MarkName): boolean {
    return this.#wanted.get(mark) ?? isKnownSet(post, mark);
  }

  #redraw(): void {
    if (this.#post !== undefined) this.setValue(this.#view(this.#post));
  }

  /** Pressed again before Nod has answered, it is told of what is wanted in the end. */
  async #press(mark: MarkName): Promise<void> {
    const post = this.#post;
    if (post === undefined) return;
    if (!isSignedIn(post)) return goSignIn();
    const isUnderWay = this.#wanted.has(mark);
    this.#wanted.set(mark, !this.#isSet(post, mark));
    this.#redraw();
    if (isUnderWay) return;
    try {
      while (isKnownSet(this.#post ?? post, mark) !== this.#wanted.get(mark)) await this.#tell(post.id, mark);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') goSignIn();
      else toast(errorSentence(error));
    } finally {
      this.#wanted.delete(mark);
      this.#redraw();
    }
  }

  async #tell(postId: PostResponse['id'], mark: MarkName): Promise<void> {
    const { set, clear, mine, counted } = MARKS[mark];
    const answer = await call(this.#wanted.get(mark) ? set : clear, { params: { postId } });
    const post = this.#post;
    if (post === undefined) return;
    // Of the other marks it may know less than the page: answers overtake each other.
    post.mine = { ...answer.mine, ...post.mine, [mine]: answer.mine[mine] };
    if (counted !== undefined) post.counts = { ...post.counts, [counted]: answer.counts[counted] };
  }

  async #share(post: PostResponse): Promise<void> {
    const sharing = await lazyImport(() => import('./sharing.ts')).catch(said);
    await sharing?.sharePost(post);
  }

  readonly #openMenu = async ({ currentTarget }: Event): Promise<void> => {
    const button = currentTarget as HTMLElement;
    const menu = await lazyImport(() => import('./post-menu.ts')).catch(said);
    if (this.#post !== undefined) menu?.openPostMenu(button, { post: this.#post, deletion: this.#deletion });
  };
}

/** The row of a post; `deletion` where it is one's own. */
export const postActions = directive(PostActions);

const isKnownSet = ({ mine = NOTHING }: PostResponse, mark: MarkName): boolean => mine[MARKS[mark].mine];

/** In a document, whose buttons can do nothing until its page's script takes over; so the focus is on none of them then. */
const isStill = (): boolean => typeof document === 'undefined';

/** As far as the page knows; whom it remembers not, the API may have told of their marks. */
const isSignedIn = ({ mine }: PostResponse): boolean =>
  mine !== undefined || rememberedPerson() !== undefined;

/** And back here afterwards. */
const goSignIn = (): void => location.assign(signinAddress(undefined, location.pathname + location.search));

const said = (error: unknown): undefined => toast(errorSentence(error)) as undefined;

const shown = (number: number): string => (number < 1000 ? count(number) : shortCount(number));

/** What the button is called, with its number where there is one. */
const named = (label: string, number: number): string =>
  number > 0 ? messages.marks.counted(label, shown(number)) : label;

const numberView = (number: number): View =>
  html`<span class="post-count" translate="no">${number > 0 ? shown(number) : ''}</span>`;
