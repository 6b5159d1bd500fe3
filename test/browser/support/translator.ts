import type { BrowserContext } from 'playwright-core';

/**
 * Translates the pages of a context as Chromium does: each text node makes way for a `<font>` element with the
 * translation in another one, those that come later, too. Words get corners around them: "Sign in" is "‹Sign in›".
 */
export async function translated(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // In a document that is still being read, the observer sees all of it.
    new MutationObserver(() => translate(document.documentElement)).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });

    function translate(root: Node): void {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const isLeft = text.parentElement?.closest(
          'font, script, style, noscript, head, textarea, [translate=no]',
        );
        if (isLeft !== null || text.data.trim() === '') continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data.replace(/\S(?:.*\S)?/s, '‹$&›');
        outer.append(inner);
        text.replaceWith(outer);
      }
    }
  });
}
