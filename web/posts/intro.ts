import { html, type View } from '../lib/html.ts';
import { nodPicture } from './nod-picture.ts';

/** What Nod is, for somebody who is not signed in. */
export function intro(): View {
  return html`<section class="intro" aria-labelledby="intro-title">
    <h1 id="intro-title">Say it with a nod.</h1>
    <p class="lead">
      Nod is a small place for short posts. This screen shows a number, your phone asks for your fingerprint or
      face, and you are in. No password, ever.
    </p>
    <div class="actions">
      <a class="button" href="/register">Register</a>
      <a class="button quiet" href="/signin">Sign in</a>
    </div>
    ${nodPicture()}
  </section>`;
}
