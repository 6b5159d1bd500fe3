/** Whom a public page is drawn for, as far as a browser says (`web/lib/first-paint.ts`). */

/** What the cookie may say: `dark.person.writer`. So there are 24 of them, and nobody's own. */
export const VISITORS = /^(?!\.)(?:light|dark)?(?:(?:^|\.)person)?(?:(?:^|\.)writer)?(?:(?:^|\.)phone)?$/;

export type Visitor = { theme: 'light' | 'dark' | undefined; traits: string[] };

/** What it says, and nothing where it says what it may not. */
export function visitorIn(text: string): Visitor {
  const words = VISITORS.test(text) ? text.split('.').filter(Boolean) : [];
  const [theme] = words.filter((word) => word === 'light' || word === 'dark');
  return { theme, traits: words.filter((word) => word !== theme) };
}
