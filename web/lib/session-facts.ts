/** What tells one signed-in browser from another: when and for how long it signed in, where, and until when. */
import type { SessionResponse } from '../../shared/responses.ts';
import { browserName, machineName } from './browser-name.ts';
import { html, nothing, type View } from './html.ts';
import { momentText, momentView } from './time.ts';

const LIFETIMES: Record<SessionResponse['lifetime'], string> = {
  '10m': '10 minutes',
  '24h': '24 hours',
  '30d': '30 days',
};

/** "Signed in 08:57 for 24 hours · Lisbon, Portugal · this computer" */
export function sessionFacts({ createdAt, lifetime, place, current, os }: SessionResponse): View {
  const machine = machineName(os);
  return html`Signed in ${momentView(createdAt)} for ${LIFETIMES[lifetime]}${
    place === null ? nothing : html` · <bdi translate="no">${place}</bdi>`
  }${current && machine !== 'browser' ? ` · this ${machine}` : nothing}`;
}

/** "Ends 29 Nov, 08:57, or 10:12 if it is not used" */
export function sessionEnd({ expiresAt, lifetimeEndsAt }: SessionResponse): View {
  const idle = expiresAt < lifetimeEndsAt ? html`, or ${momentView(expiresAt)} if it is not used` : nothing;
  return html`Ends ${momentView(lifetimeEndsAt)}${idle}`;
}

/** Which one it is, in the name of a control: "Firefox 143 on Windows, signed in 08:57, Lisbon, Portugal" */
export function sessionName(session: SessionResponse): string {
  const { createdAt, place } = session;
  return [
    browserName(session),
    `signed in ${momentText(createdAt)}`,
    ...(place === null ? [] : [place]),
  ].join(', ');
}
