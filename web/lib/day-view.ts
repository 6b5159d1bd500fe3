import { serverNow } from './clock.ts';
import { html, type View } from './html.ts';
import { dateFormat } from './language.ts';
import { exactTime } from './time.ts';

const day = dateFormat({ day: 'numeric', month: 'long' });
const dayOfOtherYear = dateFormat({ dateStyle: 'long' });

/** The day, for a sentence that says "on": such as "3 March", with the year if it is not this one. */
export function dayView(timestamp: string, now: number = serverNow()): View {
  const at = new Date(timestamp);
  const isThisYear = at.getFullYear() === new Date(now).getFullYear();
  const text = (isThisYear ? day : dayOfOtherYear)(at);
  return html`<time datetime=${timestamp} title=${exactTime(at)}>${text}</time>`;
}
