/** The page before a sign-in begins: the form, above it what has just happened, and below it who is signed in. */
import { cookiesNeeded } from '../lib/cookies-needed.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Person } from '../lib/viewer.ts';
import { signedInNote } from './signed-in-note.ts';

type Options = {
  form: View;
  /** What has just happened: something is over, or was refused. */
  notice: { sentence: string; isRefusal: boolean } | undefined;
  /** Who is signed in here already. */
  signedIn: Person | undefined;
  next: string;
};

/** The form that a sign-in begins with. Who is signed in stands below: it is known late, and must move nothing. */
export function askingView({ form, notice, signedIn, next }: Options): View {
  const needed = cookiesNeeded();
  return html`<div class="narrow">
    ${needed === undefined ? nothing : noticeView(needed)}
    ${notice === undefined ? nothing : noticeView(notice.sentence, notice.isRefusal)} ${form}
    ${signedIn === undefined ? nothing : signedInNote(signedIn, next)}
  </div>`;
}

/** What has just happened, above the form to start again with. Takes the focus when it appears. */
export function noticeView(sentence: string, isRefusal = false): View {
  return html`<p class="notice ${isRefusal ? 'refused' : 'over'}" id="notice" tabindex="-1">${sentence}</p>`;
}
