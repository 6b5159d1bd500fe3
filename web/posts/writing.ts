/** The button to write (`lib/header.ts`): without this it leads to the home page, with it one writes where one is. */
import { focusOn } from '../lib/field.ts';
import type { Layout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { rememberedPerson } from '../lib/viewer.ts';

/** On the home page the button leads to the field that is there, on any other to one over the page. */
export function writeAnywhere(layout: Layout): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('a.new-post') : null;
    const person = rememberedPerson();
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!(button instanceof HTMLAnchorElement) || !isPlain || person === undefined) return;
    event.preventDefault();
    if (location.pathname === '/') focusOn('post-body');
    else void open(person.username, button.href);
  });

  async function open(username: string, otherwise: string): Promise<void> {
    try {
      const { openNewPost } = await lazyImport(() => import('./new-post.ts'));
      openNewPost(layout, username);
    } catch {
      location.assign(otherwise);
    }
  }
}
