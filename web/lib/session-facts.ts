/** What tells one signed-in browser from another: when and for how long it signed in, where, and until when. */
import type { SessionResponse } from '../../shared/responses.ts';
import { browserName, machineName } from './browser-name.ts';
import { html, nothing, type View } from './html.ts';
import { messages } from './messages.ts';
import { momentText, momentView } from './time.ts';

/** "Signed in 08:57 for 24 hours · Lisbon, Portugal · this computer" */
export function sessionFacts({ createdAt, lifetime, place, current, os }: SessionResponse): View {
  const machine = machineName(os);
  return html`${messages.browsers.signedIn[lifetime](momentView(createdAt))}${
    place === null ? nothing : html` · <bdi translate="no">${place}</bdi>`
  }${current && machine !== 'browser' ? html` · ${messages.browsers.thisOne[machine]}` : nothing}`;
}

/** "Ends 29 Nov, 08:57, or 10:12 if it is not used" */
export function sessionEnd({ expiresAt, lifetimeEndsAt }: SessionResponse): View {
  const end = momentView(lifetimeEndsAt);
  return expiresAt < lifetimeEndsAt
    ? messages.browsers.endsOrIdle(end, momentView(expiresAt))
    : messages.browsers.ends(end);
}

/** Which one it is, in the name of a control: "Firefox 143 on Windows, signed in 08:57, Lisbon, Portugal" */
export function sessionName(session: SessionResponse): string {
  const { createdAt, place } = session;
  const [name, moment] = [browserName(session), momentText(createdAt)];
  return place === null
    ? messages.browsers.which(name, moment)
    : messages.browsers.whichAt(name, moment, place);
}
