/** Following somebody from a page: at once on the screen, and taken back with a sentence where it fails. */

import { type Action, action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';

/** Somebody as the API tells of them; whether the reader follows them is absent where nobody is, or it is the reader. */
export type Followable = {
  username: string;
  displayName: string;
  follows?: boolean | undefined;
  followsYou?: boolean | undefined;
};

export type FollowButtons = {
  /** The button, or what holds its place while it is not known whether there is one. */
  view(person: Followable): View;
  /** How many more follow them than the API has said. */
  more(person: Followable): number;
};

export function followButtons(layout: Pick<Layout, 'update' | 'announce'>): FollowButtons {
  /** What has been done here since the API told. */
  const done = new Map<string, boolean>();
  const actions = new Map<string, Action>();

  const isFollowed = ({ username, follows = false }: Followable): boolean => done.get(username) ?? follows;

  function actionOf(username: string): Action {
    const known = actions.get(username) ?? action(layout.update);
    actions.set(username, known);
    return known;
  }

  async function toggle(person: Followable): Promise<void> {
    const { username, displayName } = person;
    const doing = actionOf(username);
    if (doing.isBusy) return;
    const [before, wanted] = [done.get(username), !isFollowed(person)];
    done.set(username, wanted);
    const isDone = await doing.run(() => call(wanted ? 'follow' : 'unfollow', { params: { username } }));
    if (isDone) {
      const { nowFollowing, nowNotFollowing } = messages.people;
      layout.announce((wanted ? nowFollowing : nowNotFollowing)(displayName));
      return;
    }
    if (before === undefined) done.delete(username);
    else done.set(username, before);
    layout.update();
  }

  return {
    more: (person) => Number(isFollowed(person)) - Number(person.follows ?? false),
    view(person) {
      const isKnown = person.follows !== undefined;
      const follows = isFollowed(person);
      const { follow, following, followName, followingName } = messages.people;
      const { error } = actionOf(person.username);
      return html`<div class="follow">
        <button
          class="button small ${follows ? 'quiet' : ''} ${isKnown ? '' : 'held-place'}"
          type="button"
          aria-label=${(follows ? followingName : followName)(person.displayName)}
          ?disabled=${!isKnown}
          @click=${() => void toggle(person)}
        >${follows ? following : follow}</button>
        <p class="small muted follows-you">${person.followsYou ? messages.people.followsYou : nothing}</p>
        ${error === undefined ? nothing : html`<p class="error small" role="alert">${error}</p>`}
      </div>`;
    },
  };
}
