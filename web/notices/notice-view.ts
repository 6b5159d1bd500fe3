/** A notice in the list: who did what, and how the post begins that it is about. */
import type { NoticeResponse } from '../../shared/responses.ts';
import { avatar } from '../lib/avatar.ts';
import { browserName } from '../lib/browser-name.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { settingsIcon } from '../lib/icons.ts';
import { listed } from '../lib/language.ts';
import { messages } from '../lib/messages.ts';
import { timeView } from '../lib/time.ts';

type Person = { username: string; displayName: string; avatar?: string | undefined };
type Of<K extends NoticeResponse['kind']> = Extract<NoticeResponse, { kind: K }>;

/** @param isNew whether it is marked, which it stays until the page is left */
export function noticeView(notice: NoticeResponse, isNew: boolean): View {
  const { id, at } = notice;
  const post = 'post' in notice ? notice.post : undefined;
  return html`<li class=${isNew ? 'told is-new' : 'told'} id=${id} tabindex="-1">
    <span class="told-who">${notice.kind === 'account' ? settingsIcon() : peopleIn(notice).map(avatar)}</span>
    <div class="told-words">
      <p>
        ${isNew ? html`<span class="visually-hidden">${messages.notices.isNew}</span>` : nothing}
        <span class="told-sentence">${sentenceOf(notice)}</span> ${timeView(at, 'muted small')}
      </p>
      ${post === undefined ? nothing : html`<a class="told-post" href="/@${post.username}/${post.id}" dir="auto">${post.excerpt}</a>`}
      ${
        notice.kind === 'account'
          ? html`<a class="link small" href="/account/activity">${messages.notices.toActivity}</a>`
          : nothing
      }
    </div>
  </li>`;
}

const peopleIn = (notice: Exclude<NoticeResponse, Of<'account'>>): Person[] =>
  'people' in notice ? notice.people : [notice.person];

function sentenceOf(notice: NoticeResponse): View | string {
  switch (notice.kind) {
    case 'account':
      return accountSentence(notice);
    case 'liked':
    case 'reposted':
      return messages.notices[notice.kind](groupView(notice), notice.people.length + notice.others);
    default:
      return messages.notices[notice.kind](personView(notice.person));
  }
}

function accountSentence({ what, device, browser, os, provider }: Of<'account'>): string {
  const name = browser === undefined || os === undefined ? browser : browserName({ browser, os });
  return messages.push.changes[what]({ device, provider, browser: name });
}

function groupView({ people, others }: Of<'liked' | 'reposted'>): View {
  const rest = others === 0 ? [] : [html`${messages.notices.others(others)}`];
  return html`${listed([...people.map(personView), ...rest])}`;
}

const personView = ({ username, displayName }: Person): View =>
  html`<a class="told-name" href="/@${username}"><bdi translate="no">${displayName}</bdi></a>`;
