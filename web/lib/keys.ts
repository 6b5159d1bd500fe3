/**
 * The keys of one letter that all pages know. What they do is fetched when the first of them is pressed (`key-presses.ts`,
 * which must not import this).
 */
import type { Layout } from './around.ts';
import { areKeysOn, type Key } from './keys-switch.ts';
import { lazyImport } from './lazy-import.ts';

const isKey = (key: string): key is Key => /^([jklrns/?]|Escape)$/.test(key);

/** Listens for as long as the page is open. */
export function listenForKeys(layout: Layout): void {
  addEventListener('keydown', (event) => {
    const key = keyOf(event);
    if (!isKey(key) || !isFree(event, key)) return;
    if (key !== 'Escape') event.preventDefault();
    // Where it does not come, the next press asks for it again.
    void lazyImport(() => import('./key-presses.ts')).then(
      ({ pressed }) => pressed(key, layout),
      () => {},
    );
  });
}

/** On a keyboard of other letters, that which stands where the Latin one is. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.length > 1 || (key > ' ' && key <= '~')) return key;
  return code === 'Slash' ? (shiftKey ? '?' : '/') : code.replace(/^Key/, '').toLowerCase();
}

/** Whether nobody is writing, nor anything else wants the key. */
function isFree(event: KeyboardEvent, key: Key): boolean {
  if (event.defaultPrevented || event.isComposing || hasModifier(event)) return false;
  if (document.querySelector('dialog[open], main[inert]') !== null) return false;
  const isField =
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable]') !== null;
  return key === 'Escape' ? isField : !isField && areKeysOn();
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;
