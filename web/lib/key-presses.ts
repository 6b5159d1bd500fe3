/** What the keys of one letter do. */
import type { Layout } from './around.ts';
import { openKeysDialog } from './keys-dialog.ts';
import type { Key } from './keys-switch.ts';

declare const __PAGE__: Record<'search', boolean>;

const POST = ':is(.post, .whole-post)';

export function pressed(key: Key, layout: Layout): void {
  switch (key) {
    case 'j':
      goToPost(1);
      break;
    case 'k':
      goToPost(-1);
      break;
    case 'l':
      pressInPost('like');
      break;
    case 'r':
      pressInPost('reply');
      break;
    case 'n':
      document.querySelector<HTMLElement>('.new-post')?.click();
      break;
    case 's':
    case '/':
      search();
      break;
    case '?':
      openKeysDialog(layout);
      break;
    // Escape in a field leaves it, unless what is around it has closed meanwhile, and the focus is elsewhere.
    default:
      document.querySelector<HTMLElement>(':is(input, textarea, select, [contenteditable]):focus')?.blur();
  }
}

const posts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`main ${POST}`)];

/** To the next post or the one before; from nowhere, to the first that is on the screen. */
function goToPost(step: 1 | -1): void {
  const all = posts();
  const at = all.findIndex((post) => post.contains(document.activeElement));
  const next = at < 0 ? all.find((post) => post.getBoundingClientRect().top >= 0) : all[at + step];
  if (next === undefined) return;
  // The mark of where one is (`styles/layout.css`): only who goes by keys needs it.
  next.dataset.at = '';
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

/** The buttons say by `data-key` what they do. */
function pressInPost(what: 'like' | 'reply'): void {
  const all = posts();
  const post =
    all.find((one) => one.contains(document.activeElement)) ?? (all.length === 1 ? all[0] : undefined);
  post?.querySelector<HTMLElement>(`[data-key="${what}"]`)?.click();
}

function search(): void {
  if (!__PAGE__.search) return;
  const field = document.querySelector<HTMLElement>('main [type="search"]');
  if (field === null) location.assign('/search');
  else field.focus();
}
