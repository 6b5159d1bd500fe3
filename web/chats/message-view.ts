/** One message of a conversation: sent, on its way, or deleted. */
import { shownText } from '../../shared/posts/shown-text.ts';
import type { MessageResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { nameView } from '../lib/name-view.ts';
import { clockTime, exactTime } from '../lib/time.ts';
import type { Outgoing } from './outbox.ts';
import type { Placed, Written } from './runs.ts';

/** What the author of a message may do about it. */
export type MessageDeletion = {
  isAsking: boolean;
  isDeleting: boolean;
  error: string | undefined;
  ask(): void;
  keep(): void;
  delete(): void;
};

/** What may be done about one that was not sent. */
export type Sending = { again(): void; discard(): void };

export type Shown = Written & Pick<MessageResponse, 'body' | 'deletedAt'>;

/** @param from whose it is, if not one's own */
export function messageView(
  { message, isLast }: Placed<Shown>,
  from: string,
  deletion?: MessageDeletion,
): View {
  const { id, mine, body, at } = message;
  return html`<div class=${kindOf(mine, isLast)} id=${id} tabindex="-1">
    <div class="message-line">
      ${bubble(mine, from, body)}
      ${
        deletion === undefined || deletion.isAsking
          ? nothing
          : html`<button class="link message-delete" id="${id}-delete" type="button" @click=${deletion.ask}>
              ${messages.chats.delete()}
            </button>`
      }
    </div>
    ${isLast ? timeOf(at) : nothing} ${askingView(id, deletion)}
  </div>`;
}

/** One that is on its way, or is not. */
export function outgoingView({ message, isLast }: Placed<Outgoing & Written>, sending: Sending): View {
  const { id, body, isSending, error } = message;
  return html`<div class="${kindOf(true, isLast)} ${isSending ? 'on-its-way' : 'unsent'}" id=${id} tabindex="-1">
    <div class="message-line">${bubble(true, '', body)}</div>
    ${
      isSending
        ? html`<p class="message-time late">${messages.chats.sending}</p>`
        : html`<div class="message-unsent">
            <p class="error" role="alert">${messages.chats.notSent}${error === undefined ? nothing : html`${messages.common.space}${error}`}</p>
            <button class="button small quiet" type="button" @click=${sending.again}>${messages.chats.sendAgain}</button>
            <button class="button small bare" type="button" @click=${sending.discard}>${messages.chats.discard}</button>
          </div>`
    }
  </div>`;
}

const kindOf = (mine: boolean, isLast: boolean): string =>
  `message ${mine ? 'own' : 'others'}${isLast ? ' last' : ''}`;

function bubble(mine: boolean, from: string, body: string | undefined): View {
  return html`<div class=${body === undefined ? 'bubble gone' : 'bubble'}>
    <span class="visually-hidden">${mine ? messages.chats.fromYou : messages.chats.from(nameView(from))}</span>
    ${
      body === undefined
        ? html`<p>${messages.chats.deleted}</p>`
        : html`<p class="message-body" dir="auto">${shownText(body)}</p>`
    }
  </div>`;
}

function timeOf(at: string): View {
  const moment = new Date(at);
  return html`<time class="message-time" datetime=${at} title=${exactTime(moment)}>${clockTime(moment)}</time>`;
}

function askingView(id: string, deletion: MessageDeletion | undefined): View {
  if (!deletion?.isAsking) return nothing;
  return html`<div class="post-confirm" role="group" aria-labelledby="${id}-ask">
    <p id="${id}-ask">${deletion.error ?? messages.chats.deleteAsk}</p>
    <button class="button small danger" type="button" aria-disabled=${deletion.isDeleting} @click=${deletion.delete}>
      ${messages.chats.deleteYes}
    </button>
    <button class="button small quiet" id="${id}-keep" type="button" @click=${deletion.keep}>
      ${messages.chats.deleteNo}
    </button>
  </div>`;
}
