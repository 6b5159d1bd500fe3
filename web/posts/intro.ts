/** What somebody sees first who is not signed in. */
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

/** What Nod is, for somebody who is not signed in. */
export function intro(): View {
  return html`<section class="intro" aria-labelledby="intro-title">
    <h1 id="intro-title">${messages.posts.introTitle}</h1>
    <p class="lead">${messages.posts.introLead}</p>
    <div class="actions">
      <a class="button" href="/register">${messages.posts.register}</a>
      <a class="button quiet" href="/signin">${messages.posts.signIn}</a>
    </div>
    ${nodPicture()}
  </section>`;
}

/** A screen that shows a number and a phone that nods. Decoration beside the words that say the same. */
export function nodPicture(): View {
  return html`<svg class="nod-picture" viewBox="0 0 560 176" aria-hidden="true">
    <rect class="raised" x="1" y="17" width="344" height="142" rx="14" />
    <circle class="line-fill" cx="25" cy="39" r="4" />
    <circle class="line-fill" cx="39" cy="39" r="4" />
    <circle class="line-fill" cx="53" cy="39" r="4" />
    <text class="picture-number" translate="no" x="173" y="118" text-anchor="middle">493 027</text>
    <path class="way" d="M361 88h62" />
    <rect class="raised" x="439" y="1" width="100" height="174" rx="18" />
    <path class="line-stroke" d="M477 15h24" />
    <circle class="nod-soft-fill" cx="489" cy="88" r="30" />
    <circle class="nod-fill" cx="489" cy="88" r="21" />
    <path class="tick" d="m480 88.5 6.5 6.5 12-13" />
  </svg>`;
}
