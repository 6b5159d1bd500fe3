/** The lists of who follows somebody and whom they follow, drawn by their script and in their document alike. */
import { repeat } from 'lit-html/directives/repeat.js';
import type { FollowList } from '../../shared/people/follow.ts';
import type { AnswerBody, ProfileResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { nameView } from '../lib/name-view.ts';
import type { FollowButtons } from './follow-buttons.ts';

export type Listed = AnswerBody<'followers'>['items'][number];

export const peopleTitle = ({ username }: { username: string }, list: FollowList): string =>
  `${messages.people[list === 'followers' ? 'titleOfFollowers' : 'titleOfFollowing'](`@${username}`)} · Nod`;

export function peopleView(profile: ProfileResponse, list: FollowList, people: View): View {
  const { username, displayName } = profile;
  const titleOf = list === 'followers' ? messages.people.followersOf : messages.people.followedBy;
  return html`<header class="people-head">
      <h1>${titleOf(nameView(displayName))}</h1>
      <p><a href="/@${username}" translate="no">@${username}</a></p>
    </header>
    ${people}`;
}

export function peopleList(people: readonly Listed[], buttons?: FollowButtons): View {
  return html`<ul class="people">
    ${repeat(
      people,
      ({ username }) => username,
      (person) => html`<li class="person" id=${person.username} tabindex="-1">
        ${avatar(person)}
        <a class="person-name" href="/@${person.username}">
          <bdi translate="no">${person.displayName}</bdi>
          <span class="muted" translate="no">@${person.username}</span>
        </a>
        ${buttons?.view(person) ?? nothing}
      </li>`,
    )}
  </ul>`;
}

export function noPeople(list: FollowList): View {
  const { nobodyFollows, followsNobody } = messages.people;
  return html`<div class="empty"><p class="empty-title">${list === 'followers' ? nobodyFollows : followsNobody}</p></div>`;
}
