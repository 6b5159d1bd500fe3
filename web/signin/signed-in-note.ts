import { ApiError, call, Unreachable } from '../lib/api.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { forgetPerson, type Person, rememberPerson } from '../lib/viewer.ts';

/** Asks who is signed in here, and shows them in the header. `undefined`: nobody, or no answer came. */
export async function whoIsSignedIn(layout: Layout): Promise<Person | undefined> {
  try {
    const { user } = await call('status');
    layout.setPerson(user);
    if (user === undefined) forgetPerson();
    else rememberPerson(user);
    return user;
  } catch (error) {
    if (error instanceof ApiError || error instanceof Unreachable) return undefined;
    throw error;
  }
}

/** Somebody who is signed in may sign in again; their session stays until that completes. */
export function signedInNote({ username }: Person, next: string): View {
  return html`<p class="notice signed-in">
    ${messages.signin.signedInAs(html`<span translate="no">${username}</span>`, next)}
  </p>`;
}
