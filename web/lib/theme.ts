/** `static/theme.js` applies the remembered theme before anything is painted, and a page once more: it may be of before. */
import { THEME } from './first-paint.ts';
import { browserStore } from './storage.ts';

/** Applies what is remembered, as `static/theme.js` does. */
export function applyTheme(): void {
  const chosen = browserStore.read(THEME);
  const { dataset } = document.documentElement;
  if (chosen === 'light' || chosen === 'dark') dataset.theme = chosen;
  else delete dataset.theme;
}
