/** On which day somebody was last here: a day of the calendar, which is the same in every zone. */
import { serverNow } from '../lib/clock.ts';
import { html, type View } from '../lib/html.ts';
import { dateFormat } from '../lib/language.ts';
import { messages } from '../lib/messages.ts';

const ofThisYear = dateFormat({ day: 'numeric', month: 'long', timeZone: 'UTC' });
const ofAnotherYear = dateFormat({ dateStyle: 'medium', timeZone: 'UTC' });

/** @param day such as `2025-11-27` */
export function lastSeenView(day: string, now: number = serverNow()): View {
  const isThisYear = day.startsWith(String(new Date(now).getUTCFullYear()));
  const text = (isThisYear ? ofThisYear : ofAnotherYear)(new Date(day));
  return html`<p class="profile-seen muted">${messages.profile.lastSeen(html`<time datetime=${day}>${text}</time>`)}</p>`;
}
