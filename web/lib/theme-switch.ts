/** The switch of the theme: light, dark, or as the system says. */
import { noteVisitor, THEME } from './first-paint.ts';
import { html, type View } from './html.ts';
import { messages } from './messages.ts';
import { browserStore } from './storage.ts';
import { applyTheme } from './theme.ts';

const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

export function theme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** Applies a theme and remembers it in this browser. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') browserStore.remove(THEME);
  else browserStore.write(THEME, theme);
  applyTheme();
  noteVisitor();
}

/** The switch, as three radio buttons in one pill. */
export function themeSwitch(): View {
  const current = theme();
  return html`<fieldset class="themes">
    <legend>${messages.layout.theme}</legend>
    ${THEMES.map(
      (name) => html`<label class="theme">
        <input
          type="radio"
          name="theme"
          value=${name}
          ?checked=${name === current}
          @change=${() => setTheme(name)}
        />
        ${messages.layout.themes[name]}
      </label>`,
    )}
  </fieldset>`;
}
