import { html, type View } from './html.ts';

/** The mark: the dot and the word. The dot breathes while `waiting`. */
export function mark({ waiting = false }: { waiting?: boolean } = {}): View {
  return html`<a class="mark" href="/" aria-label="Nod, home"
    ><span class=${waiting ? 'dot breathing' : 'dot'} aria-hidden="true"></span
    ><span aria-hidden="true">nod</span></a
  >`;
}
