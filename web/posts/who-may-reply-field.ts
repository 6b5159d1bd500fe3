/** Who may reply to what is written: chosen with each post, everybody at first. */
import { WHO_MAY_REPLY, type WhoMayReply } from '../../shared/posts/who-may-reply.ts';
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

export function whoMayReplyField(chosen: WhoMayReply, choose: (chosen: WhoMayReply) => void): View {
  return html`<p class="who-may-reply">
    <label class="visually-hidden" for="who-may-reply">${messages.threads.whoMayReply}</label>
    <select
      class="post-language"
      id="who-may-reply"
      name="whoMayReply"
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value as WhoMayReply)}
    >
      ${WHO_MAY_REPLY.map(
        (who) => html`<option value=${who} ?selected=${who === chosen}>${messages.threads.who[who]}</option>`,
      )}
    </select>
  </p>`;
}
