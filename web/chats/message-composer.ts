/** Where a message is written. */
import { live } from 'lit-html/directives/live.js';
import { MOST_CHARACTERS, messageText, tooManyIn } from '../../shared/chats/message-body.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { sendIcon } from './icons.ts';
import type { Outbox } from './outbox.ts';

/**
 * Enter sends where there is a keyboard for it, as everywhere on a desktop, and the page says so; on a screen that is
 * touched it begins a new line, since there it stands under the thumb beside the button. With Ctrl or ⌘ it sends
 * anywhere.
 */
const hasKeyboard = (): boolean => matchMedia('(hover: hover) and (pointer: fine)').matches;

/** Enter also chooses a word in the list of an input method, which Safari says by the code only (UI Events §5.1.1). */
const OF_INPUT_METHOD = 229;

/** A composer for what an outbox sends; `onSend` brings what was written into view. */
export function messageComposer(
  layout: Pick<Layout, 'update'>,
  { box, whoReads, onSend }: { box: Outbox; whoReads: () => View; onSend(): void },
) {
  let refusal: string | undefined;

  function write(event: InputEvent): void {
    box.write((event.target as HTMLTextAreaElement).value);
    if (refusal === undefined) return;
    refusal = undefined;
    layout.update();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === OF_INPUT_METHOD) return;
    const isPlain = !event.shiftKey && !event.altKey && hasKeyboard();
    if (event.ctrlKey || event.metaKey || isPlain) send(event);
  }

  function send(event: Event): void {
    event.preventDefault();
    const body = messageText(box.text);
    refusal = refusalOf(body);
    if (refusal === undefined) box.send(body);
    layout.update();
    if (refusal === undefined) onSend();
    focusOn('message-body');
  }

  return {
    view: (): View => html`<form class="card message-composer" novalidate @submit=${send}>
        <label class="visually-hidden" for="message-body">${messages.chats.yourMessage}</label>
        <textarea
          id="message-body"
          name="body"
          rows="1"
          placeholder=${messages.chats.write}
          dir="auto"
          .value=${live(box.text)}
          aria-invalid=${refusal === undefined ? nothing : 'true'}
          aria-describedby=${refusal === undefined ? 'chat-note' : 'message-error chat-note'}
          @input=${write}
          @keydown=${onKey}
        ></textarea>
        <button class="button message-send">${sendIcon()}<span class="visually-hidden">${messages.chats.send}</span></button>
      </form>
      ${refusal === undefined ? nothing : html`<p class="error" id="message-error" role="alert">${refusal}</p>`}
      <p class="muted chat-note" id="chat-note">
        ${whoReads()}${hasKeyboard() ? html`${messages.common.space}${messages.chats.enterSends}` : nothing}
      </p>`,
  };
}

function refusalOf(body: string): string | undefined {
  if (body === '') return messages.chats.writeFirst;
  const tooMany = tooManyIn(body);
  return tooMany === 0 ? undefined : messages.chats.tooLong(MOST_CHARACTERS, tooMany);
}
